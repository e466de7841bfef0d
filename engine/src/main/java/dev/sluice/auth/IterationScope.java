package dev.sluice.auth;

import dev.sluice.event.Events;
import dev.sluice.function.Scope;
import dev.sluice.secret.Redactor;

/// What the authentication of one iteration has at hand.
///
/// @param scope clock and attributes: the context `attr`
/// @param redactor gets to know tokens and whatever is made of secrets
/// @param events gets warnings and notes
public record IterationScope(Scope scope, Redactor redactor, Events events) {}

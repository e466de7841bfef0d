package dev.sluice.function;

import dev.sluice.json.JsonValue;

/// The result of an evaluation.
///
/// @param value the result
/// @param secret whether it was made of a secret
public record Outcome(JsonValue value, boolean secret) {
  static Outcome plain(JsonValue value) {
    return new Outcome(value, false);
  }
}

/// All that can be observed of a run: log lines and progress, as immutable values.
///
/// Whoever shows something (console, log, studio) implements [dev.sluice.event.Events]. Events are
/// redacted by [dev.sluice.event.RedactedEvents] before they leave the engine.
@NullMarked
package dev.sluice.event;

import org.jspecify.annotations.NullMarked;

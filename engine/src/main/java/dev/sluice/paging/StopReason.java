package dev.sluice.paging;

import dev.sluice.event.Level;
import java.util.Optional;

/// Why a job has no more pages.
///
/// @param text one sentence, the spec's where it has one
/// @param level at which it is logged; empty where the original logs nothing
public record StopReason(String text, Optional<Level> level) {

  /// {@return a reason that is told at info level}
  ///
  /// @param text one sentence
  public static StopReason info(String text) {
    return new StopReason(text, Optional.of(Level.INFO));
  }

  /// {@return a reason that is told at debug level}
  ///
  /// @param text one sentence
  public static StopReason debug(String text) {
    return new StopReason(text, Optional.of(Level.DEBUG));
  }

  /// {@return a reason that is not logged}
  ///
  /// @param text one sentence
  public static StopReason quiet(String text) {
    return new StopReason(text, Optional.empty());
  }
}

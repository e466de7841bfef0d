package dev.sluice.event;

import dev.sluice.json.JsonObject;

/// Receives what happens in a run. Called from several threads; must return quickly and must not
/// throw.
@FunctionalInterface
public interface Events {
  /// Ignores everything.
  Events NONE = _ -> {};

  /// Takes an event.
  ///
  /// @param event what happened
  void on(RunEvent event);

  /// {@return how many bytes of each body are wanted} With 0, requests and answers are not told of
  /// at all: that costs time and memory.
  default int bodyBytes() {
    return 0;
  }

  /// Logs at debug level.
  ///
  /// @param message one sentence
  default void debug(String message) {
    log(Level.DEBUG, message);
  }

  /// Logs at info level.
  ///
  /// @param message one sentence
  default void info(String message) {
    log(Level.INFO, message);
  }

  /// Logs at warning level.
  ///
  /// @param message one sentence
  default void warning(String message) {
    log(Level.WARNING, message);
  }

  /// Logs at error level.
  ///
  /// @param message one sentence
  default void error(String message) {
    log(Level.ERROR, message);
  }

  /// Logs without context.
  ///
  /// @param level how important it is
  /// @param message one sentence
  default void log(Level level, String message) {
    on(new RunEvent.Log(level, message, JsonObject.EMPTY));
  }
}

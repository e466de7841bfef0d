package dev.sluice.event;

/// How important a log line is, in rising order (spec: run-and-http §1.6).
public enum Level {
  /// Shown only when the configuration's `debug` is set.
  DEBUG,
  /// Progress in words.
  INFO,
  /// Something the run can live with, but the user should know.
  WARNING,
  /// Why the run ended, or data that could not be read.
  ERROR
}

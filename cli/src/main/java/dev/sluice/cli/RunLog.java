package dev.sluice.cli;

import dev.sluice.event.Events;

/// One rendering of what happens: for people, for the platform or for programs.
///
/// Events come from several threads, the end from one, once, after the last event.
interface RunLog extends Events, AutoCloseable {

  /// Shows how the command ended.
  ///
  /// @param outcome success or failure
  void end(Outcome outcome);

  /// Clears what is not meant to stay. May be called while events still arrive.
  @Override
  void close();
}

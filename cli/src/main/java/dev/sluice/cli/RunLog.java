package dev.sluice.cli;

import dev.sluice.event.Events;

/// One rendering of what happens: for people, for the platform or for programs.
///
/// Events and ticks come from several threads, the end from one, once, after the last event.
interface RunLog extends Events, AutoCloseable {

  /// Shows progress, if this rendering has a way to. Called again and again while a command works.
  void tick();

  /// Shows how the command ended.
  ///
  /// @param outcome success or failure
  void end(Outcome outcome);

  /// Clears what is not meant to stay. May be called while events still arrive; they are shown
  /// without progress then.
  @Override
  void close();
}

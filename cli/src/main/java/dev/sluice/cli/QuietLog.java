package dev.sluice.cli;

import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;

/// Keeps debug lines and stack traces from a log unless the user or the current iteration's
/// configuration asks for them (spec: run-and-http §1.6, README G-01).
final class QuietLog implements RunLog {
  private final RunLog log;
  private final boolean always;
  private volatile boolean debug;

  /// A log that is quiet until an iteration asks for debug lines.
  ///
  /// @param log gets everything else
  /// @param always whether the user asks for debug lines, whatever the configuration says
  QuietLog(RunLog log, boolean always) {
    this.log = log;
    this.always = always;
    this.debug = always;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.IterationStarted started) {
      debug = always || started.debug();
    }
    if (debug || !(event instanceof RunEvent.Log line) || line.level() != Level.DEBUG) {
      log.on(event);
    }
  }

  @Override
  public void tick() {
    log.tick();
  }

  @Override
  public void end(Outcome outcome) {
    switch (outcome) {
      case Outcome.Failed(var error) -> {
        if (error.getCause() != null) {
          trace(error.getCause());
        }
      }
      case Outcome.Defect(var cause) -> trace(cause);
      case Outcome.Finished _,
          Outcome.Valid _,
          Outcome.LoggedIn _,
          Outcome.Evaluated _,
          Outcome.Interrupted _ -> {}
    }
    log.end(outcome);
  }

  @Override
  public void close() {
    log.close();
  }

  private void trace(Throwable thrown) {
    if (debug) {
      Wording.trace(thrown).forEach(log::debug);
    }
  }
}

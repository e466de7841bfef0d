package dev.sluice.cli;

import dev.sluice.event.RunEvent;
import java.time.Duration;

/// Gives a log its ticks from a thread of its own until the command ends.
final class TickingLog implements RunLog {
  private final RunLog log;
  private final Thread ticker;

  private TickingLog(RunLog log, Duration pause) {
    this.log = log;
    this.ticker = Thread.ofPlatform().name("progress").daemon().unstarted(() -> tickEvery(pause));
  }

  /// {@return the log, ticking}
  ///
  /// @param log what gets the ticks
  /// @param pause between two ticks
  static RunLog start(RunLog log, Duration pause) {
    var ticking = new TickingLog(log, pause);
    ticking.ticker.start();
    return ticking;
  }

  @Override
  public void on(RunEvent event) {
    log.on(event);
  }

  @Override
  public void tick() {
    log.tick();
  }

  @Override
  public void end(Outcome outcome) {
    ticker.interrupt();
    log.end(outcome);
  }

  @Override
  public void close() {
    ticker.interrupt();
    log.close();
  }

  private void tickEvery(Duration pause) {
    try {
      while (true) {
        Thread.sleep(pause);
        log.tick();
      }
    } catch (InterruptedException _) {
      // The command has ended.
    }
  }
}

package dev.sluice.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a command that is stopped (Ctrl-C, a termination signal) end cleanly: the screen is tidied,
/// and the engine gets a moment to discard what it had not published. The process then ends with
/// the signal's own exit code, 130 for Ctrl-C.
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch workEnded = new CountDownLatch(1);
  private final RunLog log;
  private final Thread hook;
  private volatile boolean hasHappened;

  private Interruption(RunLog log) {
    this.log = log;
    this.hook = new Thread(this::stop, "interruption");
  }

  /// {@return a watch over the work of this thread; close it when the work is done}
  ///
  /// @param log shows that the work was stopped
  static Interruption watch(RunLog log) {
    var interruption = new Interruption(log);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /// {@return whether the process is being stopped from outside}
  boolean hasHappened() {
    return hasHappened;
  }

  @Override
  public void close() {
    workEnded.countDown();
    if (!hasHappened) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        // The process is ending right now.
      }
    }
  }

  private void stop() {
    hasHappened = true;
    log.end(new Outcome.Interrupted());
    worker.interrupt();
    try {
      workEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.sluice.cli;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Lets a command that is stopped (Ctrl-C, a termination signal) end cleanly: the screen is tidied,
/// the engine gets a moment to discard what it had not published, and the log tells what came of
/// it. The process then ends with the signal's own exit code, 130 for Ctrl-C.
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final Thread worker = Thread.currentThread();
  private final CompletableFuture<Outcome> end = new CompletableFuture<>();
  private final RunLog log;
  private final Thread hook;
  private boolean hasHappened;

  private Interruption(RunLog log) {
    this.log = log;
    this.hook = new Thread(this::stop, "interruption");
  }

  /// {@return a watch over the work of this thread; close it when the work is done}
  ///
  /// @param log shows how the work ended
  static Interruption watch(RunLog log) {
    var interruption = new Interruption(log);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /// Shows how the work ended, unless the process is being stopped: then the one who stops it does.
  ///
  /// @param outcome how the work ended
  synchronized void ended(Outcome outcome) {
    if (!hasHappened) {
      log.end(outcome);
    }
    end.complete(outcome);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is being stopped.
    }
  }

  private synchronized boolean begins() {
    hasHappened = !end.isDone();
    return hasHappened;
  }

  private void stop() {
    if (begins()) {
      log.close();
      worker.interrupt();
      log.end(afterwards(awaited()));
    }
  }

  private Optional<Outcome> awaited() {
    try {
      return Optional.of(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException | ExecutionException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// {@return what the log tells: a command that was done nevertheless is told as done}
  ///
  /// @param end how the work ended, if it did in time
  static Outcome afterwards(Optional<Outcome> end) {
    return end.filter(outcome -> outcome.exitCode() == Outcome.SUCCESS)
        .orElse(new Outcome.Interrupted(end.isPresent()));
  }
}

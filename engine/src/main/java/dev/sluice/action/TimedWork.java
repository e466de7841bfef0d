package dev.sluice.action;

import dev.sluice.problem.UserError;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work of the engine that ends after some time, or when somebody cancels it. Used once;
/// [#cancel()] may be called from other threads, also before the work begins.
///
/// @param <T> what the work gives
public final class TimedWork<T> {
  /// So long the engine gets to clear away after it was told to end.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Supplier<T> work;
  private final Thread thread;
  private volatile End<T> end = new Unfinished<>();
  private volatile boolean isCancelled;

  /// How the work ended.
  ///
  /// @param <T> what the work gives
  public sealed interface End<T> {}

  /// It is done.
  ///
  /// @param value what it gave
  public record Done<T>(T value) implements End<T> {}

  /// Something has to be mended.
  ///
  /// @param error what
  public record Failed<T>(UserError error) implements End<T> {}

  /// It took too long.
  public record Late<T>() implements End<T> {}

  /// Somebody cancelled it.
  public record Cancelled<T>() implements End<T> {}

  /// It did not end by itself.
  record Unfinished<T>() implements End<T> {}

  /// A defect of ours.
  ///
  /// @param thrown what was thrown
  record Broken<T>(RuntimeException thrown) implements End<T> {}

  /// Prepares.
  ///
  /// @param work what to do; ends soon after its thread is interrupted
  public TimedWork(Supplier<T> work) {
    this.work = work;
    // The reads of a virtual thread end when it is interrupted.
    this.thread = Thread.ofVirtual().name("work").unstarted(this::work);
  }

  /// Begins, and waits for the end.
  ///
  /// @param time how long it may take
  /// @return how it ended
  /// @throws RuntimeException if there is a defect of ours
  public End<T> run(Duration time) {
    thread.start();
    if (isCancelled) {
      thread.interrupt();
    }
    boolean isLate = false;
    try {
      isLate = !thread.join(time);
      if (isLate) {
        thread.interrupt();
        thread.join(GRACE);
      }
    } catch (InterruptedException _) {
      cancel();
      Thread.currentThread().interrupt();
    }
    return ended(isLate);
  }

  /// Ends the work as soon as possible.
  public void cancel() {
    isCancelled = true;
    thread.interrupt();
  }

  private End<T> ended(boolean isLate) {
    End<T> present = end;
    if (present instanceof Done<T>) {
      return present;
    }
    if (isCancelled) {
      return new Cancelled<>();
    }
    if (isLate) {
      return new Late<>();
    }
    @Nullable RuntimeException thrown = present instanceof Broken<T>(var it) ? it : null;
    if (thrown != null) {
      throw thrown;
    }
    return present;
  }

  private void work() {
    try {
      end = new Done<>(work.get());
    } catch (UserError e) {
      end = new Failed<>(e);
    } catch (CancellationException _) {
      end = new Cancelled<>();
    } catch (RuntimeException e) {
      end = new Broken<>(e);
    }
  }
}

package dev.sluice.http.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends blocking work on a connection when its time is over, by closing the connection: a read
/// timeout alone never ends an answer that comes in drops. Used by one thread.
final class Deadline implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final Optional<Duration> limit;
  private final long end;
  private final @Nullable Future<?> alarm;
  private volatile boolean passed;
  private volatile @Nullable Runnable abort;

  private Deadline(Optional<Duration> limit) {
    this.limit = limit;
    long nanos = limit.map(Duration::toNanos).orElse(0L);
    this.end = System.nanoTime() + nanos;
    this.alarm = limit.isPresent() ? TIMER.schedule(this::pass, nanos, TimeUnit.NANOSECONDS) : null;
  }

  /// {@return a deadline that starts now}
  ///
  /// @param limit how long; without one there is none
  static Deadline in(Optional<Duration> limit) {
    return new Deadline(limit);
  }

  /// Says what is to be done when the time is over; done at once if it is.
  ///
  /// @param action closes the connection in use; called by another thread
  void watch(Runnable action) {
    abort = action;
    if (passed) {
      action.run();
    }
  }

  /// {@return whether the time is over}
  boolean hasPassed() {
    return passed || (limit.isPresent() && System.nanoTime() - end >= 0);
  }

  /// {@return the time that is left, at least a millisecond; zero for no limit}
  Duration left() {
    return limit.isEmpty()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
  }

  /// {@return the whole time in milliseconds}
  long millis() {
    return limit.map(Duration::toMillis).orElse(0L);
  }

  @Override
  public void close() {
    if (alarm != null) {
      alarm.cancel(false);
    }
    abort = null;
  }

  private void pass() {
    passed = true;
    Runnable action = abort;
    if (action != null) {
      action.run();
    }
  }

  private static ScheduledThreadPoolExecutor timer() {
    var timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("http-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}

package dev.sluice.http.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One origin: who may send to it now. Safe for several threads.
final class Origin {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private final AdaptiveLimit limit;
  private int inFlight;
  private Instant closedUntil = Instant.MIN;
  private Optional<Counted> quota = Optional.empty();

  /// Begins with nothing in flight.
  ///
  /// @param most requests in flight, at least 1
  Origin(int most) {
    this.limit = new AdaptiveLimit(most);
  }

  /// Takes a place for a request, waiting until there is one; but not while the origin is closed.
  ///
  /// @param now the time
  /// @param waited until when the caller has waited already, because the origin was closed
  /// @return the place, or the time until which the origin is closed
  /// @throws CancellationException if the thread is interrupted
  Entry enter(Instant now, Instant waited) {
    try {
      lock.lockInterruptibly();
      try {
        while (!isClosed(now, waited) && inFlight >= places(now)) {
          changed.await();
        }
        if (isClosed(now, waited)) {
          return new Closed(closedUntil);
        }
        inFlight++;
        return new Place(limit.lowerings());
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The run has ended.");
    }
  }

  /// Gives a place back.
  ///
  /// @param place what [#enter] gave
  /// @param took how long the exchange took; empty if the origin had too much, or it failed
  /// @return how many requests may be in flight from now on, if that are fewer than before
  Optional<Integer> leave(Place place, Optional<Duration> took) {
    lock.lock();
    try {
      int before = limit.requests();
      took.ifPresentOrElse(limit::answered, () -> limit.complained(place.lowerings()));
      inFlight--;
      changed.signalAll();
      return Optional.of(limit.requests()).filter(now -> now < before);
    } finally {
      lock.unlock();
    }
  }

  /// Lets no request pass for some time.
  ///
  /// @param until when it ends
  /// @return whether that is news
  boolean close(Instant until) {
    lock.lock();
    try {
      boolean isNews = until.isAfter(closedUntil);
      closedUntil = isNews ? until : closedUntil;
      changed.signalAll();
      return isNews;
    } finally {
      lock.unlock();
    }
  }

  /// Takes note of a quota: no more requests are in flight than are left, and none when none is
  /// left. A count that was never above zero counts nothing.
  ///
  /// @param said what the origin says
  /// @param now the time
  /// @return whether the quota is used up
  boolean count(Quota said, Instant now) {
    lock.lock();
    try {
      if (said.remaining() > 0 || quota.isPresent()) {
        quota = Optional.of(new Counted(said.remaining(), now.plus(said.reset())));
      }
      return said.remaining() == 0 && quota.isPresent();
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed(Instant now, Instant waited) {
    return closedUntil.isAfter(now) && closedUntil.isAfter(waited);
  }

  private long places(Instant now) {
    long left =
        quota
            .filter(counted -> counted.reset().isAfter(now))
            .map(counted -> Math.max(1, counted.remaining()))
            .orElse(Long.MAX_VALUE);
    return Math.min(limit.requests(), left);
  }

  /// What somebody gets who wants to send.
  sealed interface Entry {}

  /// A place; to be given back.
  ///
  /// @param lowerings [AdaptiveLimit#lowerings] at that time
  record Place(int lowerings) implements Entry {}

  /// No place for now.
  ///
  /// @param until when it is worth asking again
  record Closed(Instant until) implements Entry {}

  /// @param remaining how many requests were left
  /// @param reset when there are more
  private record Counted(long remaining, Instant reset) {}
}

package dev.sluice.http;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/// Lets time pass; a test lets it pass without waiting.
@FunctionalInterface
public interface Pause {
  /// Waits for real.
  Pause REAL =
      time -> {
        try {
          Thread.sleep(time);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          var cancelled = new CancellationException("Interrupted while waiting");
          cancelled.initCause(e);
          throw cancelled;
        }
      };

  /// Returns after some time.
  ///
  /// @param time not negative
  /// @throws CancellationException if the thread is interrupted meanwhile
  void lasts(Duration time);
}

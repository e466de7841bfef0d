package dev.sluice.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Many threads that do the same at the same time.
final class Crowd {
  private Crowd() {}

  /// Returns when all have done it.
  ///
  /// @throws AssertionError with the first failure, if one failed
  static void of(int size, Runnable action) throws InterruptedException {
    var start = new CountDownLatch(1);
    var failure = new AtomicReference<@Nullable Throwable>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  start.await();
                  action.run();
                } catch (InterruptedException | RuntimeException | Error e) {
                  failure.compareAndSet(null, e);
                }
              }));
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    Throwable first = failure.get();
    if (first != null) {
      throw new AssertionError("One of the crowd failed", first);
    }
  }
}

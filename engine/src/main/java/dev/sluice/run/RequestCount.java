package dev.sluice.run;

import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import java.util.concurrent.atomic.AtomicLong;

/// Counts the attempts of requests that were answered, and hands all events on. Safe for several
/// threads.
final class RequestCount implements Events {
  private final Events listener;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong tokenRequests = new AtomicLong();

  /// Begins at zero.
  ///
  /// @param listener gets the events
  RequestCount(Events listener) {
    this.listener = listener;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.Answered answered) {
      (answered.login() ? tokenRequests : requests).incrementAndGet();
    }
    listener.on(event);
  }

  @Override
  public int bodyBytes() {
    return listener.bodyBytes();
  }

  /// {@return answered attempts, logins not counted}
  long requests() {
    return requests.get();
  }

  /// {@return answered attempts of logins}
  long tokenRequests() {
    return tokenRequests.get();
  }
}

package dev.sluice.http;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Bounds how many requests are in flight to one origin; others wait. Logins count apart from
/// requests to the API, also at the same origin, so that a login is never behind the requests that
/// wait for it.
public final class OriginLimit implements Stage.Next {
  private final int most;
  private final Stage.Next transport;
  private final ConcurrentHashMap<String, Semaphore> origins = new ConcurrentHashMap<>();

  /// Begins with nothing in flight.
  ///
  /// @param most requests in flight to an origin, at least 1
  /// @param transport the network
  public OriginLimit(int most, Stage.Next transport) {
    this.most = most;
    this.transport = transport;
  }

  @Override
  public Response send(Request request) {
    String purpose = request.purpose().isLogin() ? "login " : "";
    Semaphore places =
        origins.computeIfAbsent(purpose + request.url().origin(), _ -> new Semaphore(most, true));
    try {
      places.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The run has ended.");
    }
    try {
      return transport.send(request);
    } finally {
      places.release();
    }
  }
}

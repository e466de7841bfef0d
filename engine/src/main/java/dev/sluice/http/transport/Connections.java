package dev.sluice.http.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Connections that wait for another request. There is no bound: no more can wait than requests
/// were in flight at once. Safe to share between threads.
final class Connections implements AutoCloseable {
  /// A connection that waited longer is looked at before use, which costs a millisecond.
  private static final Duration LOOK_AFTER = Duration.ofSeconds(1);

  private final Map<Route, Deque<Connection>> waiting = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /// {@return the connection that waits the shortest, if there is one that is still open}
  ///
  /// @param route what it has to be good for
  Optional<Connection> take(Route route) {
    Deque<Connection> candidates = waiting.get(route);
    if (candidates == null) {
      return Optional.empty();
    }
    for (Connection next = candidates.pollFirst(); next != null; next = candidates.pollFirst()) {
      if (isUsable(next)) {
        return Optional.of(next);
      }
      next.abort();
    }
    return Optional.empty();
  }

  /// Keeps a connection for another request.
  ///
  /// @param connection its exchange is over
  /// @param longest how long it may wait
  void give(Connection connection, Duration longest) {
    connection.rest(longest);
    waiting
        .computeIfAbsent(connection.route(), _ -> new ConcurrentLinkedDeque<>())
        .addFirst(connection);
    if (closed) {
      close();
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Deque<Connection> candidates : waiting.values()) {
      for (Connection next = candidates.pollFirst(); next != null; next = candidates.pollFirst()) {
        next.end();
      }
    }
  }

  private static boolean isUsable(Connection connection) {
    try {
      return !connection.isTooOld()
          && connection.isOpen()
          && !(connection.hasRested(LOOK_AFTER) && connection.isStale());
    } catch (IOException _) {
      return false;
    }
  }
}

package dev.sluice.http.transport;

import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;

/// A connection of HTTP/1.1, used by one thread at a time.
final class Connection extends DefaultBHttpClientConnection {
  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setBufferSize(16 * 1024)
          .setMaxHeaderCount(2_000)
          .setMaxLineLength(1 << 20)
          .build();

  private final Route route;
  private final boolean throughProxy;
  private long idleSince;
  private long idleUntil;

  /// Makes a connection that is not bound to a socket yet.
  ///
  /// @param route what it is good for
  /// @param throughProxy whether request lines name the whole address
  Connection(Route route, boolean throughProxy) {
    super(
        LIMITS,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE),
        StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE));
    this.route = route;
    this.throughProxy = throughProxy;
  }

  /// {@return what the connection is good for}
  Route route() {
    return route;
  }

  /// {@return whether request lines name the whole address}
  boolean throughProxy() {
    return throughProxy;
  }

  /// {@return how many bytes have come in so far; the same after it was closed if asked before}
  long receivedBytes() {
    EndpointDetails details = getEndpointDetails();
    return details == null ? 0 : details.getReceivedBytesCount();
  }

  /// Notes that an exchange is over and the connection waits for another.
  ///
  /// @param longest how long it may wait
  void rest(Duration longest) {
    idleSince = System.nanoTime();
    idleUntil = idleSince + longest.toNanos();
  }

  /// {@return whether it has waited at least that long}
  ///
  /// @param time any duration
  boolean hasRested(Duration time) {
    return System.nanoTime() - idleSince >= time.toNanos();
  }

  /// {@return whether it has waited too long to be used again}
  boolean isTooOld() {
    return System.nanoTime() - idleUntil >= 0;
  }

  /// Closes it in good order: the server sees an end, not a reset, and nobody waits for its answer.
  /// For connections at rest.
  void end() {
    SocketHolder holder = getSocketHolder();
    if (holder != null) {
      try {
        holder.getSocket().close();
      } catch (IOException _) {
        // It is closed all the same.
      }
    }
    close(CloseMode.IMMEDIATE);
  }

  /// Closes it at once, whatever another thread is doing with it.
  void abort() {
    close(CloseMode.IMMEDIATE);
  }
}

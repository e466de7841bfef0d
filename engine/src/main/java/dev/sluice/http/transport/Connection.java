package dev.sluice.http.transport;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;

/// A connection of HTTP/1.1, used by one thread at a time.
final class Connection extends DefaultBHttpClientConnection {
  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setBufferSize(16 * 1024)
          .setMaxHeaderCount(400)
          .setMaxLineLength(100 * 1024)
          .build();

  private final HeadBound bound;
  private final Route route;
  private final boolean throughProxy;
  private long idleSince;
  private long idleUntil;

  /// Makes a connection that is not bound to a socket yet.
  ///
  /// @param route what it is good for
  /// @param throughProxy whether request lines name the whole address
  /// @param headBytes the longest head of an answer, in bytes
  Connection(Route route, boolean throughProxy, long headBytes) {
    super(
        LIMITS,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE),
        StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE));
    this.bound = new HeadBound(headBytes);
    this.route = route;
    this.throughProxy = throughProxy;
  }

  @Override
  public void bind(Socket socket) throws IOException {
    bind(bound.holder(socket));
  }

  @Override
  public void bind(SSLSocket secure, Socket plain) throws IOException {
    bind(bound.holder(secure, plain));
  }

  /// {@inheritDoc}
  ///
  /// @throws dev.sluice.problem.UserError if it is too long
  @Override
  public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
    bound.begin();
    try {
      return super.receiveResponseHeader();
    } finally {
      bound.end();
    }
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

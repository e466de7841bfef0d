package dev.sluice.http.transport;

import dev.sluice.http.NetworkFailure;
import dev.sluice.http.Url;
import dev.sluice.http.tls.TlsSockets;
import dev.sluice.http.transport.Failures.Step;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/// Opens connections: TCP, the proxy's consent where there is one, TLS. Safe to share between
/// threads.
final class Dialer {
  private static final int LONGEST_PROXY_ANSWER = 64 * 1024;

  private final Connector connector;
  private final ProxySettings proxies;
  private final TlsSockets tls;
  private final Optional<Duration> limit;
  private final long headBytes;

  /// Prepares for connections.
  ///
  /// @param connector opens TCP
  /// @param tls encrypts
  /// @param settings names the proxies on the way, how long opening may take, TLS included, and the
  ///   longest head of an answer
  Dialer(Connector connector, TlsSockets tls, TransportSettings settings) {
    this.connector = connector;
    this.proxies = settings.proxies();
    this.tls = tls;
    this.limit = settings.timeouts().connect();
    this.headBytes = settings.headerBytes();
  }

  /// {@return the proxy on the way, if there is one}
  ///
  /// @param route where to
  Optional<Url> proxy(Route route) {
    return proxies.towards(route.scheme(), route.bareHost());
  }

  /// {@return a new connection}
  ///
  /// @param route where to
  /// @param whole the deadline of the exchange that needs it
  /// @throws NetworkFailure if there is none
  Connection open(Route route, Deadline whole) {
    Optional<Url> proxy = proxy(route);
    try (Deadline deadline = Deadline.in(shorter(whole))) {
      Socket plain = connect(route, proxy, deadline);
      deadline.watch(() -> closeQuietly(plain));
      return bound(route, proxy, plain, deadline);
    }
  }

  private Optional<Duration> shorter(Deadline whole) {
    Duration left = whole.left();
    return left.isZero()
        ? limit
        : Optional.of(limit.filter(most -> most.compareTo(left) < 0).orElse(left));
  }

  private Socket connect(Route route, Optional<Url> proxy, Deadline deadline) {
    String host = proxy.map(Url::host).orElse(route.bareHost());
    int port = proxy.map(Url::port).orElse(route.port());
    try {
      return connector.open(host, port, deadline.left());
    } catch (IOException e) {
      Step step = proxy.isPresent() ? Step.PROXY : Step.CONNECT;
      throw new Failures(route).of(step, deadline, e);
    }
  }

  private Connection bound(Route route, Optional<Url> proxy, Socket plain, Deadline deadline) {
    Step step = Step.PROXY;
    try {
      var connection = new Connection(route, proxy.isPresent() && !route.isSecure(), headBytes);
      if (!route.isSecure()) {
        connection.bind(plain);
        return connection;
      }
      if (proxy.isPresent()) {
        askForWay(plain, route, proxy.get());
      }
      step = Step.HANDSHAKE;
      SSLSocket secure = tls.open(plain, route.bareHost(), route.port(), route.identified());
      connection.bind(secure, plain);
      return connection;
    } catch (IOException e) {
      closeQuietly(plain);
      throw new Failures(route).of(step, deadline, e);
    } catch (NetworkFailure e) {
      closeQuietly(plain);
      throw e;
    }
  }

  /// Byte by byte: what follows the proxy's answer belongs to TLS.
  private static void askForWay(Socket socket, Route route, Url proxy) throws IOException {
    String target = route.host() + ":" + route.port();
    String credentials =
        ProxyCredentials.of(proxy).map(text -> "Proxy-Authorization: " + text + "\r\n").orElse("");
    String question =
        "CONNECT %s HTTP/1.1\r\nHost: %s\r\n%s\r\n".formatted(target, target, credentials);
    socket.getOutputStream().write(question.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    String answer = head(socket);
    String[] words = answer.split("\\s", 3);
    if (words.length < 2 || !words[1].matches("2\\d\\d")) {
      String status = words.length < 2 ? "no status" : "HTTP code " + words[1];
      throw new NetworkFailure(
          NetworkFailure.Code.RECEIVE,
          "Received " + status + " from proxy after CONNECT",
          new IOException("The proxy refused"));
    }
  }

  private static String head(Socket socket) throws IOException {
    var head = new ByteArrayOutputStream();
    String end = "\r\n\r\n";
    int matched = 0;
    while (matched < end.length() && head.size() < LONGEST_PROXY_ANSWER) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        break;
      }
      head.write(next);
      matched = next == end.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is not needed any more.
    }
  }
}

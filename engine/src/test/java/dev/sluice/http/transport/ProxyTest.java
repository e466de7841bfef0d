package dev.sluice.http.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.config.HttpSettings;
import dev.sluice.http.NetworkFailure;
import dev.sluice.http.Requests;
import dev.sluice.http.Url;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import dev.sluice.testkit.TlsListeners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Proxies of the environment (spec: run-and-http §4.9).
final class ProxyTest {

  @Test
  void asksAProxyForThePlainAddress() {
    try (var proxy = ScriptedServer.start(Answer.json("1"), Answer.json("2"));
        var transport = through(proxy.port(), "user:p%40ss@")) {
      assertEquals(
          "1", transport.send(Requests.get("http://api.example.com/orders?page=1")).text());
      transport.send(Requests.get("http://api.example.com:8080"));
      assertEquals(
          List.of("GET http://api.example.com/orders?page=1", "GET http://api.example.com:8080/"),
          proxy.requests());
      assertEquals(
          List.of("Basic dXNlcjpwQHNz"),
          proxy.received().getFirst().headers("Proxy-Authorization"));
      assertEquals(List.of("api.example.com"), proxy.received().getFirst().headers("Host"));
    }
  }

  @Test
  void opensAWayThroughAProxyForEncryption() {
    var questions = new CopyOnWriteArrayList<String>();
    try (var server = ScriptedServer.on(TlsListeners.sound(), "https").then(Answer.json("1"));
        var proxy = tunnel(questions, "HTTP/1.1 200 Connection established\r\nA: b\r\n\r\n");
        var transport = through(proxy.getLocalPort(), "user:pass@")) {
      assertEquals("1", transport.send(Requests.get(server.url("/orders"))).text());
      assertEquals("GET /orders HTTP/1.1", server.received().getFirst().line());
      assertEquals(List.of(), server.received().getFirst().headers("Proxy-Authorization"));
      String target = "127.0.0.1:" + server.port();
      assertEquals(
          List.of(
              "CONNECT %s HTTP/1.1\r\nHost: %s\r\nProxy-Authorization: Basic dXNlcjpwYXNz\r\n\r\n"
                  .formatted(target, target)),
          questions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void tellsThatAProxyRefuses() throws IOException {
    var questions = new CopyOnWriteArrayList<String>();
    try (var proxy = tunnel(questions, "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
        var transport = through(proxy.getLocalPort(), "")) {
      var failure =
          assertThrows(
              NetworkFailure.class, () -> transport.send(Requests.get("https://api.example.com/")));
      assertEquals(
          "CURL error 56: Received HTTP code 407 from proxy after CONNECT", failure.message());
    }
  }

  @Test
  void unknownProxyIs5() {
    Connector nowhere =
        (host, _, _) -> {
          throw new java.net.UnknownHostException(host);
        };
    var proxies =
        new ProxySettings(
            Optional.of(Requests.url("http://proxy.invalid:3128")), Optional.empty(), List.of());
    var dialer =
        new Dialer(
            nowhere,
            new dev.sluice.http.tls.TlsSockets(Transports.trusting()),
            Transports.settings(Transports.NO_LIMITS, proxies));
    Route route = Route.of(Requests.get("http://api.example.com/"));
    try (Deadline none = Deadline.in(Optional.empty())) {
      var failure = assertThrows(NetworkFailure.class, () -> dialer.open(route, none));
      assertEquals("CURL error 5: Could not resolve proxy: proxy.invalid", failure.message());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          example.com          | api.example.com | true
          .example.com         | api.example.com | true
          .example.com         | example.com     | true
          example.com          | badexample.com  | false
          EXAMPLE.com          | Example.com     | true
          10.0.0.1             | 10.0.0.1        | true
          0.0.1                | 10.0.0.1        | false
          [::1]                | ::1             | true
          other.org, localhost | localhost       | true
          *                    | anything        | true
          """)
  void leavesOutTheHostsThatTheEnvironmentExcepts(String list, String host, boolean direct) {
    ProxySettings proxies =
        ProxySettings.in(Map.of("https_proxy", "http://proxy:3128", "no_proxy", list));
    assertEquals(direct, proxies.towards("https", host).isEmpty());
  }

  @Test
  void readsTheUsualVariables() {
    Map<String, String> environment =
        Map.of("http_proxy", "plain:3128", "HTTPS_PROXY", "http://u:p@secure", "all_proxy", "all");
    ProxySettings proxies = ProxySettings.in(environment);
    assertEquals("http://plain:3128", proxies.http().map(Url::text).orElseThrow());
    assertEquals("http://u:p@secure", proxies.https().map(Url::text).orElseThrow());
    assertEquals(
        "http://all",
        ProxySettings.in(Map.of("ALL_PROXY", "all")).https().map(Url::text).orElseThrow());
    assertEquals(ProxySettings.NONE, ProxySettings.in(Map.of("HTTP_PROXY", "http://other")));
  }

  @Test
  void refusesAProxyOfAnotherKind() {
    var error =
        assertThrows(
            UserError.class, () -> ProxySettings.in(Map.of("https_proxy", "socks5://proxy")));
    assertEquals(
        "Cannot use the proxy of the environment variable https_proxy. Its address must begin with"
            + " http://.",
        error.getMessage());
  }

  private static HttpTransport through(int port, String user) {
    Optional<Url> proxy = Url.parse("http://" + user + "127.0.0.1:" + port);
    return Transports.with(
        new HttpSettings.Timeouts(Optional.empty(), Optional.empty()),
        new ProxySettings(proxy, proxy, List.of()));
  }

  /// A proxy that gives one answer to one `CONNECT`, then leads to where it was asked to.
  private static ServerSocket tunnel(List<String> questions, String answer) throws IOException {
    var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          try (Socket near = listener.accept()) {
            var question = new StringBuilder();
            while (!question.toString().endsWith("\r\n\r\n")) {
              question.append((char) near.getInputStream().read());
            }
            questions.add(question.toString());
            near.getOutputStream()
                .write(answer.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            near.getOutputStream().flush();
            String port = question.substring(question.indexOf(":") + 1, question.indexOf(" HTTP"));
            join(near, Integer.parseInt(port));
          } catch (IOException _) {
            // One side has gone.
          }
        });
    return listener;
  }

  private static void join(Socket near, int port) throws IOException {
    try (Socket far = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Thread back =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  far.getInputStream().transferTo(near.getOutputStream());
                } catch (IOException _) {
                  // One side has gone.
                }
              });
      near.getInputStream().transferTo(far.getOutputStream());
      back.interrupt();
    }
  }
}

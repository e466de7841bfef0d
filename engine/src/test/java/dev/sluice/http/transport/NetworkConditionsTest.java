package dev.sluice.http.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.config.TlsSettings;
import dev.sluice.http.NetworkFailure;
import dev.sluice.http.NetworkFailure.Code;
import dev.sluice.http.Requests;
import dev.sluice.http.tls.TlsSockets;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Reset;
import dev.sluice.testkit.ScriptedServer;
import dev.sluice.testkit.TlsListeners;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Provokes each condition of the table on a real socket (spec: run-and-http §4.12).
final class NetworkConditionsTest {

  @Test
  void unknownHostIs6() {
    Connector nowhere =
        (host, _, _) -> {
          throw new UnknownHostException(host);
        };
    var failure = failure(nowhere, "http://no.such.host/");
    assertEquals("CURL error 6: Could not resolve host: no.such.host", failure.message());
  }

  @Test
  void refusedConnectionIs7() throws IOException {
    int port;
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = listener.getLocalPort();
    }
    var failure = failure(Connector.DIRECT, "http://127.0.0.1:" + port + "/");
    assertEquals(
        "CURL error 7: Failed to connect to 127.0.0.1 port " + port + ": Connection refused",
        failure.message());
  }

  @Test
  void connectingTooLongIs28() throws IOException {
    List<Socket> queue = new ArrayList<>();
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      while (queue.size() < 3) {
        queue.add(fill(full.getLocalPort()));
      }
      try (var transport = Transports.with(Transports.millis(80, 60_000), ProxySettings.NONE)) {
        String url = "http://127.0.0.1:" + full.getLocalPort() + "/";
        var failure = assertThrows(NetworkFailure.class, () -> transport.send(Requests.get(url)));
        assertEquals(
            "CURL error 28: Connection timed out after 80 milliseconds", failure.message());
      }
    } finally {
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }

  private static Socket fill(int port) {
    var socket = new Socket();
    try {
      socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    } catch (IOException _) {
      // The queue is full, as it is meant to be.
    }
    return socket;
  }

  @Test
  void aHandshakeThatTakesTooLongIs28() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var transport = Transports.with(Transports.millis(80, 60_000), ProxySettings.NONE)) {
      String url = "https://127.0.0.1:" + silent.getLocalPort() + "/";
      var failure = assertThrows(NetworkFailure.class, () -> transport.send(Requests.get(url)));
      assertEquals("CURL error 28: Connection timed out after 80 milliseconds", failure.message());
    }
  }

  @Test
  void waitingTooLongForTheAnswerIs28() {
    var never = new CountDownLatch(1);
    try (var server = ScriptedServer.start(Answer.json("1").after(never));
        var transport = Transports.with(Transports.millis(60_000, 80), ProxySettings.NONE)) {
      var failure =
          assertThrows(NetworkFailure.class, () -> transport.send(Requests.get(server.url("/"))));
      assertEquals("CURL error 28: Operation timed out after 80 milliseconds", failure.message());
    } finally {
      never.countDown();
    }
  }

  @Test
  void anAnswerThatComesInDropsForTooLongIs28() {
    var over = new CountDownLatch(1);
    Answer drops =
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          try {
            while (!over.await(2, TimeUnit.MILLISECONDS)) {
              out.write('x');
              out.flush();
            }
          } catch (InterruptedException _) {
            return false;
          }
          return false;
        };
    try (var server = ScriptedServer.start(drops);
        var transport = Transports.with(Transports.millis(60_000, 80), ProxySettings.NONE)) {
      var failure =
          assertThrows(NetworkFailure.class, () -> transport.send(Requests.get(server.url("/"))));
      assertEquals(Code.TIMEOUT, failure.code());
    } finally {
      over.countDown();
    }
  }

  @Test
  void aServerThatDoesNotSpeakTlsIs35() throws Exception {
    try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (Socket socket = listener.accept()) {
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              socket.getOutputStream().flush();
              socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException _) {
              // The client has gone.
            }
          });
      var failure = failure(Connector.DIRECT, "https://127.0.0.1:" + listener.getLocalPort() + "/");
      assertEquals(Code.NO_TLS, failure.code());
    }
  }

  @Test
  void aConnectionClosedWithoutAnAnswerIs52() {
    assertEquals("CURL error 52: Empty reply from server", plain(Answer.CLOSED).message());
  }

  @Test
  void aConnectionResetWithoutAnAnswerIs56() {
    assertEquals(Code.RECEIVE, plain(new Reset()).code());
  }

  @Test
  void aConnectionResetWithinABodyIs56() {
    var half = new Reset("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
    assertEquals("CURL error 56: Recv failure: Connection reset", plain(half).message());
  }

  @Test
  void aBodyShorterThanAnnouncedIs18() {
    assertEquals(Code.TRUNCATED, plain(Answer.json("0123456789").cutOffAfter(4)).code());
  }

  @Test
  void aChunkedBodyWithoutItsEndIs18() {
    String start = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertEquals(Code.TRUNCATED, plain(Answer.raw(start + "5\r\n01234\r\n")).code());
    assertEquals(Code.TRUNCATED, plain(Answer.raw(start + "5\r\n012")).code());
  }

  @Test
  void anAnswerThatIsNoHttpIs8() {
    assertEquals(Code.STRANGE_ANSWER, plain(Answer.raw("SSH-2.0-OpenSSH_9.6\r\n\r\n")).code());
  }

  @Test
  void anUntrustedCertificateIs60() {
    try (var server = ScriptedServer.on(TlsListeners.sound(), "https");
        var transport = Transports.with(TlsSettings.NONE)) {
      var failure =
          assertThrows(NetworkFailure.class, () -> transport.send(Requests.get(server.url("/"))));
      assertEquals(Code.UNTRUSTED_SERVER, failure.code());
      assertEquals(
          failure.message()
              + ". If the server uses an authority of your own, put its certificate into"
              + " 'api.caCertificate'.",
          failure.asUserError().getMessage());
    }
  }

  @Test
  void aCertificateOfAnotherHostIs60() {
    try (var server = ScriptedServer.on(TlsListeners.forAnotherHost(), "https");
        var transport = Transports.with(Transports.trusting())) {
      var failure =
          assertThrows(NetworkFailure.class, () -> transport.send(Requests.get(server.url("/"))));
      assertEquals(
          "CURL error 60: The certificate of 127.0.0.1 is not accepted: No subject alternative"
              + " names matching IP address 127.0.0.1 found",
          failure.message());
    }
  }

  @Test
  void anUnusableCaCertificateIs77() {
    var tls =
        new TlsSettings(
            Optional.of("-----BEGIN CERTIFICATE-----\nnot one\n-----END CERTIFICATE-----"),
            Optional.empty());
    assertEquals(Code.AUTHORITIES, encrypted(tls).code());
    assertEquals(
        "CURL error 77: problem with the CA certificate: there is no certificate in the text",
        encrypted(new TlsSettings(Optional.of("none"), Optional.empty())).message());
  }

  @Test
  void anUnusableClientCertificateIs58() {
    assertEquals(
        "CURL error 58: problem with the client certificate: the private key has a pass phrase",
        encrypted(client("client-encrypted.pem")).message());
    assertEquals(
        "CURL error 58: problem with the client certificate: there is no private key in the text",
        encrypted(client("client-without-key.pem")).message());
    assertEquals(Code.CLIENT_CERTIFICATE, encrypted(client("client-wrong-key.pem")).code());
  }

  @Test
  void aBodyThatIsNotCompressedAsItSaysIs61() {
    Answer.Sound plainText = Answer.json("{\"id\":1}");
    assertEquals(Code.ENCODING, plain(plainText.header("Content-Encoding", "gzip")).code());
    assertEquals(Code.ENCODING, plain(plainText.header("Content-Encoding", "deflate")).code());
    assertEquals(
        "CURL error 61: Error while decoding the body: unrecognized content encoding br",
        plain(plainText.header("Content-Encoding", "br")).message());
  }

  private static TlsSettings client(String file) {
    return new TlsSettings(
        Optional.of(TlsListeners.pem("authority.pem")), Optional.of(TlsListeners.pem(file)));
  }

  private static NetworkFailure encrypted(TlsSettings tls) {
    try (var server = ScriptedServer.on(TlsListeners.sound(), "https");
        var transport = Transports.with(tls)) {
      return assertThrows(
          NetworkFailure.class, () -> transport.send(Requests.get(server.url("/"))));
    }
  }

  private static NetworkFailure plain(Answer answer) {
    try (var server = ScriptedServer.start(answer)) {
      return failure(Connector.DIRECT, server.url("/"));
    }
  }

  private static NetworkFailure failure(Connector connector, String url) {
    var settings =
        new TransportSettings(
            dev.sluice.config.HttpSettings.Timeouts.ORIGINAL,
            1 << 20,
            1 << 20,
            4096,
            java.nio.file.Path.of(System.getProperty("java.io.tmpdir")),
            ProxySettings.NONE);
    try (var transport =
        new HttpTransport(settings, new TlsSockets(Transports.trusting()), connector)) {
      return assertThrows(NetworkFailure.class, () -> transport.send(Requests.get(url)));
    }
  }
}

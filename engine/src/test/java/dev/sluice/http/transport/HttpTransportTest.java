package dev.sluice.http.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.config.HttpSettings;
import dev.sluice.config.TlsSettings;
import dev.sluice.http.Body;
import dev.sluice.http.Headers;
import dev.sluice.http.NetworkFailure;
import dev.sluice.http.Requests;
import dev.sluice.http.Response;
import dev.sluice.http.tls.TlsSockets;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Reset;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpTransportTest {
  private static final int MEMORY = 4096;
  private static final int MOST = 100_000;

  private final ScriptedServer server = ScriptedServer.start();
  private final List<Socket> opened = new CopyOnWriteArrayList<>();
  @TempDir private Path directory;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsExactlyTheHeadersOfTheRequest() {
    server.then(Answer.json("{\"id\":1}"));
    try (var transport = transport()) {
      Response response =
          transport.send(
              Requests.get(server.url("/orders?page=2"))
                  .withHeaders(
                      Headers.NONE.set("Accept", "text/csv; é").set("x-tag", ""))); // UTF-8
      assertEquals(200, response.status());
      assertEquals("OK", response.reason());
      assertEquals("{\"id\":1}", response.text());
      assertEquals("application/json", response.headers().first("content-type").orElseThrow());
    }
    assertEquals("GET /orders?page=2 HTTP/1.1", server.received().getFirst().line());
    assertEquals(
        List.of("Accept: text/csv; \u00c3\u00a9", "x-tag:", "Host: 127.0.0.1:" + server.port()),
        server.received().getFirst().headers());
  }

  @Test
  void sendsABodyWithItsLength() {
    server.then(Answer.json("1"), Answer.json("2"));
    try (var transport = transport()) {
      transport.send(Requests.post(server.url("/"), "{\"ž\":1}"));
      transport.send(Requests.post(server.url("/"), ""));
    }
    assertEquals(
        List.of("Host: 127.0.0.1:" + server.port(), "Content-Length: 8"),
        server.received().getFirst().headers());
    assertEquals("{\"ž\":1}", server.received().getFirst().text());
    assertEquals("0", server.received().getLast().header("Content-Length").orElseThrow());
  }

  @Test
  void asksBeforeItSendsAMebibyte() {
    server.then(Answer.json("1"), Answer.json("2"));
    String large = "x".repeat(1 << 20);
    try (var transport = transport()) {
      transport.send(Requests.post(server.url("/"), large));
      transport.send(Requests.post(server.url("/"), large.substring(1)));
    }
    assertEquals("100-Continue", server.received().getFirst().header("Expect").orElseThrow());
    assertEquals(1 << 20, server.received().getFirst().body().length);
    assertEquals(List.of(), server.received().getLast().headers("Expect"));
  }

  @Test
  void keepsTheConnection() {
    server.then(Answer.json("1"), Answer.json("2").chunked(), Answer.status(204), Answer.json("4"));
    try (var transport = transport()) {
      for (String body : List.of("1", "2", "", "4")) {
        assertEquals(body, transport.send(Requests.get(server.url("/" + body))).text());
      }
    }
    assertEquals(List.of("GET /1", "GET /2", "GET /", "GET /4"), server.requests());
    assertEquals(1, opened.size());
  }

  @Test
  void opensAnotherConnectionWhenTheServerClosesOne() {
    server.then(Answer.json("1").header("Connection", "close"), Answer.json("2"));
    try (var transport = transport()) {
      transport.send(Requests.get(server.url("/1")));
      transport.send(Requests.get(server.url("/2")));
    }
    assertEquals(2, opened.size());
  }

  @Test
  void sendsOnceMoreWhenAKeptConnectionTurnsOutToBeClosed() {
    server.then(Answer.json("1"), Answer.CLOSED, Answer.json("2"));
    try (var transport = transport()) {
      transport.send(Requests.get(server.url("/1")));
      assertEquals("2", transport.send(Requests.post(server.url("/2"), "body")).text());
    }
    assertEquals(List.of("GET /1", "POST /2", "POST /2"), server.requests());
  }

  @Test
  void sendsNothingTwiceOnceAByteHasComeBack() {
    server.then(Answer.json("1"), new Reset("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"));
    try (var transport = transport()) {
      transport.send(Requests.get(server.url("/1")));
      var failure =
          assertThrows(NetworkFailure.class, () -> transport.send(Requests.get(server.url("/2"))));
      assertEquals(NetworkFailure.Code.RECEIVE, failure.code());
    }
    assertEquals(List.of("GET /1", "GET /2"), server.requests());
  }

  @Test
  void sendsNothingTwiceWhenTheHeadBreaksOff() {
    server.then(Answer.json("1"), new Reset("HTTP/1.1 200 OK\r\nContent-"));
    try (var transport = transport()) {
      transport.send(Requests.get(server.url("/1")));
      assertThrows(NetworkFailure.class, () -> transport.send(Requests.get(server.url("/2"))));
    }
    assertEquals(List.of("GET /1", "GET /2"), server.requests());
  }

  @Test
  void sendsNothingTwiceOnANewConnection() {
    server.then(Answer.CLOSED, Answer.json("1"));
    try (var transport = transport()) {
      assertThrows(NetworkFailure.class, () -> transport.send(Requests.get(server.url("/"))));
    }
    assertEquals(1, server.requests().size());
  }

  @Test
  void saysThatItCantKeepALongBody() throws IOException {
    Path file = Files.createFile(directory.resolve("in-the-way"));
    server.then(Answer.status(200).body(new byte[MEMORY + 1]));
    var settings =
        new TransportSettings(
            HttpSettings.Timeouts.ORIGINAL, 1 << 20, MOST, MEMORY, file, ProxySettings.NONE);
    try (var transport =
        new HttpTransport(settings, new TlsSockets(TlsSettings.NONE), Connector.DIRECT)) {
      var error =
          assertThrows(UserError.class, () -> transport.send(Requests.get(server.url("/"))));
      assertEquals(
          "Cannot keep a long answer in a temporary file: %s. Make room in %s, or ask for smaller pages."
              .formatted(file, file),
          error.getMessage());
    }
  }

  @Test
  void readsAnAnswerWithoutLengthUntilTheConnectionCloses() {
    server.then(Answer.raw("HTTP/1.0 200 Fine\r\nA: 1\r\nA: 2\r\n\r\nall of it"));
    try (var transport = transport()) {
      Response response = transport.send(Requests.get(server.url("/")));
      assertEquals("all of it", response.text());
      assertEquals("Fine", response.reason());
      assertEquals(List.of("1", "2"), response.headers().all("a"));
    }
  }

  @Test
  void knowsAReasonWhenTheServerNamesNone() {
    server.then(Answer.raw("HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n"));
    try (var transport = transport()) {
      assertEquals("Not Found", transport.send(Requests.get(server.url("/"))).reason());
    }
  }

  @Test
  void passesOverInformation() {
    server.then(
        Answer.raw(
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{\"id\":1}"));
    try (var transport = transport()) {
      assertEquals("{\"id\":1}", transport.send(Requests.get(server.url("/"))).text());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, MEMORY - 1, MEMORY, MEMORY + 1, 3 * MEMORY, MOST})
  void readsBodiesOfAnySizeWhateverTellsTheirEnd(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    server.then(
        Answer.status(200).body(bytes),
        out -> {
          Answer.status(200).body(bytes).chunked().write(out);
          return true;
        });
    try (var transport = transport()) {
      for (int i = 0; i < 2; i++) {
        try (Body body = transport.send(Requests.get(server.url("/"))).body()) {
          assertEquals(size > MEMORY, body instanceof Body.InFile);
          assertEquals(size, body.size());
          assertArrayEquals(bytes, body.bytes());
        }
      }
    }
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void refusesALongerBody() {
    byte[] bytes = new byte[MOST + 1];
    server.then(Answer.status(200).body(bytes), Answer.status(200).body(bytes).chunked());
    try (var transport = transport()) {
      for (int i = 0; i < 2; i++) {
        var error =
            assertThrows(UserError.class, () -> transport.send(Requests.get(server.url("/long"))));
        assertEquals(
            "An answer is longer than 100000 bytes. Ask for smaller pages, or raise"
                + " 'api.http.maxResponseBytes'.",
            error.getMessage());
      }
    }
    assertEquals(0, directory.toFile().list().length);
  }

  @Test
  void sendsTheUserOfAnAddressAsAuthorization() {
    server.then(Answer.json("1"));
    try (var transport = transport()) {
      String address = server.url("/").replace("http://", "http://ann:s3%3Acret@");
      transport.send(Requests.get(address));
    }
    assertEquals(
        List.of("Basic YW5uOnMzOmNyZXQ="), server.received().getFirst().headers("Authorization"));
    assertEquals("GET / HTTP/1.1", server.received().getFirst().line());
  }

  @Test
  void connectsThroughWhatOpensConnections() {
    server.then(Answer.json("1"));
    var hosts = new CopyOnWriteArrayList<String>();
    Connector far =
        (host, port, timeout) -> {
          hosts.add(host + ":" + port);
          return Connector.DIRECT.open("127.0.0.1", server.port(), timeout);
        };
    try (var transport = new HttpTransport(settings(), new TlsSockets(TlsSettings.NONE), far)) {
      transport.send(Requests.get("http://only.known.there:8080/"));
    }
    assertEquals(List.of("only.known.there:8080"), hosts);
    assertEquals(List.of("only.known.there:8080"), server.received().getFirst().headers("Host"));
  }

  @Test
  void servesManyThreadsAtOnce() throws Exception {
    server.otherwise(request -> Answer.json(request.path()));
    try (var transport = transport();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers =
          IntStream.range(0, 40)
              .mapToObj(i ->
                  threads.submit(() -> transport.send(Requests.get(server.url("/" + i))).text()))
              .toList();
      for (int i = 0; i < answers.size(); i++) {
        assertEquals("/" + i, answers.get(i).get());
      }
    }
  }

  @Test
  void endsWhenItsThreadIsInterrupted() throws Exception {
    var never = new CountDownLatch(1);
    var arrived = new CountDownLatch(1);
    server.otherwise(_ -> {
      arrived.countDown();
      return Answer.json("1").after(never);
    });
    try (var transport = transport();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> outcome =
          threads.submit(() -> {
            try {
              return transport.send(Requests.get(server.url("/"))).text();
            } catch (CancellationException e) {
              return "cancelled";
            }
          });
      arrived.await();
      threads.shutdownNow();
      assertEquals("cancelled", outcome.get());
    } finally {
      never.countDown();
    }
  }

  private HttpTransport transport() {
    Connector counting =
        (host, port, timeout) -> {
          Socket socket = Connector.DIRECT.open(host, port, timeout);
          opened.add(socket);
          return socket;
        };
    return new HttpTransport(settings(), new TlsSockets(TlsSettings.NONE), counting);
  }

  private TransportSettings settings() {
    return new TransportSettings(
        HttpSettings.Timeouts.ORIGINAL, 1 << 20, MOST, MEMORY, directory, ProxySettings.NONE);
  }
}

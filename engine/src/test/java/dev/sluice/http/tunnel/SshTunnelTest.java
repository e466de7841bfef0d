package dev.sluice.http.tunnel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.HttpSettings;
import dev.sluice.config.SshSettings;
import dev.sluice.event.Level;
import dev.sluice.http.NetworkFailure;
import dev.sluice.http.Pipeline;
import dev.sluice.http.RecordedEvents;
import dev.sluice.http.Request;
import dev.sluice.http.Requests;
import dev.sluice.http.Response;
import dev.sluice.http.SteppedTime;
import dev.sluice.http.tls.TlsSockets;
import dev.sluice.http.transport.HttpTransport;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.http.transport.TransportSettings;
import dev.sluice.http.transport.Transports;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import dev.sluice.testkit.TlsListeners;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tunnel with a real OpenSSH server (spec: authentication §11).
@Timeout(60)
final class SshTunnelTest {
  private static final HttpSettings.Timeouts NO_LIMITS =
      new HttpSettings.Timeouts(Optional.empty(), Optional.empty());

  private final SteppedTime time = new SteppedTime();
  private final RecordedEvents events = new RecordedEvents();
  private final List<AutoCloseable> open = new ArrayList<>();

  @TempDir Path folder;

  @BeforeAll
  static void needsServer() {
    SshServer.assumeInstalled();
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  private <T extends AutoCloseable> T closing(T resource) {
    open.add(resource);
    return resource;
  }

  private SshServer server(String... options) {
    return closing(SshServer.start(folder, options));
  }

  private SshSettings settings(SshServer server, String key) {
    return new SshSettings("127.0.0.1", server.port(), server.user(), key, Optional.empty());
  }

  private Line line(SshServer server) {
    return line(settings(server, server.key()), NO_LIMITS, SshGateway.KEEP_ALIVE);
  }

  private Line line(SshSettings settings, HttpSettings.Timeouts timeouts, Duration keepAlive) {
    var tunnel =
        closing(
            new SshTunnel(
                new SshGateway(settings, keepAlive, events),
                new Pipeline.Surroundings(time, time, events)));
    var transport =
        closing(
            new HttpTransport(
                new TransportSettings(timeouts, 1 << 20, 1 << 28, 4096, folder, ProxySettings.NONE),
                new TlsSockets(Transports.trusting()),
                tunnel));
    return new Line(tunnel, transport);
  }

  /// The tunnel and what goes through it, one attempt at a time.
  private record Line(SshTunnel tunnel, HttpTransport transport) {
    Response send(Request request) {
      return tunnel.send(request, transport);
    }

    String get(String url) {
      return text(send(Requests.get(url)));
    }

    NetworkFailure failure(String url) {
      return assertThrows(NetworkFailure.class, () -> get(url));
    }
  }

  private static String text(Response response) {
    try (var content = response.body().open()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ScriptedServer api(Answer... answers) {
    return closing(ScriptedServer.start(answers));
  }

  @Test
  void carriesRequestsAndResolvesNamesAtTheFarEnd() {
    SshServer server = server();
    ScriptedServer api = api(Answer.json("[1]"), Answer.json("[2]"));
    Line line = line(server);

    assertEquals("[1]", line.get("http://localhost:" + api.port() + "/orders"));
    assertEquals("[2]", line.get("http://localhost:" + api.port() + "/orders?page=2"));

    assertEquals(List.of("GET /orders", "GET /orders?page=2"), api.requests());
    assertTrue(
        server.log().stream()
            .anyMatch(entry -> entry.contains("target localhost port " + api.port())),
        server.log().toString());
    assertEquals(
        List.of(
            "Creating SSH tunnel to '127.0.0.1' ...",
            "The host key of '127.0.0.1' is " + server.fingerprint() + "."),
        events.messages(Level.INFO));
    assertEquals(List.of("SSH tunnel created."), events.messages(Level.DEBUG));
  }

  @Test
  void isNotOpenedBeforeTheFirstRequest() {
    SshServer server = server();
    line(server);

    assertEquals(List.of(), events.all());
    assertTrue(server.log().stream().noneMatch(entry -> entry.contains("Connection from")));
  }

  @Test
  void carriesEncryptedConnections() {
    ScriptedServer api = closing(ScriptedServer.on(TlsListeners.sound(), "https"));
    api.then(Answer.json("[1]"), Answer.json("[2]"));
    Line line = line(server());

    assertEquals("[1]", line.get("https://localhost:" + api.port() + "/"));
    assertEquals("[2]", line.get("https://localhost:" + api.port() + "/"));
  }

  @Test
  void carriesLongBodiesBothWays() {
    String body = "0123456789abcdef".repeat(1 << 20);
    ScriptedServer api = api().otherwise(request -> Answer.json(request.text()));

    Response answer = line(server()).send(Requests.post(api.url("/"), body));

    assertArrayEquals(
        body.getBytes(StandardCharsets.UTF_8), text(answer).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void carriesManyRequestsAtOnceAfterOpeningOnce() throws Exception {
    ScriptedServer api = api().otherwise(request -> Answer.json(request.target()));
    Line line = line(server());

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String target = "/" + i;
        answers.add(threads.submit(() -> line.get(api.url(target))));
      }
      for (int i = 0; i < 40; i++) {
        assertEquals("/" + i, answers.get(i).get());
      }
    }
    assertEquals(List.of("SSH tunnel created."), events.messages(Level.DEBUG));
  }

  @ParameterizedTest
  @CsvSource({
    "rsa, '-t rsa -b 2048'",
    "rsa as PKCS1, '-t rsa -b 2048 -m PEM'",
    "rsa as PKCS8, '-t rsa -b 2048 -m PKCS8'",
    "ecdsa, '-t ecdsa -b 256'",
    "ecdsa 521, '-t ecdsa -b 521'",
    "ecdsa as SEC1, '-t ecdsa -b 384 -m PEM'",
    "ecdsa as PKCS8, '-t ecdsa -b 256 -m PKCS8'",
    "ed25519, '-t ed25519'"
  })
  void logsInWithKeysOfAllKinds(String name, String options) {
    SshServer server = server();
    server.generate("other", options.split(" ", -1));
    server.authorize(server.read("other.pub"));
    ScriptedServer api = api(Answer.json(name));

    Line line = line(settings(server, server.read("other")), NO_LIMITS, SshGateway.KEEP_ALIVE);

    assertEquals(name, line.get(api.url("/")));
  }

  @Test
  void logsInWithAnEd25519KeyInPkcs8() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    byte[] head = "\0\0\0\13ssh-ed25519\0\0\0\40".getBytes(StandardCharsets.US_ASCII);
    byte[] line = Arrays.copyOf(head, head.length + point.length);
    System.arraycopy(point, 0, line, head.length, point.length);
    SshServer server = server();
    server.authorize("ssh-ed25519 " + Base64.getEncoder().encodeToString(line) + "\n");
    ScriptedServer api = api(Answer.json("in"));
    String key =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));

    assertEquals(
        "in", line(settings(server, key), NO_LIMITS, SshGateway.KEEP_ALIVE).get(api.url("/")));
  }

  @Test
  void knowsTheKeysOfServersOfAllKinds() {
    for (String kind : List.of("rsa", "ecdsa")) {
      SshServer server = closing(SshServer.start(folder(kind)));
      server.kill();
      server.replaceHostKey("-t", kind);
      server.start();
      ScriptedServer api = api(Answer.json(kind));

      assertEquals(kind, line(server).get(api.url("/")));
    }
  }

  private Path folder(String name) {
    try {
      return java.nio.file.Files.createDirectory(folder.resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void saysThatTheServerDoesNotAcceptTheKey() {
    SshServer server = server();
    server.generate("other", "-t", "ed25519");
    Line line = line(settings(server, server.read("other")), NO_LIMITS, SshGateway.KEEP_ALIVE);

    UserError error = assertThrows(UserError.class, () -> line.get("http://localhost/"));

    assertEquals(
        "Unable to create ssh tunnel. Output:  ErrorOutput: "
            + server.user()
            + "@127.0.0.1: Permission denied (publickey)",
        error.problems().getFirst().message());
    assertTrue(error.problems().getFirst().remedy().contains("#privateKey"));
  }

  @Test
  void connectsToTheServerWithTheExpectedKeyOnly() {
    SshServer server = server();
    ScriptedServer api = api(Answer.json("in"));
    SshSettings right =
        new SshSettings(
            "localhost",
            server.port(),
            server.user(),
            server.key(),
            Optional.of(server.fingerprint()));
    String other = "SHA256:" + "A".repeat(43);
    SshSettings wrong =
        new SshSettings(
            "localhost", server.port(), server.user(), server.key(), Optional.of(other));

    assertEquals("in", line(right, NO_LIMITS, SshGateway.KEEP_ALIVE).get(api.url("/")));
    Line line = line(wrong, NO_LIMITS, SshGateway.KEEP_ALIVE);
    UserError error = assertThrows(UserError.class, () -> line.get(api.url("/")));

    assertEquals(
        "The host key of 'localhost' is %s, but 'hostKeyFingerprint' is %s."
            .formatted(server.fingerprint(), other),
        error.problems().getFirst().message());
    assertEquals(List.of(), time.pauses());
    assertEquals(1, api.received().size());
  }

  @Test
  void reconnectsAfterTheServerWasGone() {
    SshServer server = server();
    ScriptedServer api = api().otherwise(request -> Answer.json(request.target()));
    Line line = line(server);
    line.get(api.url("/1"));

    server.kill();
    NetworkFailure gone = line.failure(api.url("/2"));
    server.start();

    assertEquals(NetworkFailure.Code.NO_CONNECTION, gone.code());
    assertEquals("/3", line.get(api.url("/3")));
    assertEquals(List.of("GET /1", "GET /3"), api.requests());
    List<String> debug = events.messages(Level.DEBUG);
    assertEquals("SSH tunnel is not alive. Reconnecting ...", debug.get(1));
    assertEquals("SSH tunnel created.", debug.getLast());
    assertEquals(1, infos("The host key"));
  }

  private long infos(String start) {
    return events.messages(Level.INFO).stream().filter(text -> text.startsWith(start)).count();
  }

  @Test
  void breaksTheAnswerThatWasOnItsWayWhenTheTunnelBroke() throws Exception {
    SshServer server = server();
    var half = new CountDownLatch(1);
    Answer endless =
        out -> {
          out.write(
              "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n[1,"
                  .getBytes(StandardCharsets.US_ASCII));
          out.flush();
          half.countDown();
          awaitEnd();
          return false;
        };
    ScriptedServer api = api(endless);
    Line line = line(server);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<NetworkFailure> failure = threads.submit(() -> line.failure(api.url("/")));
      half.await();
      server.kill();

      assertEquals(NetworkFailure.Code.RECEIVE, failure.get().code());
      ended.countDown();
    }
  }

  private final CountDownLatch ended = new CountDownLatch(1);

  private void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void readsABodyThatEndsWithTheConnection() {
    Answer closing =
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n[1]".getBytes(StandardCharsets.US_ASCII));
          return false;
        };

    assertEquals("[1]", line(server()).get(api(closing).url("/")));
  }

  @Test
  void noticesAServerThatIsSilent() {
    SshServer server = server();
    ScriptedServer api = api().otherwise(request -> Answer.json(request.target()));
    Line line = line(settings(server, server.key()), NO_LIMITS, Duration.ofMillis(50));
    line.get(api.url("/1"));
    server.freezeConnections();

    NetworkFailure failure = line.failure(api.url("/2"));

    assertTrue(
        List.of(NetworkFailure.Code.RECEIVE, NetworkFailure.Code.NO_CONNECTION)
            .contains(failure.code()),
        failure.message());
    assertEquals("/3", line.get(api.url("/3")));
  }

  @Test
  void endsARequestAtItsDeadline() {
    ScriptedServer api =
        api(out -> {
          awaitEnd();
          return false;
        });
    SshServer server = server();
    var timeouts = new HttpSettings.Timeouts(Optional.empty(), Optional.of(Duration.ofMillis(500)));
    Line line = line(settings(server, server.key()), timeouts, SshGateway.KEEP_ALIVE);

    assertEquals(NetworkFailure.Code.TIMEOUT, line.failure(api.url("/")).code());
    ended.countDown();
  }

  @Test
  void tellsWhyTheServerCanNotConnect() {
    int port = SshServer.freePort();
    Line line = line(server());

    NetworkFailure refused = line.failure("http://127.0.0.1:" + port + "/");
    NetworkFailure unknown = line.failure("http://api.invalid/");

    assertEquals(NetworkFailure.Code.SOCKS, refused.code());
    assertEquals(
        "CURL error 97: The SSH server could not connect to 127.0.0.1 port "
            + port
            + ": Connection refused",
        refused.message());
    assertEquals(NetworkFailure.Code.SOCKS, unknown.code());
    assertTrue(unknown.message().contains("api.invalid port 80"), unknown.message());
  }

  @Test
  void tellsThatTheServerForbidsTunnels() {
    NetworkFailure failure = line(server("AllowTcpForwarding no")).failure("http://127.0.0.1:9/");

    assertEquals(NetworkFailure.Code.SOCKS, failure.code());
    assertTrue(failure.message().contains("AllowTcpForwarding"), failure.message());
  }
}

package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Level;
import dev.sluice.http.RecordedEvents;
import dev.sluice.http.Requests;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.http.tunnel.SshServer;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs through a real OpenSSH server (spec: authentication §10, §11).
@Timeout(60)
final class TunnelledRunTest {
  private static final String PAGES =
      """
      {"jobs": [{"endpoint": "orders"}]}
      """;

  private final ScriptedServer api = ScriptedServer.start();
  private final RecordedEvents events = new RecordedEvents();

  @TempDir private Path folder;
  private Optional<SshServer> server = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    SshServer.assumeInstalled();
    server = Optional.of(SshServer.start(Files.createDirectory(folder.resolve("ssh"))));
  }

  @AfterEach
  void stop() {
    server.ifPresent(SshServer::close);
    api.close();
  }

  /// A proxy that is not there would break every request that asks it.
  private void run(String apiSection, String config, String more) throws IOException {
    SshServer ssh = server.orElseThrow();
    JsonObject proxy =
        JsonObject.builder()
            .put("host", "127.0.0.1")
            .put("port", JsonNumber.of(ssh.port()))
            .put("user", ssh.user())
            .put("#privateKey", ssh.key())
            .build();
    String document =
        "{\"parameters\":{\"api\":{\"baseUrl\":\"%s\"%s},\"config\":%s,\"sshProxy\":%s%s}}"
            .formatted(
                "http://localhost:" + api.port() + "/",
                apiSection,
                config,
                dev.sluice.php.JsonText.of(proxy),
                more);
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("config.json"), document);
    var absent =
        new ProxySettings(
            Optional.of(Requests.url("http://127.0.0.1:9")), Optional.empty(), List.of());
    Sluice.run(new RunRequest(data, Optional.empty(), InstantSource.system(), absent, events));
  }

  private String table(String name) throws IOException {
    return Files.readString(folder.resolve("data/out/tables").resolve(name));
  }

  @Test
  void goesOnWhenTheServerIsKilledAndComesBack() throws IOException {
    var killed = new AtomicBoolean();
    api.otherwise(request -> {
      boolean isFirst = request.target().contains("page=1");
      if (!isFirst && !killed.getAndSet(true)) {
        server.orElseThrow().kill();
        server.orElseThrow().start();
        return Answer.CLOSED;
      }
      return Answer.json(
          isFirst ? "[{\"id\":1}]" : request.target().contains("page=2") ? "[{\"id\":2}]" : "[]");
    });

    run(",\"pagination\":{\"method\":\"pagenum\"}", PAGES, "");

    assertEquals("\"id\"\n\"1\"\n\"2\"\n", table("orders"));
    assertEquals(
        List.of(
            "GET /orders?page=1", "GET /orders?page=2", "GET /orders?page=2", "GET /orders?page=3"),
        api.requests());
    assertEquals(
        1,
        events.messages(Level.DEBUG).stream()
            .filter("SSH tunnel is not alive. Reconnecting ..."::equals)
            .count());
    assertTrue(
        server.orElseThrow().log().stream()
            .anyMatch(entry -> entry.contains("target localhost port " + api.port())));
  }

  @Test
  void signsAndTunnelsLoginsToo() throws IOException {
    api.at("/token", Answer.json("{\"access_token\":\"my-token\"}"));
    api.at("/orders", Answer.json("[{\"id\":1}]"));

    run(
        """
        ,"authentication": {"type": "login", "loginRequest": {"endpoint": "token", "method": "POST"},
          "apiRequest": {"headers": {"X-Token": {"response": "access_token"}}}}
        """,
        PAGES,
        """
        ,"aws": {"signature": {"credentials": {"accessKeyId": "AKIDEXAMPLE", "#secretKey": "my-secret",
          "serviceName": "execute-api", "regionName": "eu-central-1"}}}
        """);

    assertEquals(List.of("POST /token", "GET /orders"), api.requests());
    for (Received request : api.received()) {
      String signature = request.header("Authorization").orElse("");
      assertTrue(
          signature.matches(
              "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-central-1/execute-api/aws4_request,"
                  + " SignedHeaders=host;x-amz-date(;x-token)?, Signature=[0-9a-f]{64}"),
          signature);
      assertTrue(request.header("X-Amz-Date").isPresent());
    }
    assertTrue(api.received().getLast().header("Authorization").orElse("").contains(";x-token,"));
    assertFalse(events.all().toString().contains("Signature="));
  }
}

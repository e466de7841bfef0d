package dev.sluice.http.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.HttpSettings;
import dev.sluice.config.TlsSettings;
import dev.sluice.http.Body;
import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Url;
import dev.sluice.http.tls.TlsSockets;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpTransportTest {
  private final ScriptedServer server = ScriptedServer.start();
  @TempDir Path directory;

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
              get("/orders?page=2").withHeaders(Headers.NONE.set("Accept", "text/csv; é")));
      assertEquals(200, response.status());
      assertEquals("{\"id\":1}", response.text());
    }
    assertEquals("GET /orders?page=2 HTTP/1.1", server.received().getFirst().line());
    assertEquals(
        List.of("Accept: text/csv; Ã©", "Host: 127.0.0.1:" + server.port()),
        server.received().getFirst().headers());
  }

  @Test
  void keepsTheConnection() {
    server.then(Answer.json("1"), Answer.json("2").chunked(), Answer.json("3"));
    try (var transport = transport()) {
      for (int i = 1; i < 4; i++) {
        assertEquals(Integer.toString(i), transport.send(get("/" + i)).text());
      }
    }
    assertEquals(List.of("GET /1", "GET /2", "GET /3"), server.requests());
  }

  @Test
  void putsALongBodyIntoAFile() {
    String text = "0123456789".repeat(500);
    server.then(Answer.json(text), Answer.json(text).chunked());
    try (var transport = transport()) {
      for (int i = 0; i < 2; i++) {
        try (Body body = transport.send(get("/long")).body()) {
          assertInstanceOf(Body.InFile.class, body);
          assertEquals(text, new String(body.bytes(), StandardCharsets.UTF_8));
        }
      }
    }
    assertTrue(directory.toFile().list().length == 0);
  }

  private HttpTransport transport() {
    var settings =
        new TransportSettings(
            HttpSettings.Timeouts.ORIGINAL, 1 << 20, 4096, directory, ProxySettings.NONE);
    return new HttpTransport(settings, new TlsSockets(TlsSettings.NONE), Connector.DIRECT);
  }

  private Request get(String target) {
    return new Request(
        "GET",
        Url.parse(server.url(target)).orElseThrow(),
        Headers.NONE,
        Optional.empty(),
        Request.Purpose.CONFIGURED);
  }
}

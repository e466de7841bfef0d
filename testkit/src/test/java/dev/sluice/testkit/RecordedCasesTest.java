package dev.sluice.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedCasesTest {
  @TempDir private Path folder = Path.of("");
  @TempDir private Path data = Path.of("");

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    Files.writeString(path, text);
  }

  @Nested
  class Server {
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void record() throws IOException {
      write("010-orders/orders.request", "GET /orders?page=2\n");
      write("010-orders/orders.response", "[{\"id\":1}]");
      write("010-orders/ada.request", "POST /customers\r\n\r\n{\"name\":\"Ada\"}\r\n");
      write("010-orders/ada.response", "{}");
      write("010-orders/ada.responseCode", "202\n");
      write("010-orders/ada.responseHeaders", "X-Wait: 3\nContent-Type: text/plain");
    }

    @AfterEach
    void close() {
      client.close();
    }

    @Test
    void answersARecordedRequestWithJsonUnlessSaidOtherwise() throws Exception {
      HttpResponse<String> response = get("/orders?page=2");
      assertEquals(200, response.statusCode());
      assertEquals("[{\"id\":1}]", response.body());
      assertEquals("application/json", response.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void answersWithTheRecordedStatusAndHeaders() throws Exception {
      HttpResponse<String> response = post("/customers", "{\"name\":\"Ada\"}");
      assertEquals(202, response.statusCode());
      assertEquals("3", response.headers().firstValue("X-Wait").orElse(""));
      assertEquals("text/plain", response.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void answers404WhenTargetOrBodyDiffer() throws Exception {
      assertEquals(404, get("/orders?page=3").statusCode());
      assertEquals(404, get("/orders").statusCode());
      assertEquals(404, post("/customers", "{\"name\": \"Ada\"}").statusCode());
    }

    @Test
    void asksForTheRequiredHeadersAndTakesTheFirstMatchInPathOrder() throws Exception {
      write("020-scopes/a-orders.request", "GET /scoped");
      write("020-scopes/a-orders.requestHeaders", "X-Scope: read\nX-Trace: *\n");
      write("020-scopes/a-orders.response", "first");
      write("020-scopes/b-orders.request", "GET /scoped");
      write("020-scopes/b-orders.requestHeaders", "X-Scope: read");
      write("020-scopes/b-orders.response", "second");
      assertEquals("first", get("/scoped", "X-Scope", "read", "X-Trace", "7").body());
      assertEquals("second", get("/scoped", "X-Scope", "read").body());
      assertEquals(404, get("/scoped", "X-Scope", "write").statusCode());
    }

    @Test
    void ordersPathsByTheirNamesNotByTheirText() throws Exception {
      write("030-a/z.request", "GET /which");
      write("030-a/z.response", "in 030-a");
      write("030-a-b/a.request", "GET /which");
      write("030-a-b/a.response", "in 030-a-b");
      assertEquals("in 030-a", get("/which").body());
    }

    private HttpResponse<String> get(String target, String... headers) throws Exception {
      try (ScriptedServer server = RecordedCases.read(folder).serve()) {
        var request = HttpRequest.newBuilder(URI.create(server.url(target)));
        return client.send(
            (headers.length == 0 ? request : request.headers(headers)).build(),
            BodyHandlers.ofString());
      }
    }

    private HttpResponse<String> post(String target, String body) throws Exception {
      try (ScriptedServer server = RecordedCases.read(folder).serve()) {
        return client.send(
            HttpRequest.newBuilder(URI.create(server.url(target)))
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
      }
    }
  }

  @Nested
  class Judgement {
    @BeforeEach
    void record() throws IOException {
      write("010-orders/config.json", "{\"baseUrl\": \"http://mock-server:80/010-orders/\"}");
      write("010-orders/_sample_out/shop.orders", "\"id\"\n\"1\"\n");
      write("010-orders/_sample_out/shop.orders.manifest", "{\"incremental\": false, \"a\": 1}");
    }

    @Test
    void acceptsEqualTablesAndManifestsThatAreWrittenOtherwise() throws Exception {
      assertEquals(
          List.of(),
          judge(
              0,
              "shop.orders",
              "\"id\"\n\"1\"\n",
              "shop.orders.manifest",
              "{\"a\":1.0,\"incremental\":false}"));
    }

    @Test
    void namesTablesThatDifferAreMissingOrTooMany() throws Exception {
      assertEquals(
          List.of("differs shop.orders", "missing shop.orders.manifest", "unexpected shop.lines"),
          judge(0, "shop.orders", "\"id\"\n\"1\"", "shop.lines", ""));
    }

    @Test
    void namesAManifestThatDiffersOrIsNoJson() throws Exception {
      assertEquals(
          List.of("differs shop.orders.manifest"),
          judge(0, "shop.orders", "\"id\"\n\"1\"\n", "shop.orders.manifest", "{\"a\":1}"));
      assertEquals(
          List.of("differs shop.orders.manifest"),
          judge(0, "shop.orders", "\"id\"\n\"1\"\n", "shop.orders.manifest", "{"));
    }

    @Test
    void comparesTheExitCodeFirst() throws Exception {
      assertEquals(List.of("exit 1 instead of 0"), judge(1));
    }

    @Test
    void wantsNoTableWhereAnErrorIsRecorded() throws Exception {
      write("020-refused/config.json", "{}");
      write("020-refused/_exit", "1\n");
      RecordedCase refused = new RecordedCase("020-refused", folder.resolve("020-refused"));
      assertEquals(List.of(), refused.differences(1, data));
      Files.createDirectories(data.resolve("out/tables"));
      Files.writeString(data.resolve("out/tables/orders"), "");
      assertEquals(List.of("unexpected orders"), refused.differences(1, data));
    }

    @Test
    void judgesOnlyTheNamesOfFilesThatHoldTheTime() throws Exception {
      write("091-time/config.json", "{}");
      write("091-time/_sample_out/orders", "\"at\"\n\"2020\"\n");
      RecordedCase time = new RecordedCase("091-time", folder.resolve("091-time"));
      assertEquals(List.of("missing orders"), time.differences(0, data));
      Files.createDirectories(data.resolve("out/tables"));
      Files.writeString(data.resolve("out/tables/orders"), "\"at\"\n\"2026\"\n");
      assertEquals(List.of(), time.differences(0, data));
    }

    private List<String> judge(int exitCode, String... tables) throws Exception {
      RecordedCases cases = RecordedCases.read(folder);
      return cases.judge(
          cases.cases().getFirst(),
          data,
          ran -> {
            for (int index = 0; index < tables.length; index += 2) {
              Files.writeString(
                  ran.resolve("out/tables").resolve(tables[index]), tables[index + 1]);
            }
            return exitCode;
          });
    }
  }

  @Test
  void leavesOutCasesThatNoRecordingCanMatchAndFoldersThatOnlyLendExchanges() throws Exception {
    write("001-orders/config.json", "{}");
    write("102-signed/config.json", "{}");
    write("003-lends/orders.request", "GET /orders");
    write("003-lends/orders.response", "[]");
    assertEquals(
        List.of("001-orders"),
        RecordedCases.read(folder).cases().stream().map(RecordedCase::name).toList());
  }

  @Test
  void pointsTheConfigurationAtTheServerAndBringsTheState() throws Exception {
    write(
        "010-state/config.json",
        """
        {"baseUrl": "http://mock-server:80/a/", "behind": "http://mock-server-behind-proxy:80/",
         "login": "http://mock-server/login", "address": "mock-server", "port": "80", "limit": "80"}
        """);
    write("010-state/in/state.json", "{\"time\":{}}");
    new RecordedCase("010-state", folder.resolve("010-state")).writeDataFolder(data, 4321);
    assertEquals(
        """
        {"baseUrl": "http://127.0.0.1:4321/a/", "behind": "http://127.0.0.1:4321/",
         "login": "http://127.0.0.1:4321/login", "address": "127.0.0.1", "port": "4321", "limit": "80"}
        """,
        Files.readString(data.resolve("config.json")));
    assertEquals("{\"time\":{}}", Files.readString(data.resolve("in/state.json")));
    assertTrue(Files.isDirectory(data.resolve("out/tables")));
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThrows(
        IllegalArgumentException.class, () -> RecordedCases.read(folder.resolve("missing")));
  }

  @Test
  void readsTheRealOnesWhereTheyAre() throws Exception {
    var found = RecordedCases.find();
    assumeTrue(found.isPresent(), RecordedCases.ABSENT);
    assertFalse(found.orElseThrow().cases().isEmpty());
  }
}

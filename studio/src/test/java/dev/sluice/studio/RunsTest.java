package dev.sluice.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.studio.PageOfStudio.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tests and runs through the studio (spec: studio §4.5, §4.11 no. 1, 5, 6, 9).
final class RunsTest {
  @TempDir private Path folder;
  private PageOfStudio page;
  private final ScriptedServer server = ScriptedServer.start();
  private final CountDownLatch never = new CountDownLatch(1);

  @BeforeEach
  void start() {
    page = new PageOfStudio(StudioOptions.of(folder));
  }

  @AfterEach
  void stop() {
    never.countDown();
    page.close();
    server.close();
  }

  @Test
  void aNewcomerGetsFromNothingToTablesAndNoSecretIsEverShown() throws IOException {
    Answer demo = page.post("/api/demo", JsonObject.EMPTY);
    Answer form =
        page.put(
            "/api/forms/authentication",
            PageOfStudio.text("{\"parameters\":{\"config\":{}}}")
                .with("method", new JsonString("oauth2"))
                .with(
                    "fields",
                    JsonObject.builder()
                        .put("clientId", demo.at("/client_id"))
                        .put("clientSecret", demo.at("/client_secret"))
                        .put("accessTokenUrl", demo.at("/token_url"))
                        .put(
                            "scopes",
                            JsonArray.of(
                                new JsonString("customers:read"), new JsonString("orders:read")))
                        .build()));
    Answer edited =
        page.post(
            "/api/edit",
            PageOfStudio.text(form.at("/text"))
                .with(
                    "edits",
                    json(
                        "[{\"pointer\":\"/parameters/api/baseUrl\",\"value\":\""
                            + demo.at("/base_url")
                            + "\"},"
                            + "{\"pointer\":\"/parameters/config/outputBucket\",\"value\":\"shop\"},"
                            + "{\"pointer\":\"/parameters/config/jobs\",\"value\":[{\"endpoint\":\"orders\",\"dataField\":\"orders\",\"dataType\":\"orders\"}]}]")));
    String text = edited.at("/text");
    Answer token = page.post("/api/token", PageOfStudio.text(text));
    assertEquals("true", token.at("/ok"), token.body());
    assertEquals("Bearer", token.at("/token_type"));

    Answer test = test(text, "{}");
    assertEquals("ok", test.at("/status"), test.body());
    assertEquals("true", test.at("/result/exchanges/0/login"));
    String columns = test.at("/result/tables/0/columns");

    assertEquals(200, page.save(page.get("/api/config").at("/etag"), text).status());
    String secret =
        Files.readString(folder.resolve("config.json"))
            .replaceAll("(?s).*\"#__CLIENT_SECRET\":\\s*\"([^\"]+)\".*", "$1");
    String id = page.post("/api/runs", object("{\"state\":\"first\"}")).at("/id");
    String events = page.get("/api/runs/" + id + "/events").body();
    assertTrue(events.contains("event: run_finished"), events);
    Answer tables = page.get("/api/runs/" + id + "/tables");
    assertEquals(columns, tables.at("/tables/0/columns"));
    Answer rows = page.get("/api/runs/" + id + "/tables/shop.orders?offset=10&limit=5");
    assertEquals(
        "5", Integer.toString(((JsonArray) rows.json().find("rows").orElseThrow()).items().size()));
    // The test shows the same rows as the run (spec: studio §4.11 no. 6).
    assertEquals(test.at("/result/tables/0/preview/10"), rows.at("/rows/0"));
    page.get("/api/runs/" + id + "/config");
    page.get("/api/runs/" + id + "/exchanges/1");
    page.get("/api/state");

    assertTrue(secret.length() > 20, secret);
    for (String answer : page.answers()) {
      for (String form2 :
          List.of(
              secret,
              Base64.getEncoder().encodeToString(("demo-shop-reader:" + secret).getBytes(UTF_8)))) {
        assertFalse(answer.contains(form2), answer);
      }
    }
  }

  @Test
  void aRunIsCancelledWithinTwoSecondsAndPublishesNothing() throws IOException {
    server.otherwise(_ -> dev.sluice.testkit.Answer.json("[]").after(never));
    save("{\"endpoint\":\"orders\"}");
    String id = page.post("/api/runs", JsonObject.EMPTY).at("/id");
    assertEquals("running", page.post("/api/runs", JsonObject.EMPTY).at("/error/code"));
    while (server.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    long begun = System.nanoTime();
    page.delete("/api/runs/" + id);
    String events = page.get("/api/runs/" + id + "/events").body();
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 2000, events);
    assertTrue(events.contains("\"status\":\"cancelled\""), events);
    assertFalse(Files.exists(folder.resolve("out/tables/b.orders")));
    assertEquals("cancelled", page.get("/api/runs/" + id).at("/status"));
  }

  @Test
  void eventsComeWhileTheRunIsUnderWay() throws IOException {
    server.otherwise(_ -> dev.sluice.testkit.Answer.json("[]").after(never));
    save("{\"endpoint\":\"orders\"}");
    String id = page.post("/api/runs", JsonObject.EMPTY).at("/id");
    assertTrue(
        page.firstLines("/api/runs/" + id + "/events", "event: request").contains("run_started"));
    assertEquals("running", page.get("/api/runs/" + id).at("/status"));
    page.delete("/api/runs/" + id);
  }

  @Test
  void aLongRunSendsThePageNoMoreThanItCanTake() throws IOException {
    var rows = new StringBuilder("[{\"id\":1}");
    rows.append(",{\"id\":1}".repeat(99)).append(']');
    server.otherwise(received ->
        dev.sluice.testkit.Answer.json(
            received.target().contains("offset=99900") ? "[{\"id\":2}]" : rows.toString()));
    saveApi(
        "\"pagination\":{\"method\":\"offset\",\"limit\":100,\"loopGuard\":false},",
        "{\"endpoint\":\"orders\",\"params\":{}}");
    String id = page.post("/api/runs", JsonObject.EMPTY).at("/id");
    String events = page.get("/api/runs/" + id + "/events").body();
    assertTrue(events.contains("run_finished"), events);
    assertTrue(events.length() < 2_000_000, () -> "" + events.length());
    // Whoever reconnects gets what is missing.
    long last =
        Long.parseLong(events.substring(events.lastIndexOf("\nid: ") + 5).split("\n", 2)[0]);
    Answer rest =
        page.send(
            "GET",
            "/api/runs/" + id + "/events",
            Map.of("X-Sluice-Token", page.token(), "Last-Event-ID", Long.toString(last - 1)),
            "");
    assertTrue(rest.body().startsWith("id: " + last + "\nevent: run_finished"), rest.body());
  }

  @Test
  void aTargetThatDoesNotAnswerEndsATestInTime() {
    server.otherwise(_ -> dev.sluice.testkit.Answer.json("[]").after(never));
    long begun = System.nanoTime();
    Answer test = test(config("", "{\"endpoint\":\"orders\"}"), "{\"seconds\":1}");
    assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 5);
    assertEquals("error", test.at("/status"), test.body());
    assertTrue(List.of("time_limit", "no_answer").contains(test.at("/error/code")), test.body());
    assertEquals("GET", test.at("/result/exchanges/0/method"));
  }

  @Test
  void aTargetThatAnswersHtmlIsShownAsText() {
    server.otherwise(_ -> dev.sluice.testkit.Answer.json("<html><script>alert(1)</script></html>"));
    Answer test = test(config("", "{\"endpoint\":\"orders\"}"), "{}");
    assertEquals("response", test.at("/error/code"));
    assertEquals("<html><script>alert(1)</script></html>", test.at("/result/response/data"));
    assertTrue(test.head().contains("application/json"), test.head());
  }

  @Test
  void aTargetThatAnswersAHundredMegabytesLeavesTheStudioUsable() {
    byte[] long100 = new byte[100 << 20];
    java.util.Arrays.fill(long100, (byte) ' ');
    server.otherwise(_ -> dev.sluice.testkit.Answer.json("").body(long100));
    Answer test = test(config("", "{\"endpoint\":\"orders\"}"), "{}");
    assertEquals("error", test.at("/status"), test.head());
    assertTrue(test.body().length() < 100_000, test.head());
    assertEquals(200, page.get("/api/config").status());
  }

  @Test
  void aBodyIsShownAsFarAsTheLimitAllows() {
    server.otherwise(
        _ -> dev.sluice.testkit.Answer.json("[{\"note\":\"" + "x".repeat(5000) + "\"}]"));
    Answer test = test(config("", "{\"endpoint\":\"orders\"}"), "{\"bytes\":1000}");
    assertEquals("ok", test.at("/status"), test.body());
    assertEquals(1000, test.at("/result/exchanges/0/response_body").length());
    assertEquals("true", test.at("/result/exchanges/0/response_truncated"));
  }

  @Test
  void aSecretThatTheApiEchoesIsMaskedEverywhere() throws IOException {
    server.otherwise(_ ->
        dev.sluice.testkit.Answer.json(
            "[{\"plain\":\"c4n4ry-value\",\"escaped\":\"c4n4ry-v\\u0061lue\",\"encoded\":\""
                + Base64.getEncoder().encodeToString("c4n4ry-value".getBytes(UTF_8))
                + "\"}]"));
    String text =
        config(
            "\"http\":{\"headers\":{\"X-Key\":{\"attr\":\"#key\"}}},",
            "{\"endpoint\":\"orders\"}",
            "\"#key\":\"c4n4ry-value\",");
    Answer test = test(text, "{}");
    assertEquals("ok", test.at("/status"), test.body());
    Files.writeString(folder.resolve("config.json"), text);
    String id = page.post("/api/runs", JsonObject.EMPTY).at("/id");
    page.get("/api/runs/" + id + "/events");
    page.get("/api/runs/" + id + "/tables/b.orders");
    page.get("/api/runs/" + id + "/exchanges/1");
    page.get("/api/runs/" + id + "/config");
    page.get("/api/config");
    for (String answer : page.answers()) {
      assertFalse(answer.contains("c4n4ry-value"), answer);
      assertFalse(answer.contains("YzRuNHJ5LXZhbHVl"), answer);
    }
    // The file itself is the API's word.
    assertTrue(
        page.get("/api/runs/" + id + "/tables/b.orders.csv").body().contains("c4n4ry-value"));
  }

  @Test
  void theHistoryOutlivesTheStudioAndTellsWhatChanged() throws IOException {
    server.otherwise(_ -> dev.sluice.testkit.Answer.json("[{\"id\":1}]"));
    save("{\"endpoint\":\"orders\"}");
    String id = page.post("/api/runs", JsonObject.EMPTY).at("/id");
    page.get("/api/runs/" + id + "/events");
    page.close();
    page = new PageOfStudio(StudioOptions.of(folder));
    assertEquals("success", page.get("/api/runs").at("/runs/0/status"));
    assertEquals("1", page.get("/api/runs/1/tables/b.orders").at("/rows/0/0"));
    save("{\"endpoint\":\"customers\"}");
    String diff = page.get("/api/runs/1/config").at("/diff");
    assertTrue(diff.contains("-") && diff.contains("customers"), diff);
    assertEquals("2", page.post("/api/runs", JsonObject.EMPTY).at("/id"));
  }

  @Test
  void aTestIsCancelledByItsName() throws InterruptedException {
    server.otherwise(_ -> dev.sluice.testkit.Answer.json("[]").after(never));
    var answers = new java.util.concurrent.LinkedBlockingQueue<Answer>();
    Thread.ofVirtual()
        .start(() ->
            answers.add(
                page.post(
                    "/api/actions/test_request",
                    testBody(config("", "{\"endpoint\":\"orders\"}"), "{}")
                        .with("id", new JsonString("t1")))));
    while (server.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    assertEquals(200, page.delete("/api/tests/t1").status());
    assertEquals("cancelled", answers.take().at("/error/code"));
  }

  @Test
  void aTestSaysHowTheAnswerMayPageAndWhereItsListsAre() {
    server.at(
        "/orders",
        dev.sluice.testkit.Answer.json(
            "{\"data\":[{\"id\":1},{\"id\":2}],\"links\":{\"next\":\"/orders?page=2\"}}"));
    Answer answer = test(config("", "{\"endpoint\":\"orders\"}"), "{}");
    assertEquals("links.next", answer.at("/result/guess/pagination/urlKey"));
    assertEquals("Looks like response.url on `links.next`.", answer.at("/result/guess/words"));
    assertEquals("[{\"path\":\"data\",\"count\":2}]", answer.at("/result/lists"));
  }

  private Answer test(String text, String limits) {
    return page.post("/api/actions/test_request", testBody(text, limits));
  }

  private static JsonObject testBody(String text, String limits) {
    return PageOfStudio.text(text)
        .with("limits", object(limits))
        .with("inputs", JsonObject.of("__SELECTED_JOB", new JsonString("0")));
  }

  private void save(String job) throws IOException {
    saveApi("", job);
  }

  private void saveApi(String api, String job) throws IOException {
    Files.writeString(folder.resolve("config.json"), config(api, job));
  }

  private String config(String api, String job) {
    return config(api, job, "");
  }

  private String config(String api, String job, String config) {
    return "{\"parameters\":{\"api\":{%s\"baseUrl\":\"%s/\"},\"config\":{%s\"outputBucket\":\"b\",\"jobs\":[%s]}}}"
        .formatted(api, server.origin(), config, job);
  }

  private static JsonObject object(String text) {
    return (JsonObject) json(text);
  }

  private static JsonValue json(String text) {
    try {
      return new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(e);
    }
  }
}

package dev.sluice.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.action.TestRequest.Result;
import dev.sluice.event.Events;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.UserError;
import dev.sluice.run.Bounds;
import dev.sluice.run.RunRequest;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The vectors of the requests (spec: studio §2.8), with the results that are wanted.
final class TestRequestVectorsTest {
  private static final String ROWS = "[{\"id\":1},{\"id\":2}]";
  private static final String BEARER =
      "\"apiRequest\":{\"headers\":{\"Authorization\":{\"function\":\"concat\",\"args\":[\"Bearer \",{\"response\":\"access_token\"}]}}}";
  private static final String BASIC_AUTH =
      "\"headers\":{\"Accept\":\"application/json\",\"Authorization\":{\"function\":\"concat\",\"args\":[\"Basic \",{\"function\":\"base64_encode\",\"args\":[{\"function\":\"concat\",\"args\":[{\"attr\":\"__CLIENT_ID\"},\":\",{\"attr\":\"#__CLIENT_SECRET\"}]}]}]}},\"params\":{\"grant_type\":\"client_credentials\",\"scope\":\"read write\"}";
  private static final String POST_FORM =
      "\"headers\":{\"Accept\":\"application/json\"},\"params\":{\"grant_type\":\"client_credentials\",\"scope\":\"read write\",\"client_id\":{\"attr\":\"__CLIENT_ID\"},\"client_secret\":{\"attr\":\"#__CLIENT_SECRET\"}}";

  @TempDir private Path folder;
  private final ScriptedServer server = ScriptedServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void q1AndQ29ClientCredentialsWithBasicAuth() {
    token();
    Result result = clientCredentials(BASIC_AUTH);
    var login = server.received().get(0);
    assertEquals("POST /token", login.what());
    assertEquals("Basic aWQ6czNjcjN0", login.header("Authorization").orElse(""));
    assertEquals("application/json", login.header("Accept").orElse(""));
    assertEquals("application/x-www-form-urlencoded", login.header("Content-Type").orElse(""));
    assertEquals("grant_type=client_credentials&scope=read+write", login.text());
    assertEquals("Bearer t0k3n-value", server.received().get(1).header("Authorization").orElse(""));
    assertEquals(ROWS, records(result));
    assertEquals("Bearer --HIDDEN--", at(result, "request", "headers", "Authorization"));
  }

  @Test
  void q2ClientCredentialsWithPostForm() {
    token();
    assertEquals(ROWS, records(clientCredentials(POST_FORM)));
    assertEquals(
        "grant_type=client_credentials&scope=read+write&client_id=id&client_secret=s3cr3t",
        server.received().get(0).text());
    assertTrue(server.received().get(0).header("Authorization").isEmpty());
  }

  @Test
  void q3AWrongSecretTellsWhatTheProviderSaid() {
    server.at(
        "/token",
        Answer.json(
            401, "{\"error\":\"invalid_client\",\"error_description\":\"Bad credentials\"}"));
    ActionFailure failure = clientCredentials(POST_FORM).failure().orElseThrow();
    assertEquals("login_failed", failure.code());
    assertEquals(
        "{\"status\":401,\"error\":\"invalid_client\",\"error_description\":\"Bad credentials\"}",
        JsonWriter.compact(failure.provider()));
  }

  @Test
  void q4PostSendsJson() {
    server.at("/post", Answer.json(ROWS));
    Result result =
        test("{\"endpoint\":\"post\",\"method\":\"POST\",\"params\":{\"parameter\":\"value\"}}");
    // The engine's spacing of JSON is the right one (spec: README G-07).
    assertEquals("{\"parameter\":\"value\"}", server.received().get(0).text());
    assertEquals("application/json", server.received().get(0).header("Content-Type").orElse(""));
    assertEquals(List.of("POST /post"), server.requests());
    assertEquals("{\"parameter\":\"value\"}", at(result, "request", "data"));
  }

  @Test
  void q5FormSendsAForm() {
    server.at("/post", Answer.json(ROWS));
    Result result =
        test("{\"endpoint\":\"post\",\"method\":\"FORM\",\"params\":{\"parameter\":\"value\"}}");
    assertEquals("parameter=value", server.received().get(0).text());
    assertEquals(
        "application/x-www-form-urlencoded",
        server.received().get(0).header("Content-Type").orElse(""));
    assertEquals("POST", at(result, "request", "method"));
  }

  @Test
  void q6AnErrorStatusIsShownAndNamed() {
    server.at("/post", Answer.json(404, "{\"message\":\"no such thing\"}"));
    Result result =
        test("{\"endpoint\":\"post\",\"method\":\"POST\",\"params\":{\"parameter\":\"value\"}}");
    assertEquals("http_status", result.failure().orElseThrow().code());
    assertEquals("404", at(result, "response", "status_code"));
    assertEquals("Not Found", at(result, "response", "reason"));
    assertEquals("{\"message\":\"no such thing\"}", at(result, "response", "data"));
    assertEquals("{\"parameter\":\"value\"}", at(result, "request", "data"));
  }

  @Test
  void q7ParametersOfAGetAreItsQuery() {
    server.at("/get", Answer.json(ROWS)).at("/post", Answer.json(ROWS));
    test("{\"endpoint\":\"get\",\"params\":{\"test\":\"testValue\"}}");
    test("{\"endpoint\":\"post\",\"method\":\"POST\",\"params\":{\"test\":\"testValue\"}}");
    assertEquals(List.of("GET /get?test=testValue", "POST /post"), server.requests());
  }

  @Test
  void q8And9TheRowsAreFoundByThemselves() {
    assertEquals(ROWS, records(answered("{\"data\":" + ROWS + ",\"next\":\"/scroll/next\"}", "")));
    assertEquals("[1,2,3]", records(answered("{\"n\":1,\"o\":{\"x\":1},\"data\":[1,2,3]}", "")));
  }

  @Test
  void q10AnObjectIsOneRecord() {
    assertEquals(
        "[{\"id\":1}]", records(answered("{\"data\":{\"id\":1}}", ",\"dataField\":\"data\"")));
  }

  @Test
  void q11SeveralListsAreChoicesAndNoRecords() {
    Result result = answered("{\"a\":[1],\"b\":[2]}", "");
    assertEquals("[]", records(result));
    String message = result.failure().orElseThrow().message();
    assertTrue(message.contains("a") && message.contains("b"), message);
  }

  @Test
  void q12HeaderFunctionsAndNestedSelectorsWork() {
    server.at("/get", Answer.json("{\"nested\":{\"orders\":" + ROWS + "}}"));
    Result result =
        test(
            "{\"endpoint\":\"get\",\"dataField\":\"nested.orders\"}",
            "\"http\":{\"headers\":{\"Authorization\":{\"function\":\"concat\",\"args\":[\"Bearer \",{\"attr\":\"#__BEARER_TOKEN\"}]}}},",
            "\"#__BEARER_TOKEN\":\"token\",");
    assertEquals("Bearer token", server.received().get(0).header("Authorization").orElse(""));
    assertEquals(ROWS, records(result));
  }

  @Test
  void q13And17KeysInHeadersAndParameters() {
    server.at("/get", Answer.json(ROWS), Answer.json(ROWS));
    test(
        "{\"endpoint\":\"get\"}",
        "\"http\":{\"headers\":{\"key\":{\"attr\":\"#__AUTH_TOKEN\"}}},",
        "\"#__AUTH_TOKEN\":\"token\",");
    Result result =
        test(
            "{\"endpoint\":\"get\"}",
            "\"http\":{\"defaultOptions\":{\"params\":{\"key\":{\"attr\":\"#__AUTH_TOKEN\"}}}},",
            "\"#__AUTH_TOKEN\":\"token\",");
    assertEquals("token", server.received().get(0).header("key").orElse(""));
    assertEquals("GET /get?key=token", server.requests().get(1));
    assertTrue(
        at(result, "request", "url").endsWith("?key=--HIDDEN--"), at(result, "request", "url"));
  }

  @Test
  void q14BasicAuthentication() {
    server.at("/get", Answer.json(ROWS));
    test(
        "{\"endpoint\":\"get\"}",
        "\"authentication\":{\"type\":\"basic\"},",
        "\"username\":\"name\",\"#password\":\"pass\",");
    assertEquals("Basic bmFtZTpwYXNz", server.received().get(0).header("Authorization").orElse(""));
  }

  @Test
  void q15QueryAuthenticationJoinsTheJobsParameters() {
    server.at("/get", Answer.json(ROWS));
    test(
        "{\"endpoint\":\"get\",\"params\":{\"z\":\"1\"}}",
        "\"authentication\":{\"type\":\"query\",\"query\":{\"k\":{\"attr\":\"#k\"}}},",
        "\"#k\":\"sec\",");
    assertEquals(List.of("GET /get?z=1&k=sec"), server.requests());
  }

  @Test
  void q16LoginPutsATokenIntoAHeader() {
    server.at("/login", Answer.json("{\"authorization\":{\"token\":\"a1b2c3d435f6\"}}"));
    server.at("/get", Answer.json(ROWS));
    Result result =
        test(
            "{\"endpoint\":\"get\"}",
            "\"authentication\":{\"type\":\"login\",\"loginRequest\":{\"endpoint\":\"login\",\"method\":\"GET\",\"headers\":{\"X-Login\":\"ada\"}},\"apiRequest\":{\"headers\":{\"X-ApiToken\":{\"response\":\"authorization.token\"}}}},",
            "");
    assertEquals("ada", server.received().get(0).header("X-Login").orElse(""));
    assertEquals("a1b2c3d435f6", server.received().get(1).header("X-ApiToken").orElse(""));
    assertFalse(everything(result).contains("a1b2c3d435f6"), everything(result));
  }

  @Test
  void q18To20TheFirstPageHasThePagesParameters() {
    server.at("/get", Answer.json(ROWS), Answer.json(ROWS), Answer.json(ROWS));
    test(
        "{\"endpoint\":\"get\",\"scroller\":\"s\"}",
        scroller("\"method\":\"pagenum\",\"limit\":100,\"firstPageParams\":true"),
        "");
    test(
        "{\"endpoint\":\"get\",\"scroller\":\"s\"}",
        scroller("\"method\":\"offset\",\"limit\":100"),
        "");
    test(
        "{\"endpoint\":\"get\",\"params\":{\"limit\":50}}",
        "\"pagination\":{\"method\":\"offset\",\"limit\":100,\"offsetFromJob\":true},",
        "");
    // The engine's order of parameters is the right one (spec: README G-07).
    assertEquals(
        List.of(
            "GET /get?page=1&limit=100",
            "GET /get?limit=100&offset=0",
            "GET /get?limit=50&offset=0"),
        server.requests());
  }

  @Test
  void q21AnEndpointWithoutPaginationIsAskedWithout() {
    server.at("/get", Answer.json(ROWS));
    test("{\"endpoint\":\"get\"}", scroller("\"method\":\"offset\",\"limit\":100"), "");
    assertEquals(List.of("GET /get"), server.requests());
  }

  @Test
  void q22AChildIsAskedForEachRowOfItsParent() {
    server.at("/users", Answer.json(ROWS));
    server
        .at("/user/1", Answer.json("{\"name\":\"ada\"}"))
        .at("/user/2", Answer.json("{\"name\":\"bob\"}"));
    Result result = test(USERS, "", "", List.of(0, 0));
    assertEquals(List.of("GET /users", "GET /user/1", "GET /user/2"), server.requests());
    assertEquals("[{\"name\":\"ada\"},{\"name\":\"bob\"}]", records(result));
  }

  @Test
  void q23FourLevelsAreWalkedDown() {
    for (String path : List.of("/a", "/a/1/b", "/a/1/b/1/c")) {
      server.at(path, Answer.json("[{\"id\":1}]"));
    }
    server.at("/a/1/b/1/c/1/d", Answer.json("[{\"id\":\"deep\"}]"));
    String config =
        "{\"endpoint\":\"a\",\"children\":[{\"endpoint\":\"a/{1:x}/b\",\"placeholders\":{\"1:x\":\"id\"},\"children\":["
            + "{\"endpoint\":\"a/{2:x}/b/{1:y}/c\",\"placeholders\":{\"2:x\":\"id\",\"1:y\":\"id\"},\"children\":["
            + "{\"endpoint\":\"a/{3:x}/b/{2:y}/c/{1:z}/d\",\"placeholders\":{\"3:x\":\"id\",\"2:y\":\"id\",\"1:z\":\"id\"}}]}]}]}";
    assertEquals("[{\"id\":\"deep\"}]", records(test(config, "", "", List.of(0, 0, 0, 0))));
    assertEquals(4, server.requests().size());
  }

  @Test
  void q24OfThirtyParentsTwentyAreAskedFor() {
    var rows = new StringBuilder("[{\"id\":1}");
    for (int id = 2; id <= 30; id++) {
      rows.append(",{\"id\":").append(id).append('}');
    }
    server.at("/users", Answer.json(rows + "]")).otherwise(_ -> Answer.json("{\"name\":\"ada\"}"));
    Result result = test(USERS, "", "", List.of(0, 0));
    assertEquals(21, server.requests().size());
    assertTrue(result.warnings().toString().contains("first 20 rows"), result.warnings()::toString);
  }

  @Test
  void q25EndpointsThatAreNotThereAreNamed() {
    assertThrows(UserError.class, () -> TestRequest.selected(""));
    assertThrows(UserError.class, () -> TestRequest.selected("first"));
    for (List<Integer> missing : List.of(List.of(3), List.of(0, 5))) {
      ActionFailure failure =
          test("{\"endpoint\":\"get\"}", "", "", missing).failure().orElseThrow();
      assertEquals("configuration", failure.code());
      assertTrue(
          failure.message().startsWith("There is no endpoint at position"), failure.message());
    }
    assertEquals(List.of(), server.requests());
  }

  @Test
  void q26AParentWithoutTheValueIsNamed() {
    server.at("/users", Answer.json("[{\"name\":\"ada\"}]"));
    Result result = test(USERS, "", "", List.of(0, 0));
    String said = result.failure().map(ActionFailure::message).orElse("") + result.warnings();
    assertTrue(said.contains("No value found for user-id in parent result"), said);
  }

  @Test
  void q27ASecretWithQuotesIsSentUnchanged() {
    server.at("/get", Answer.json(ROWS));
    test(
        "{\"endpoint\":\"get\"}",
        "\"http\":{\"headers\":{\"X-Key\":{\"attr\":\"#key\"}}},",
        "\"#key\":\"a\\\"b\\\\c\",");
    assertEquals("a\"b\\c", server.received().get(0).header("X-Key").orElse(""));
  }

  /// spec: studio §2.6.
  @Test
  void shortSecretsAreMaskedWhereTheyAreAWholeValue() {
    server.at("/get", Answer.json("[{\"pin\":12,\"text\":\"12\",\"long\":\"1234\"}]"));
    Result result =
        test(
            "{\"endpoint\":\"get\",\"params\":{\"pin\":{\"attr\":\"#pin\"},\"page\":\"123\"}}",
            "\"http\":{\"headers\":{\"X-Pin\":{\"attr\":\"#pin\"}}},",
            "\"#pin\":\"12\",");
    assertEquals("GET /get?pin=12&page=123", server.requests().getFirst());
    assertTrue(at(result, "request", "url").endsWith("/get?pin=--HIDDEN--&page=123"));
    assertEquals("--HIDDEN--", at(result, "request", "headers", "X-Pin"));
    assertEquals("[{\"pin\":\"•••\",\"text\":\"•••\",\"long\":\"1234\"}]", records(result));
  }

  @Test
  void ofManyLongAnswersTheLatestAreKeptWhole() {
    String name = "x".repeat(90_000);
    var rows = new StringBuilder("[{\"id\":1}");
    for (int id = 2; id <= 120; id++) {
      rows.append(",{\"id\":").append(id).append('}');
    }
    server.at("/users", Answer.json(rows + "]"));
    server.otherwise(_ -> Answer.json("{\"name\":\"" + name + "\"}"));
    Bounds many = new Bounds(List.of(0, 0), 1, 120, 1 << 20, Duration.ofSeconds(30));
    Result result = test(USERS, "", "", many);
    assertEquals(121, result.exchanges().size());
    long kept = result.exchanges().stream().mapToLong(ShownExchange::bodyLength).sum();
    assertTrue(kept < 9 << 20, () -> "" + kept);
    assertTrue(result.exchanges().getLast().reply().orElseThrow().body().isWhole());
    assertFalse(result.exchanges().get(1).reply().orElseThrow().body().isWhole());
  }

  @Test
  void onlyThePagesThatAreWantedAreAskedFor() {
    server.otherwise(_ -> Answer.json(ROWS + ""));
    Bounds three = new Bounds(List.of(0), 3, 20, 1 << 20, Duration.ofSeconds(30));
    server.at(
        "/get",
        Answer.json("[{\"id\":1}]"),
        Answer.json("[{\"id\":2}]"),
        Answer.json("[{\"id\":3}]"));
    Result result =
        test(
            "{\"endpoint\":\"get\"}",
            "\"pagination\":{\"method\":\"offset\",\"limit\":1},",
            "",
            three);
    assertEquals(3, server.requests().size());
    assertEquals("[{\"id\":1},{\"id\":2},{\"id\":3}]", records(result));
    assertEquals(3, result.summary().orElseThrow().tables().getFirst().rows());
  }

  private static final String USERS =
      "{\"endpoint\":\"users\",\"children\":[{\"endpoint\":\"user/{user-id}\",\"dataField\":\".\",\"placeholders\":{\"user-id\":\"id\"}}]}";

  private void token() {
    server.at(
        "/token", Answer.json("{\"access_token\":\"t0k3n-value\",\"token_type\":\"Bearer\"}"));
    server.at("/get", Answer.json(ROWS));
  }

  private Result clientCredentials(String request) {
    Result result =
        test(
            "{\"endpoint\":\"get\"}",
            "\"authentication\":{\"type\":\"login\",\"format\":\"json\",\"loginRequest\":{\"endpoint\":\""
                + server.url("/token")
                + "\",\"method\":\"FORM\","
                + request
                + "},"
                + BEARER
                + "},",
            "\"__AUTH_METHOD\":\"oauth2\",\"__CLIENT_ID\":\"id\",\"#__CLIENT_SECRET\":\"s3cr3t\",");
    for (String secret : List.of("s3cr3t", "aWQ6czNjcjN0", "t0k3n-value")) {
      assertFalse(everything(result).contains(secret), everything(result));
    }
    return result;
  }

  private static String scroller(String scroller) {
    return "\"pagination\":{\"method\":\"multiple\",\"scrollers\":{\"s\":{" + scroller + "}}},";
  }

  private Result answered(String body, String more) {
    server.at("/get", Answer.json(body));
    return test("{\"endpoint\":\"get\"" + more + "}");
  }

  private Result test(String job) {
    return test(job, "", "");
  }

  private Result test(String job, String api, String config) {
    return test(job, api, config, List.of(0));
  }

  private Result test(String job, String api, String config, List<Integer> selected) {
    return test(job, api, config, new Bounds(selected, 1, 20, 1 << 20, Duration.ofSeconds(30)));
  }

  private Result test(String job, String api, String config, Bounds bounds) {
    String text =
        "{\"parameters\":{\"api\":{%s\"baseUrl\":\"%s/\"},\"config\":{%s\"outputBucket\":\"b\",\"jobs\":[%s]}}}"
            .formatted(api, server.origin(), config, job);
    RunRequest request =
        RunRequest.of(folder, Events.NONE)
            .withDocument(text.getBytes(UTF_8))
            .withState("{}".getBytes(UTF_8))
            .within(bounds);
    return new TestRequest(request, 100_000).run();
  }

  private static String records(Result result) {
    return JsonWriter.compact(new JsonArray(result.records()));
  }

  private String everything(Result result) {
    var json = new TestJson(new dev.sluice.secret.Redactor());
    return JsonWriter.compact(json.original(result))
        + JsonWriter.compact(json.exchanges(result.exchanges()))
        + result;
  }

  private String at(Result result, String... path) {
    JsonValue value = new TestJson(new dev.sluice.secret.Redactor()).original(result);
    for (String key : path) {
      value = Optional.ofNullable(((JsonObject) value).valueOrNull(key)).orElseThrow();
    }
    return value instanceof dev.sluice.json.JsonString(String text)
        ? text
        : JsonWriter.compact(value);
  }
}

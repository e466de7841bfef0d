package dev.sluice.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.config.RetrySettings;
import dev.sluice.form.ClientCredentials;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Client credentials as the form writes them, against a scripted token server (spec:
/// authentication §9.3.3, §9.3.6).
final class ClientCredentialsLoginTest {
  private static final String TOKEN = "{\"access_token\":\"tok-1\",\"token_type\":\"Bearer\"}";

  private static String configuration(ClientCredentials form) {
    return "{\"parameters\":" + form.writeTo(JsonObject.EMPTY) + "}";
  }

  private static ClientCredentials form(RequestType type) {
    return ClientCredentials.of(
        type, "my id", "p@ss:w&rd+/=ž", "ORIGIN/oauth/token", List.of("read", "write"));
  }

  private static ScriptedApi api(ClientCredentials form, Answer... tokenAnswers) {
    ScriptedServer server =
        ScriptedServer.start()
            .at("/oauth/token", tokenAnswers)
            .otherwise(_ -> Answer.json("{\"ok\":true}"));
    return new ScriptedApi(server, configuration(form));
  }

  private static String error(ClientCredentials form, Answer answer) {
    try (ScriptedApi api = api(form, answer)) {
      UserError error = assertThrows(UserError.class, () -> api.iteration().get("orders"));
      return String.valueOf(error.getMessage()).replace(api.server.origin(), "ORIGIN");
    }
  }

  @Test
  void sendsTheCredentialsInAHeader() {
    try (ScriptedApi api = api(form(RequestType.BASIC_AUTH), Answer.json(TOKEN))) {
      api.iteration().get("orders");

      Received login = api.server.received().getFirst();
      assertEquals("POST /oauth/token HTTP/1.1", login.line());
      assertEquals(Optional.of("application/json"), login.header("Accept"));
      assertEquals(List.of("Basic bXkgaWQ6cEBzczp3JnJkKy89xb4="), login.headers("Authorization"));
      assertEquals(List.of("application/x-www-form-urlencoded"), login.headers("Content-Type"));
      assertEquals("grant_type=client_credentials&scope=read+write", login.text());
    }
  }

  @Test
  void sendsTheCredentialsInTheForm() {
    try (ScriptedApi api = api(form(RequestType.POST_FORM), Answer.json(TOKEN))) {
      api.withDefaultHeader("Authorization", "Bearer old").iteration().get("orders");

      Received login = api.server.received().getFirst();
      assertEquals("POST /oauth/token HTTP/1.1", login.line());
      assertEquals(List.of(), login.headers("Authorization"));
      assertEquals(
          "grant_type=client_credentials&scope=read+write&client_id=my+id"
              + "&client_secret=p%40ss%3Aw%26rd%2B%2F%3D%C5%BE",
          login.text());
    }
  }

  @Test
  void encodesTheCredentialsBeforeTheHeaderWhenAsked() {
    var form = form(RequestType.BASIC_AUTH).withEncoded(true);
    try (ScriptedApi api = api(form, Answer.json(TOKEN))) {
      api.iteration().get("orders");

      // Base64 of my+id:p%40ss%3Aw%26rd%2B%2F%3D%C5%BE
      assertEquals(
          Optional.of("Basic bXkraWQ6cCU0MHNzJTNBdyUyNnJkJTJCJTJGJTNEJUM1JUJF"),
          api.server.received().getFirst().header("Authorization"));
    }
  }

  @Test
  void sendsTheTokenWithEachRequestInPlaceOfADefaultHeader() {
    try (ScriptedApi api = api(form(RequestType.BASIC_AUTH), Answer.json(TOKEN))) {
      var requests = api.withDefaultHeader("Authorization", "Bearer old").iteration();
      requests.get("orders");
      requests.get("customers");

      assertEquals(
          List.of("POST /oauth/token", "GET /api/orders", "GET /api/customers"),
          api.server.requests());
      assertEquals(List.of("Bearer tok-1"), api.server.received().get(1).headers("Authorization"));
      assertEquals(List.of("Bearer tok-1"), api.server.received().get(2).headers("Authorization"));
    }
  }

  @ParameterizedTest
  @CsvSource({"3600, 3569, 3571", "'\"3600\"', 3569, 3571", "100, 89, 91", "3600.9, 3569, 3571"})
  void renewsTheTokenBeforeItExpires(String expiresIn, long stillGood, long due) {
    String answer = "{\"access_token\":\"tok-%d\",\"expires_in\":%s}";
    try (ScriptedApi api =
        api(
            form(RequestType.BASIC_AUTH),
            Answer.json(answer.formatted(1, expiresIn)),
            Answer.json(answer.formatted(2, expiresIn)))) {
      var requests = api.iteration();
      requests.get("orders");
      api.clock.advance(Duration.ofSeconds(stillGood));
      requests.get("orders");
      assertEquals(3, api.server.received().size());

      api.clock.advance(Duration.ofSeconds(due - stillGood));
      requests.get("orders");
      assertEquals(
          Optional.of("Bearer tok-2"), api.server.received().getLast().header("Authorization"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ",\"expires_in\":0", ",\"expires_in\":-5", ",\"expires_in\":\"soon\""})
  void keepsATokenOfUnknownLife(String expiresIn) {
    try (ScriptedApi api =
        api(
            form(RequestType.BASIC_AUTH),
            Answer.json("{\"access_token\":\"t\"" + expiresIn + "}"))) {
      var requests = api.iteration();
      requests.get("orders");
      api.clock.advance(Duration.ofDays(30));
      requests.get("orders");

      assertEquals(3, api.server.received().size());
    }
  }

  @Test
  void tellsWhyTheClientIsRefused() {
    Answer refusal =
        Answer.json(
            401,
            "{\"error\":\"invalid_client\",\"error_description\":\"Unknown client\",\"error_uri\":\"https://id.example.com/e\"}");

    assertEquals(
        "OAuth 2.0 token request failed: invalid_client: Unknown client [HTTP 401, ORIGIN/oauth/token], see https://id.example.com/e (parameters.api.authentication.loginRequest.headers.Authorization). Check the client ID (config.__CLIENT_ID) and the client secret (config.#__CLIENT_SECRET). If they are right, try Post Form or turn on \"Encode ID and secret\".",
        error(form(RequestType.BASIC_AUTH), refusal));
    assertTrue(error(form(RequestType.POST_FORM), refusal).endsWith("try Basic Auth."));
  }

  @Test
  void takesAnErrorWithStatus200ForAnError() {
    assertEquals(
        "OAuth 2.0 token request failed: invalid_scope [HTTP 200, ORIGIN/oauth/token] (parameters.api.authentication.loginRequest.params.scope). Check the field Scopes: the server does not know one of them, or this client may not have it.",
        error(form(RequestType.BASIC_AUTH), Answer.json("{\"error\":\"invalid_scope\"}")));
  }

  @Test
  void namesTheFieldsWhenThereIsNoToken() {
    assertEquals(
        "OAuth 2.0 token request failed: the response has no \"access_token\" (parameters.api.authentication.loginRequest.endpoint). Its fields are: token, expires_in. Is this the address of the token endpoint?",
        error(
            form(RequestType.BASIC_AUTH),
            Answer.json("{\"token\":\"very-secret\",\"expires_in\":60}")));
  }

  @Test
  void recognisesASignInPage() {
    assertEquals(
        "Cannot log in: the token endpoint answered 200 with HTML instead of JSON (parameters.api.authentication.loginRequest.endpoint). Is this the address of a sign-in page?",
        error(
            form(RequestType.BASIC_AUTH),
            Answer.status(200)
                .header("Content-Type", "text/html; charset=utf-8")
                .body("<!DOCTYPE html><title>Sign in</title>")));
  }

  @Test
  void logsInOnceForFiftyRequestsAtTheSameTime() throws InterruptedException {
    try (ScriptedApi api = api(form(RequestType.BASIC_AUTH), Answer.json(TOKEN))) {
      var requests = api.iteration();
      Crowd.of(50, () -> requests.get("orders"));

      assertEquals(51, api.server.received().size());
      assertEquals(1, api.server.requests().stream().filter("POST /oauth/token"::equals).count());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "unauthorized_client, may not use the client-credentials grant",
    "unsupported_grant_type, Check the Access Token URL",
    "invalid_request, audience or resource",
    "server_error, Try again later."
  })
  void advisesOnEachError(String code, String advice) {
    String error =
        error(form(RequestType.BASIC_AUTH), Answer.json(400, "{\"error\":\"" + code + "\"}"));

    assertTrue(error.startsWith("OAuth 2.0 token request failed: " + code + " [HTTP 400, "), error);
    assertTrue(error.contains(advice), error);
  }

  @Test
  void masksASecretThatTheServerRepeats() {
    String error =
        error(
            form(RequestType.BASIC_AUTH),
            Answer.json(
                400,
                "{\"error\":\"invalid_request\",\"error_description\":\"bad secret p@ss:w&rd+/=ž\"}"));

    assertTrue(error.contains("bad secret •••"), error);
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "403"})
  void quotesNothingOfAnotherErrorAnswer(int status) {
    String error = error(form(RequestType.BASIC_AUTH), Answer.json(status, "{\"leak\":\"x-1\"}"));

    assertTrue(
        error.startsWith(
            "The API request failed: ["
                + status
                + "] Client error: `POST ORIGIN/oauth/token` resulted in a `"
                + status),
        error);
    assertFalse(error.contains("leak"), error);
  }

  @Test
  void refusesAnEmptyToken() {
    String error = error(form(RequestType.BASIC_AUTH), Answer.json("{\"access_token\":\"\"}"));

    assertTrue(error.contains("the \"access_token\" of the response is empty"), error);
  }

  @Test
  void sendsANumberAsAToken() {
    try (ScriptedApi api =
        api(form(RequestType.BASIC_AUTH), Answer.json("{\"access_token\":1234567}"))) {
      api.iteration().get("orders");

      assertEquals(
          Optional.of("Bearer 1234567"), api.server.received().getLast().header("Authorization"));
    }
  }

  @Test
  void explainsAFormEncodedAnswer() {
    assertEquals(
        "Invalid JSON response from API: JSON decode error: Syntax error, malformed JSON (parameters.api.authentication.loginRequest.endpoint). The login has to be answered with JSON.",
        error(form(RequestType.BASIC_AUTH), Answer.status(200).body("access_token=t&x=1")));
  }

  @Test
  void skipsAByteOrderMark() {
    try (ScriptedApi api = api(form(RequestType.BASIC_AUTH), Answer.json("\uFEFF" + TOKEN))) {
      api.iteration().get("orders");

      assertEquals(2, api.server.received().size());
    }
  }

  @Test
  void warnsOfAnotherTokenTypeOnceAndTellsTheGrantedScope() {
    String answer = "{\"access_token\":\"tok-1\",\"token_type\":\"MAC\",\"scope\":\"read\"}";
    try (ScriptedApi api =
        api(form(RequestType.BASIC_AUTH), Answer.json(answer), Answer.json(answer))) {
      api.server.at("/api/orders", Answer.status(401));
      api.iteration().get("orders");

      List<String> messages =
          api.messages().stream()
              .filter(line -> line.startsWith("Token type") || line.startsWith("Granted"))
              .toList();
      assertEquals(
          List.of(
              "Token type \"MAC\" is not \"Bearer\"; the token is sent as Bearer.",
              "Granted scope: read"),
          messages);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer", "BEARER"})
  void acceptsTheTypeBearerInAnyCase(String type) {
    String answer =
        "{\"access_token\":\"tok-1\",\"token_type\":\"%s\",\"scope\":\"write read\"}"
            .formatted(type);
    try (ScriptedApi api = api(form(RequestType.BASIC_AUTH), Answer.json(answer))) {
      api.iteration().get("orders");

      assertTrue(
          api.messages().stream()
              .noneMatch(line -> line.startsWith("Token type") || line.startsWith("Granted")));
    }
  }

  @ParameterizedTest
  @CsvSource({"301, /other", "302, /other", "303, /other", "307, http://localhost:1/token"})
  void followsNoRedirectThatWouldLoseTheBodyOrLeaveTheOrigin(int status, String location) {
    String error = error(form(RequestType.BASIC_AUTH), Answer.redirect(status, location));

    assertTrue(error.startsWith("The token endpoint answered with a redirect to "), error);
    assertTrue(error.contains("parameters.api.authentication.loginRequest.endpoint"), error);
  }

  @Test
  void followsARedirectThatKeepsTheRequest() {
    try (ScriptedApi api =
        api(form(RequestType.BASIC_AUTH), Answer.redirect(308, "/oauth/v2/token"))) {
      api.server.at("/oauth/v2/token", Answer.json(TOKEN));
      api.iteration().get("orders");

      Received login = api.server.received().get(1);
      assertEquals("POST /oauth/v2/token", login.what());
      assertEquals("grant_type=client_credentials&scope=read+write", login.text());
    }
  }

  @Test
  void triesAgainWhenTheServerIsBusy() {
    try (ScriptedApi api =
        api(
            form(RequestType.BASIC_AUTH),
            Answer.status(429).header("Retry-After", "7"),
            Answer.status(503),
            Answer.json(TOKEN))) {
      api.iteration().get("orders");

      assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(2)), api.pauses);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  void neverTriesARefusalAgain(int status) {
    RetrySettings eager =
        new RetrySettings(Optional.of(3), "Retry-After", Set.of(400, 401), Set.of());
    try (ScriptedApi api =
        api(form(RequestType.BASIC_AUTH), Answer.json(status, "{\"error\":\"invalid_client\"}"))) {
      assertThrows(
          UserError.class, () -> api.retrying(eager).ignoring(status).iteration().get("orders"));

      assertEquals(1, api.server.received().size());
    }
  }

  @Test
  void sendsNothingWhenAnAttributeIsMissing() {
    var form = form(RequestType.BASIC_AUTH);
    String configuration = configuration(form).replace("\"__CLIENT_ID\":\"my id\",", "");
    try (var api = new ScriptedApi(ScriptedServer.start(), configuration)) {
      UserError error = assertThrows(UserError.class, api::iteration);

      assertEquals(
          "User script error: Error evaluating user function - attr '__CLIENT_ID' not found! (parameters.api.authentication.loginRequest.headers.Authorization) Set \"__CLIENT_ID\" in 'parameters.config'.",
          error.getMessage());
      assertEquals(List.of(), api.server.requests());
    }
  }

  @Test
  void showsNoSecretInTheLog() {
    try (ScriptedApi api =
        api(form(RequestType.POST_FORM), Answer.status(503), Answer.json(TOKEN))) {
      api.iteration().get("orders");

      String log = String.join("\n", api.messages());
      assertTrue(log.contains("POST /oauth/token"), log);
      assertFalse(log.contains("tok-1"), log);
      assertFalse(log.contains("p@ss"), log);
      assertFalse(log.contains("p%40ss"), log);
    }
  }
}

package dev.sluice.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A plain `login` against a scripted server (spec: authentication §5, README G-03).
final class LoginAuthenticationTest {
  private static final String LOGIN = "POST /api/session";

  /// A login that sends a user name and uses `auth.token` in a header, with more keys at the end.
  private static String configuration(String more) {
    return """
    {"parameters": {"api": {"authentication": {"type": "login",
      "loginRequest": {"endpoint": "session", "method": "POST",
        "headers": {"X-App": "7", "Content-Type": "text/plain"},
        "params": {"user": {"attr": "user"}, "pass": {"attr": "#pass"}}},
      "apiRequest": {"headers": {"X-Token": {"response": "auth.token"}},
                     "query": {"sid": {"response": "auth.sid"}}}%s}},
      "config": {"user": "ada", "#pass": "s3cret"}}}
    """
        .formatted(more);
  }

  private static Answer session(String token) {
    return Answer.json("{\"auth\":{\"token\":\"%s\",\"sid\":5,\"ttl\":1}}".formatted(token));
  }

  private static ScriptedApi api(String more, Answer... logins) {
    ScriptedServer server =
        ScriptedServer.start().at("/api/session", logins).otherwise(_ -> Answer.json("{}"));
    return new ScriptedApi(server, configuration(more));
  }

  private static List<String> tokens(ScriptedApi api) {
    return api.server.received().stream()
        .flatMap(request -> request.header("X-Token").stream())
        .toList();
  }

  @Test
  void logsInBeforeTheFirstRequestOnly() {
    try (ScriptedApi api = api("", session("tok-1"))) {
      var requests = api.iteration();
      assertEquals(List.of(), api.server.requests());

      requests.get("orders?a=1");
      requests.get("customers");

      assertEquals(
          List.of(LOGIN, "GET /api/orders?a=1&sid=5", "GET /api/customers?sid=5"),
          api.server.requests());
      assertEquals(List.of("tok-1", "tok-1"), tokens(api));
    }
  }

  @Test
  void sendsDefaultHeadersBelowItsOwn() {
    try (ScriptedApi api = api("", session("tok-1"))) {
      api.withDefaultHeader("X-App", "default")
          .withDefaultHeader("X-Client", "c")
          .withOptionHeader("X-Mode", "m");
      api.iteration().get("orders");

      Received login = api.server.received().getFirst();
      assertEquals(List.of("7"), login.headers("X-App"));
      assertEquals(List.of("c"), login.headers("X-Client"));
      assertEquals(List.of(), login.headers("X-Mode"));
      assertEquals(List.of("m"), api.server.received().getLast().headers("X-Mode"));
      assertEquals(List.of("application/json"), login.headers("Content-Type"));
      assertEquals("{\"user\":\"ada\",\"pass\":\"s3cret\"}", login.text());
    }
  }

  @Test
  void logsInAgainInTheNextIteration() {
    try (ScriptedApi api = api("", session("tok-1"), session("tok-2"))) {
      api.iteration().get("orders");
      api.iteration().get("orders");

      assertEquals(List.of("tok-1", "tok-2"), tokens(api));
    }
  }

  @Nested
  class Expiry {
    @Test
    void followsTheTraceOfTheSpec() {
      // §5.6: expires 1, three requests that take 1.3 s each.
      try (ScriptedApi api = api(", \"expires\": 1", session("tok-1"), session("tok-2"))) {
        var requests = api.iteration();
        for (int i = 0; i < 3; i++) {
          requests.get("orders");
          api.clock.advance(Duration.ofMillis(1300));
        }

        assertEquals(List.of("tok-1", "tok-1", "tok-2"), tokens(api));
      }
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        value = {"\"-1\"", "-1"})
    void logsInBeforeEachAttemptWhenItHasExpiredAlready(String expires) {
      try (ScriptedApi api =
          api(", \"expires\": " + expires, session("tok-1"), session("tok-2"), session("tok-3"))) {
        api.server.at("/api/orders", Answer.status(503), Answer.json("{}"));
        var requests = api.iteration();
        requests.get("orders");
        requests.get("customers");

        assertEquals(
            List.of(
                LOGIN,
                "GET /api/orders?sid=5",
                LOGIN,
                "GET /api/orders?sid=5",
                LOGIN,
                "GET /api/customers?sid=5"),
            api.server.requests());
        assertEquals(List.of("tok-1", "tok-2", "tok-3"), tokens(api));
      }
    }

    @Test
    void logsInBeforeEachRequestButNotBeforeItsRetriesWhenItIsZero() {
      try (ScriptedApi api = api(", \"expires\": 0", session("tok-1"), session("tok-2"))) {
        api.server.at("/api/orders", Answer.status(503), Answer.json("{}"));
        var requests = api.iteration();
        requests.get("orders");
        requests.get("customers");

        assertEquals(List.of("tok-1", "tok-1", "tok-2"), tokens(api));
      }
    }

    @Test
    void readsTheAnswer() {
      String expires = ", \"expires\": {\"response\": \"auth.ttl\", \"relative\": true}";
      try (ScriptedApi api = api(expires, session("tok-1"), session("tok-2"))) {
        var requests = api.iteration();
        requests.get("orders");
        api.clock.advance(Duration.ofSeconds(1));
        requests.get("orders");
        api.clock.advance(Duration.ofSeconds(1));
        requests.get("orders");

        assertEquals(List.of("tok-1", "tok-1", "tok-2"), tokens(api));
      }
    }
  }

  @Nested
  class Answers {
    @ParameterizedTest(name = "§5.3 {0} answer {1}")
    @CsvSource(
        quoteCharacter = '`',
        delimiter = '|',
        textBlock =
            """
            json | {"data":"abc"} | abc
            json | "abc"          | abc
            json | 12.50          | 12.5
            json | true           | 1
            json | \uFEFF"abc"    | abc
            text | abc            | abc
            text | {"data":1}     | {"data":1}
            """)
    void areReadAsTheFormatSays(String format, String body, String sent) {
      try (ScriptedApi api = data(format, Answer.status(200).body(body))) {
        api.iteration().get("orders");

        assertEquals(Optional.of(sent), api.server.received().getLast().header("X-Token"));
      }
    }

    @Test
    void loseTheLineBreaksAtTheirEnd() {
      try (ScriptedApi api = data("text", Answer.status(200).body("abc\r\n"))) {
        api.iteration().get("orders");

        assertEquals(Optional.of("abc"), api.server.received().getLast().header("X-Token"));
      }
    }

    @Test
    void mayNotSmuggleInAHeader() {
      try (ScriptedApi api = data("text", Answer.status(200).body("abc\r\nX-Evil: 1"))) {
        assertThrows(UserError.class, () -> api.iteration().get("orders"));
        assertEquals(List.of(LOGIN), api.server.requests());
      }
    }

    @ParameterizedTest(name = "§5.3 {0}")
    @CsvSource(
        quoteCharacter = '`',
        delimiter = '|',
        textBlock =
            """
            [1]   | The response to the login request should be an object or a scalar value, given "array".
            null  | The response to the login request should be an object or a scalar value, given "NULL".
            {"a"  | Invalid JSON response from API: JSON decode error: Syntax error, malformed JSON
            ``    | Invalid JSON response from API: JSON decode error: Syntax error, malformed JSON
            """)
    void areRefusedWhenTheyAreNoObject(String body, String message) {
      try (ScriptedApi api = data("json", Answer.status(200).body(body))) {
        UserError error = assertThrows(UserError.class, () -> api.iteration().get("orders"));

        assertEquals(message, error.problems().getFirst().message());
        assertEquals(
            "parameters.api.authentication.loginRequest.endpoint",
            error.problems().getFirst().path().orElseThrow().text());
      }
    }

    private static ScriptedApi data(String format, Answer login) {
      ScriptedServer server =
          ScriptedServer.start().at("/api/session", login).otherwise(_ -> Answer.json("{}"));
      return new ScriptedApi(
          server,
          """
          {"parameters": {"api": {"authentication": {"type": "login", "format": "%s",
            "loginRequest": {"endpoint": "session", "method": "POST"},
            "apiRequest": {"headers": {"X-Token": {"response": "data"}}}}}, "config": {}}}
          """
              .formatted(format));
    }
  }

  @Nested
  class Failures {
    @Test
    void haveTheirOwnRetries() {
      try (ScriptedApi api = api("", Answer.status(503), Answer.status(503), session("tok-1"))) {
        api.iteration().get("orders");

        assertEquals(List.of(LOGIN, LOGIN, LOGIN, "GET /api/orders?sid=5"), api.server.requests());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), api.pauses);
      }
    }

    @Test
    void endTheRequestWithoutUsingItsRetries() {
      try (ScriptedApi api = api("", Answer.json(403, "{\"why\":\"no\"}"))) {
        UserError error = assertThrows(UserError.class, () -> api.iteration().get("orders"));

        assertEquals(List.of(LOGIN), api.server.requests());
        assertTrue(
            String.valueOf(error.getMessage())
                .startsWith("The API request failed: [403] Client error: `POST "));
        assertEquals(
            "parameters.api.authentication.loginRequest.endpoint",
            error.problems().getFirst().path().orElseThrow().text());
      }
    }

    @Test
    void areNotIgnored() {
      try (ScriptedApi api = api("", Answer.status(404)).ignoring(404)) {
        assertThrows(UserError.class, () -> api.iteration().get("orders"));
      }
    }
  }

  @Nested
  class Refusals {
    @Test
    void leadToOneNewLoginAndOneMoreAttempt() {
      try (ScriptedApi api = api("", session("tok-1"), session("tok-2"))) {
        api.server.at("/api/orders", Answer.json("{}"), Answer.status(401), Answer.json("{}"));
        var requests = api.iteration();
        requests.get("orders");
        assertEquals(200, requests.get("orders").status());

        assertEquals(List.of("tok-1", "tok-1", "tok-2"), tokens(api));
      }
    }

    @Test
    void areFinalTheSecondTime() {
      try (ScriptedApi api = api("", session("tok-1"), session("tok-2"))) {
        api.server.at("/api/orders", Answer.status(401), Answer.status(401));
        UserError error = assertThrows(UserError.class, () -> api.iteration().get("orders"));

        assertTrue(String.valueOf(error.getMessage()).startsWith("The API request failed: [401]"));
        assertEquals(List.of("tok-1", "tok-2"), tokens(api));
        assertTrue(
            api.messages().stream()
                .anyMatch(line -> line.startsWith("The API answered 401 to a new login, too.")));
      }
    }

    @Test
    void areAnswersWhenTheyAreIgnored() {
      try (ScriptedApi api = api("", session("tok-1")).ignoring(401)) {
        api.server.at("/api/orders", Answer.status(401));

        assertEquals(401, api.iteration().get("orders").status());
        assertEquals(List.of("tok-1"), tokens(api));
      }
    }

    @Test
    void ofFiftyRequestsAtTheSameTimeLeadToOneNewLogin() throws InterruptedException {
      try (ScriptedApi api = api("", session("tok-1"), session("tok-2"))) {
        api.server.otherwise(request ->
            request.header("X-Token").equals(Optional.of("tok-2"))
                ? Answer.json("{}")
                : Answer.status(401));
        var requests = api.iteration();
        Crowd.of(50, () -> assertEquals(200, requests.get("orders").status()));

        assertEquals(2, api.server.requests().stream().filter(LOGIN::equals).count());
      }
    }
  }

  @Test
  void showsNoSecretInTheLog() {
    String bearer = "tok-very-secret";
    try (ScriptedApi api = api("", session(bearer))) {
      api.iteration().get("orders");

      String log = String.join("\n", api.messages());
      assertTrue(log.contains("Using 'login' authentication."), log);
      assertTrue(log.contains("GET /api/orders"), log);
      assertFalse(log.contains(bearer), log);
      assertFalse(log.contains("s3cret"), log);
    }
  }
}

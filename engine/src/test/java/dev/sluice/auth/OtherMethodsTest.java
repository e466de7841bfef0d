package dev.sluice.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The methods that need no login, or stored credentials for it, against a scripted server (spec:
/// authentication §3, §4, §6-§8).
final class OtherMethodsTest {
  private static ScriptedApi api(String configuration) {
    return new ScriptedApi(ScriptedServer.start().otherwise(_ -> Answer.json("{}")), configuration);
  }

  @Test
  void noneAddsNothing() {
    try (ScriptedApi api = api("{\"parameters\":{\"api\":{},\"config\":{}}}")) {
      api.iteration().get("orders?q=a+b");

      assertEquals(List.of("GET /api/orders?q=a+b"), api.server.requests());
      assertEquals(Optional.empty(), api.server.received().getFirst().header("Authorization"));
    }
  }

  @Test
  void basicSendsUserAndPassword() {
    String configuration =
        """
        {"parameters": {"api": {"authentication": {"type": "basic"}},
          "config": {"username": "ann", "#password": "s3:cret"}}}
        """;
    try (ScriptedApi api = api(configuration)) {
      api.withDefaultHeader("authorization", "old").iteration().get("orders?q=a+b");

      Received request = api.server.received().getFirst();
      assertEquals(List.of("Basic YW5uOnMzOmNyZXQ="), request.headers("Authorization"));
      assertEquals("GET /api/orders?q=a+b", request.what());
    }
  }

  @Test
  void queryComputesItsValuesFromTheRequest() {
    String configuration =
        """
        {"parameters": {"api": {"authentication": {"type": "query", "query": {
            "key": {"attr": "#key"},
            "sig": {"function": "sha1", "args": [
              {"function": "concat", "args": [{"attr": "#key"}, {"request": "path"}]}]},
            "what": {"function": "implode", "args": ["|", [
              {"request": "method"}, {"request": "queryString"}, {"request": "resource"},
              {"request": "hostname"}, {"query": "a"}, {"query": "b.1"}, {"query": "c[0]"}]]}
          }}},
          "config": {"#key": "k-1"}}}
        """;
    try (ScriptedApi api = api(configuration)) {
      api.iteration().get("orders?a=x%20y&key=old&b=1&b=2&c[0]=z");

      // SHA-1 of k-1/api/orders
      assertEquals(
          "GET /api/orders?a=x%20y&key=k-1&b=1&b=2&c%5B0%5D=z"
              + "&sig=52d9c2361f3116b36d279069fe0dfe577d0b0d3b"
              + "&what=GET%7Ca%3Dx%2520y%26key%3Dold%26b%3D1%26b%3D2%26c%255B0%255D%3Dz%7C"
              + "%2Fapi%2Forders%3Fa%3Dx%2520y%26key%3Dold%26b%3D1%26b%3D2%26c%255B0%255D%3Dz"
              + "%7C127.0.0.1%7Cx%20y%7C2%7Cz",
          api.server.requests().getFirst());
    }
  }

  @Test
  void queryPutsAnApiKeyOnTheWire() {
    String configuration =
        """
        {"parameters": {"api": {"authentication": {"type": "query",
            "query": {"Key": {"attr": "#__AUTH_TOKEN"}}}},
          "config": {"#__AUTH_TOKEN": "value"}}}
        """;
    try (ScriptedApi api = api(configuration)) {
      api.iteration().get("orders");

      assertEquals(List.of("GET /api/orders?Key=value"), api.server.requests());
    }
  }

  @Test
  void oauth10SignsEachAttemptAnew() {
    String configuration =
        """
        {"parameters": {"api": {"authentication": {"type": "oauth10"}}, "config": {}},
         "authorization": {"oauth_api": {"credentials": {
           "#data": "{\\"oauth_token\\":\\"tk\\",\\"oauth_token_secret\\":\\"t/s\\"}",
           "appKey": 1234, "#appSecret": "c&s"}}}}
        """;
    try (ScriptedApi api = api(configuration)) {
      api.server.at("/api/orders", Answer.status(503));
      api.iteration().get("orders?q=a+b");

      List<String> headers =
          api.server.received().stream()
              .map(request -> request.header("Authorization").orElse(""))
              .toList();
      assertEquals(2, headers.size());
      assertNotEquals(headers.get(0), headers.get(1));
      assertTrue(
          headers
              .getFirst()
              .matches(
                  "OAuth oauth_consumer_key=\"1234\", oauth_nonce=\"[0-9a-f]{40}\", oauth_signature=\"[A-Za-z0-9%]+\", oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1710513045\", oauth_token=\"tk\", oauth_version=\"1.0\""),
          headers.getFirst());
      assertEquals("GET /api/orders?q=a+b", api.server.requests().getFirst());
    }
  }

  @Test
  void oauth20HasOneNonceForQueryAndHeaders() {
    String configuration =
        """
        {"parameters": {"api": {"authentication": {"type": "oauth20", "format": "json",
            "headers": {
              "Authorization": {"function": "concat", "args": ["Bearer ", {"authorization": "data.access_token"}]},
              "X-Nonce": {"authorization": "nonce"}, "X-Time": {"authorization": "timestamp"},
              "X-Query": {"request": "queryString"}, "X-User": {"attr": "user"}},
            "query": {"nonce": {"authorization": "nonce"}, "client": {"authorization": "clientId"}}}},
          "config": {"user": "ada"}},
         "authorization": {"oauth_api": {"credentials": {
           "#data": "{\\"access_token\\":\\"tok-1\\"}", "appKey": "app", "#appSecret": ""}}}}
        """;
    try (ScriptedApi api = api(configuration)) {
      api.iteration().get("orders?a=1");

      Received request = api.server.received().getFirst();
      String nonce = request.header("X-Nonce").orElse("");
      assertTrue(nonce.matches("[0-9a-f]{16}"), nonce);
      assertEquals("GET /api/orders?a=1&nonce=" + nonce + "&client=app", request.what());
      assertEquals(Optional.of("Bearer tok-1"), request.header("Authorization"));
      assertEquals(Optional.of("1710513045"), request.header("X-Time"));
      assertEquals(Optional.of("a=1"), request.header("X-Query"));
      assertEquals(Optional.of("ada"), request.header("X-User"));
    }
  }

  @Test
  void oauth20TakesTextAsItIs() {
    String configuration =
        """
        {"parameters": {"api": {"authentication": {"type": "oauth20",
            "headers": {"X-Token": {"authorization": "data"}}}}, "config": {}},
         "authorization": {"oauth_api": {"credentials": {
           "#data": "plain-token", "appKey": "app", "#appSecret": "s"}}}}
        """;
    try (ScriptedApi api = api(configuration)) {
      api.iteration().get("orders");

      assertEquals(Optional.of("plain-token"), api.server.received().getFirst().header("X-Token"));
    }
  }

  @Test
  void oauth20LoginExchangesTheRefreshTokenAndKeepsTheNewOneForTheRun() {
    String configuration =
        """
        {"parameters": {"api": {"authentication": {"type": "oauth20.login",
            "loginRequest": {"endpoint": "ORIGIN/token", "method": "FORM", "params": {
              "grant_type": "refresh_token", "refresh_token": {"user": "refresh_token"},
              "client_id": {"consumer": "client_id"}, "client_secret": {"consumer": "client_secret"},
              "tenant": {"attr": "tenant"}}},
            "apiRequest": {"headers": {"Authorization":
              {"function": "concat", "args": ["Bearer ", {"response": "access_token"}]}}}}},
          "config": {"tenant": "t1"}},
         "authorization": {"oauth_api": {"credentials": {
           "#data": "{\\"refresh_token\\":\\"refresh-1\\"}", "appKey": "app", "#appSecret": "secret"}}}}
        """;
    try (ScriptedApi api = api(configuration)) {
      api.server.at(
          "/token",
          Answer.json("{\"access_token\":\"tok-1\",\"refresh_token\":\"refresh-2\"}"),
          Answer.json("{\"access_token\":\"tok-2\",\"refresh_token\":\"refresh-2\"}"));
      api.iteration().get("orders");
      api.iteration().get("orders");

      List<Received> received = api.server.received();
      assertEquals(
          "grant_type=refresh_token&refresh_token=refresh-1&client_id=app&client_secret=secret&tenant=t1",
          received.get(0).text());
      assertEquals(Optional.of("Bearer tok-1"), received.get(1).header("Authorization"));
      assertTrue(received.get(2).text().contains("refresh_token=refresh-2&"));
      assertEquals(
          1,
          api.messages().stream()
              .filter(message -> message.startsWith("The login returned another refresh token."))
              .count());
    }
  }
}

package dev.sluice.auth;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No credential is in the log, whatever the method, debug lines included (spec: authentication
/// §1.2).
final class SecrecyTest {
  /// Secrets of the configurations below, and what is made of them.
  private static final List<String> SECRETS =
      List.of(
          "hunter-two",
          "YW5uOmh1bnRlci10d28=",
          "token-of-login",
          "refresh-token-2",
          // SHA-1 of hunter-two.
          "1e045888d64fcca7005ff7833b12c901368f4035");

  static List<String> configurations() {
    return List.of(
        """
        {"parameters": {"api": {"authentication": {"type": "basic"}},
          "config": {"username": "ann", "#password": "hunter-two"}}}
        """,
        """
        {"parameters": {"api": {"authentication": {"type": "basic"}},
          "config": {"username": "ann", "password": "hunter-two"}}}
        """,
        """
        {"parameters": {"api": {"authentication": {"type": "query", "query": {
            "key": {"attr": "#key"}, "sum": {"function": "sha1", "args": [{"attr": "#key"}]}}}},
          "config": {"#key": "hunter-two"}}}
        """,
        """
        {"parameters": {"api": {"authentication": {"type": "login",
            "loginRequest": {"endpoint": "session", "params": {"pass": {"attr": "#pass"}}},
            "apiRequest": {"query": {"t": "access_token"},
              "headers": {"X-Sum": {"function": "md5", "args": [{"response": "access_token"}]}}}}},
          "config": {"#pass": "hunter-two"}}}
        """,
        """
        {"parameters": {"api": {"authentication": {"type": "oauth10"}}, "config": {}},
         "authorization": {"oauth_api": {"credentials": {
           "#data": "{\\"oauth_token\\":\\"token-of-login\\",\\"oauth_token_secret\\":\\"hunter-two\\"}",
           "appKey": "ck", "#appSecret": "hunter-two"}}}}
        """,
        """
        {"parameters": {"api": {"authentication": {"type": "oauth20", "format": "json",
            "query": {"t": {"authorization": "data.access_token"}}}}, "config": {}},
         "authorization": {"oauth_api": {"credentials": {
           "#data": "{\\"access_token\\":\\"token-of-login\\"}", "appKey": "a", "#appSecret": "b"}}}}
        """,
        """
        {"parameters": {"api": {"authentication": {"type": "oauth20.login",
            "loginRequest": {"endpoint": "session", "params": {
              "r": {"user": "refresh_token"}, "s": {"consumer": "client_secret"}}},
            "apiRequest": {"query": {"t": {"response": "access_token"}}}}}, "config": {}},
         "authorization": {"oauth_api": {"credentials": {
           "#data": "{\\"refresh_token\\":\\"hunter-two\\"}", "appKey": "a", "#appSecret": "hunter-two"}}}}
        """);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void isKept(String configuration) {
    ScriptedServer server =
        ScriptedServer.start()
            .otherwise(_ ->
                Answer.json(
                    "{\"access_token\":\"token-of-login\",\"refresh_token\":\"refresh-token-2\"}"));
    try (var api = new ScriptedApi(server, configuration)) {
      api.iteration().get("orders");

      String log = String.join("\n", api.messages());
      assertTrue(log.contains("GET /api/orders"), log);
      for (String secret : SECRETS) {
        assertFalse(log.contains(secret), log);
      }
    }
  }

  @Test
  void theConfigurationsDoUseTheirSecrets() {
    ScriptedServer server = ScriptedServer.start().otherwise(_ -> Answer.json("{}"));
    try (var api = new ScriptedApi(server, configurations().get(2))) {
      api.iteration().get("orders");

      assertTrue(api.server.requests().getFirst().contains("key=hunter-two"));
      assertTrue(api.server.requests().getFirst().contains(SECRETS.getLast()));
    }
  }
}

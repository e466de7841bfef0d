package dev.sluice.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes from outside may be anything. Whatever it is: exit code 1, one message that says what
/// is wrong, where, and what to do; no output; no secret anywhere.
class BadInputIT {
  private static final String SECRET = "canary-secret-9e41d7";
  private static final String TOKEN = "canary-token-5c20fb";
  private static final String TOKEN_URL_PATH =
      "parameters.api.authentication.loginRequest.endpoint";
  private static final String JOB_PATH = "parameters.config.jobs[0]";
  private static final String NOT_JSON = "Invalid JSON response from API: JSON decode error: ";

  @TempDir private Path folder = Path.of("");

  private final ScriptedServer tokenServer = ScriptedServer.start();
  private final ScriptedServer api = ScriptedServer.start();

  @AfterEach
  void close() {
    tokenServer.close();
    api.close();
  }

  @Test
  void aFolderWithoutConfiguration() throws Exception {
    assertRefused("Configuration file '" + folder.resolve("config.json") + "' not found.");
  }

  @Test
  void aConfigurationThatIsNoJson() throws Exception {
    write(configuration().replace("\"jobs\": [", "\"jobs\" ["));
    String message = assertRefused("Configuration file is not a valid JSON: ");
    long line = configuration().lines().takeWhile(text -> !text.contains("\"jobs\"")).count() + 1;
    assertTrue(message.contains("line " + line), message);
    assertTrue(message.matches(".*column \\d+.*"), message);
  }

  @Test
  void anEmptyConfiguration() throws Exception {
    write("");
    assertRefused("Configuration file is not a valid JSON: ");
  }

  @Test
  void aConfigurationWithoutJobs() throws Exception {
    write(configuration().replace("{ \"endpoint\": \"orders\" }", ""));
    assertRefused("The 'jobs' section is required in the configuration.", "parameters.config");
  }

  @Test
  void anUnknownAuthenticationType() throws Exception {
    write(configuration().replace("\"type\": \"login\"", "\"type\": \"oauth3\""));
    assertRefused("Unknown authorization type 'oauth3'.", "parameters.api.authentication.type");
  }

  @Test
  void aTokenEndpointThatIsNotThere() throws Exception {
    write(configuration().replace(":" + tokenServer.port() + "/", ":" + closedPort() + "/"));
    assertRefused("CURL error 7: ", TOKEN_URL_PATH);
  }

  @Test
  void aWrongSecret() throws Exception {
    tokenServer.then(
        Answer.json(401, "{\"error\":\"invalid_client\",\"error_description\":\"Who is this?\"}"));
    write(configuration());
    assertRefused(
        "OAuth 2.0 token request failed: invalid_client: Who is this? [HTTP 401, "
            + tokenServer.url("/token")
            + "]",
        "parameters.");
  }

  @Test
  void aTokenEndpointThatRepeatsTheSecretInItsError() throws Exception {
    tokenServer.then(
        Answer.json(
            401,
            "{\"error\":\"invalid_client\",\"error_description\":\"No client has %s\"}"
                .formatted(SECRET)));
    write(configuration());
    assertRefused("OAuth 2.0 token request failed: invalid_client: No client has ");
  }

  @Test
  void aScopeThatTheClientMayNotHave() throws Exception {
    tokenServer.then(Answer.json(400, "{\"error\":\"invalid_scope\"}"));
    write(configuration());
    assertRefused(
        "OAuth 2.0 token request failed: invalid_scope",
        "parameters.api.authentication.loginRequest.params.scope");
  }

  @Test
  void aTokenEndpointThatIsASignInPage() throws Exception {
    tokenServer.then(
        Answer.status(200).header("Content-Type", "text/html").body("<html>Sign in</html>"));
    write(configuration());
    assertRefused("HTML", TOKEN_URL_PATH);
  }

  @Test
  void aTokenAnswerWithoutAToken() throws Exception {
    tokenServer.then(Answer.json("{\"token\":\"" + TOKEN + "\",\"valid_for\":3600}"));
    write(configuration());
    String message =
        assertRefused(
            "OAuth 2.0 token request failed: the response has no \"access_token\"",
            "token",
            "valid_for");
    assertFalse(message.contains("3600"), message);
  }

  @Test
  void anApiThatForbids() throws Exception {
    logIn();
    api.then(Answer.json(403, "{\"message\":\"not for you\"}"));
    write(configuration());
    assertRefused(
        "The API request failed: [403] Client error: `GET "
            + api.url("/orders")
            + "` resulted in a `403 Forbidden` response:",
        JOB_PATH);
  }

  @Test
  void anApiThatRepeatsTheTokenInItsError() throws Exception {
    logIn();
    api.then(Answer.json(400, "{\"sent\":\"Bearer " + TOKEN + "\"}"));
    write(configuration());
    assertRefused("The API request failed: [400] ", JOB_PATH);
  }

  @Test
  void anApiThatAnswersWithAWebPage() throws Exception {
    logIn();
    api.then(Answer.status(200).header("Content-Type", "text/html").body("<html>Hello</html>"));
    write(configuration());
    assertRefused(NOT_JSON, JOB_PATH);
  }

  @Test
  void aDocumentThatBreaksOff() throws Exception {
    logIn();
    api.then(Answer.json("{\"orders\":[{\"id\":1},{\"id\":"));
    write(configuration());
    assertRefused(NOT_JSON, JOB_PATH);
  }

  @Test
  void aConnectionThatBreaksOff() throws Exception {
    logIn();
    api.then(Answer.json("{\"orders\":[{\"id\":1},{\"id\":2}]}").cutOffAfter(20));
    write(configuration());
    assertRefused("CURL error 18: ", JOB_PATH);
  }

  @Test
  void anEmptyBody() throws Exception {
    logIn();
    api.then(Answer.status(200).header("Content-Type", "application/json"));
    write(configuration());
    assertRefused(NOT_JSON, JOB_PATH);
  }

  @Test
  void aSecondPageThatIsBroken() throws Exception {
    logIn();
    api.then(Answer.json("[{\"id\":1},{\"id\":2}]"), Answer.json("[{\"id\":3},"));
    write(configuration());
    assertRefused(NOT_JSON, JOB_PATH);
  }

  /// {@return the one message of a run that must fail}
  ///
  /// @param fragments what it must contain
  private String assertRefused(String... fragments) throws Exception {
    Launcher.Ended run = Launcher.run(folder);
    assertEquals(1, run.exitCode(), run.all());
    assertEquals("", run.errors());
    List<String> messages = run.records("ERROR");
    assertEquals(1, messages.size(), run.all());
    for (String fragment : fragments) {
      assertTrue(messages.getFirst().contains(fragment), fragment + " is not in: " + run.all());
    }
    assertFalse(run.all().contains("Exception"), run.all());
    assertFalse(Files.exists(folder.resolve("out")));
    assertNoSecretIn("the output", run.all());
    for (Path file : files(folder)) {
      if (!file.equals(folder.resolve("config.json"))) {
        assertNoSecretIn(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return messages.getFirst();
  }

  private static void assertNoSecretIn(String what, String text) {
    String pair =
        Base64.getEncoder()
            .encodeToString(("shop-reader:" + SECRET).getBytes(StandardCharsets.UTF_8));
    for (String secret : List.of(SECRET, TOKEN, pair)) {
      assertFalse(text.contains(secret), () -> "a secret is in " + what + ": " + text);
    }
  }

  private void logIn() {
    tokenServer.then(
        Answer.json(
            "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                .formatted(TOKEN)));
  }

  private void write(String configuration) throws IOException {
    Files.writeString(folder.resolve("config.json"), configuration);
  }

  private String configuration() {
    return """
    {
      "parameters": {
        "api": {
          "baseUrl": "%s/",
          "retryConfig": { "maxRetries": 1 },
          "authentication": {
            "type": "login",
            "format": "json",
            "loginRequest": {
              "endpoint": "%s/token",
              "method": "FORM",
              "headers": {
                "Accept": "application/json",
                "Authorization": { "function": "concat", "args": [ "Basic ",
                  { "function": "base64_encode", "args": [
                    { "function": "concat", "args": [ { "attr": "__CLIENT_ID" }, ":", { "attr": "#__CLIENT_SECRET" } ] } ] } ] }
              },
              "params": { "grant_type": "client_credentials", "scope": "orders:read" }
            },
            "apiRequest": { "headers": {
              "Authorization": { "function": "concat", "args": [ "Bearer ", { "response": "access_token" } ] } } }
          },
          "pagination": { "method": "offset", "limit": 2, "firstPageParams": false }
        },
        "config": {
          "__AUTH_METHOD": "oauth2",
          "__CLIENT_ID": "shop-reader",
          "#__CLIENT_SECRET": "%s",
          "outputBucket": "shop",
          "lossless": true,
          "jobs": [{ "endpoint": "orders" }]
        }
      }
    }
    """
        .formatted(api.origin(), tokenServer.origin(), SECRET);
  }

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }
}

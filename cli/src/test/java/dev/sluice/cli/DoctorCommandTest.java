package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DoctorCommandTest {
  private static final String SECRET = "a+b%c&d e=ü secret";
  private static final String TOKEN =
      "{\"access_token\":\"t0k3n-of-the-server\",\"token_type\":\"Bearer\",\"expires_in\":300}";

  private final RecordingShell shell = RecordingShell.piped(Map.of());
  private final ScriptedServer server = ScriptedServer.start();
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void stopsAtTheFirstSuccess() {
    assertEquals(0, examine(_ -> Answer.json(TOKEN)), shell.out());

    assertEquals(1, server.requests().size());
    assertTrue(shell.out().contains("Basic Auth: works."), shell.out());
    assertTrue(shell.out().contains("\"type\": \"login\""), shell.out());
    assertTrue(shell.out().contains("PUT THE CLIENT SECRET HERE"), shell.out());
  }

  @Test
  void triesTheEncodedFormAndThePostedForm() {
    assertEquals(
        0,
        examine(request ->
            request.text().contains("client_secret=")
                ? Answer.json(TOKEN)
                : Answer.json(401, "{\"error\":\"invalid_client\"}")));

    assertEquals(
        List.of(
            "Basic shop:" + SECRET,
            "Basic shop:a%2Bb%25c%26d+e%3D%C3%BC+secret",
            "grant_type=client_credentials&client_id=shop&client_secret=a%2Bb%25c%26d+e%3D%C3%BC+secret"),
        server.received().stream().map(DoctorCommandTest::credentials).toList());
    assertTrue(shell.out().contains("Basic Auth: does not work."), shell.out());
    assertTrue(shell.out().contains("Post Form: works."), shell.out());
  }

  @Test
  void saysThatEncodedCredentialsRunHereOnly() {
    examine(request ->
        credentials(request).contains("%2B")
            ? Answer.json(TOKEN)
            : Answer.json(401, "{\"error\":\"invalid_client\"}"));
    assertTrue(shell.out().contains("which runs on Sluice only"), shell.out());
    assertTrue(shell.out().contains("\"urlencode\""), shell.out());
  }

  @Test
  void triesFourTimesAtTheMost() {
    assertEquals(1, examine(_ -> Answer.json(401, "{\"error\":\"invalid_client\"}")));
    assertTrue(server.requests().size() <= 4, server.requests()::toString);
    assertTrue(shell.out().contains("No way of sending the credentials works"), shell.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | {\"error\":\"invalid_scope\"} | nothing to do with how the credentials travel. Check the field Scopes",
        "400 | {\"error\":\"unauthorized_client\"} | This client may not use the client-credentials grant",
        "400 | {\"error\":\"invalid_client\",\"error_description\":\"account locked\"} | the server may be locking the client out",
        "429 | {} | the server may be locking the client out",
        "404 | {} | Check the Access Token URL",
        "200 | <html>sign in | Is this the address of a sign-in page?",
        "200 | {\"token\":1} | Is this the address of the token endpoint?",
      })
  void stopsWhenOtherWaysAreOfNoUse(int status, String body, String says) {
    assertEquals(
        1,
        examine(_ ->
            Answer.status(status)
                .header("Content-Type", body.startsWith("<") ? "text/html" : "application/json")
                .body(body)));
    assertEquals(1, server.requests().size());
    assertTrue(shell.out().replaceAll("\\s+", " ").contains(says), shell.out());
  }

  @Test
  void goesOnWhenCredentialsAreRefusedInKeycloaksWords() {
    assertEquals(1, examine(_ -> Answer.json(401, "{\"error\":\"unauthorized_client\"}")));
    assertEquals(3, server.requests().size());
  }

  @Test
  void stopsAtARedirect() {
    assertEquals(1, examine(_ -> Answer.redirect(302, "http://127.0.0.1:9/elsewhere")));
    assertEquals(1, server.requests().size());
    assertTrue(shell.out().contains("The token endpoint answered with a redirect to"), shell.out());
  }

  @Test
  void saysThatTheServerIsOutOfReach() {
    server.close();
    assertEquals(1, run("--token-url", "http://127.0.0.1:1/token"));
    assertTrue(shell.out().contains("CURL error 7"), shell.out());
  }

  @Test
  void remarksOnClocksAndTokensWithoutALife() {
    String late =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(600).atOffset(ZoneOffset.UTC));
    examine(_ -> Answer.json("{\"access_token\":\"t0k3n-of-the-server\"}").header("Date", late));
    assertTrue(shell.out().contains("The server's clock is"), shell.out());
    assertTrue(shell.out().contains("ahead of this machine's"), shell.out());
    assertTrue(shell.out().contains("does not say how long it lives"), shell.out());
  }

  @Test
  void examinesTheConfigurationOfAFolder() throws IOException {
    RecordingShell init = RecordingShell.fed(SECRET + "\n");
    assertEquals(
        0,
        init.run(
            "init",
            folder.toString(),
            "--client-id",
            "shop",
            "--client-secret-file",
            "-",
            "--token-url",
            server.url("/token"),
            "--base-url",
            server.origin() + "/v1/",
            "--endpoint",
            "orders"),
        init.err());
    server.otherwise(_ -> Answer.json(TOKEN));

    assertEquals(0, shell.run("auth", "doctor", folder.toString()), shell.err());
    assertTrue(shell.out().contains("The configuration is right as it is."), shell.out());
    assertNoSecret();
  }

  @Test
  void asksForWhatItDoesNotKnow() {
    server.otherwise(_ -> Answer.json(TOKEN));
    var prompt = new ScriptedPrompt("shop", server.url("/token"), SECRET);
    assertEquals(0, shell.run(prompt, "auth", "doctor"), shell.err());
    assertEquals(1, prompt.askedForSecrets().size());
    assertNoSecret();
  }

  private int examine(Function<Received, Answer> rule) {
    server.otherwise(rule);
    return run("--token-url", server.url("/token"));
  }

  private int run(String... options) {
    try {
      Path secret = folder.resolve("secret");
      Files.writeString(secret, SECRET + "\n");
      String[] line = new String[6 + options.length];
      System.arraycopy(
          new String[] {
            "auth", "doctor", "--client-id", "shop", "--client-secret-file", secret.toString()
          },
          0,
          line,
          0,
          6);
      System.arraycopy(options, 0, line, 6, options.length);
      return shell.run(line);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      assertNoSecret();
    }
  }

  private void assertNoSecret() {
    for (String text : List.of(shell.out(), shell.err())) {
      assertFalse(text.contains(SECRET), text);
      assertFalse(text.contains("%2Bb%25c"), text);
      assertFalse(text.contains("t0k3n"), text);
    }
  }

  private static String credentials(Received request) {
    return request
        .header("Authorization")
        .map(header ->
            "Basic "
                + new String(
                    Base64.getDecoder().decode(header.substring("Basic ".length())),
                    StandardCharsets.UTF_8))
        .orElseGet(request::text);
  }
}

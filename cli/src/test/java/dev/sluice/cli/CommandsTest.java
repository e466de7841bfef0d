package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.schema.Schema;
import dev.sluice.demo.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `run`, `token` and `validate` on the embedded demo: a real authorization server, a real API.
final class CommandsTest {
  private static final String BROKEN =
      """
      {"parameters": {
        "api": {"baseUrl": "https://api.example.com/", "authentication": {"type": "magic"}},
        "config": {"jobs": [{"endpoint": ""}]}}}
      """;

  private final RecordingShell shell = RecordingShell.piped(Map.of());
  @TempDir private Path folder;
  private String data = "";

  @BeforeEach
  void nameTheFolder() {
    data = folder.toString();
  }

  @Test
  void runWritesPlatformRecordsWhereThereIsNoTerminal() throws IOException {
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);

      assertEquals(0, shell.run("run", data), shell.err());

      String last = shell.out().lines().toList().getLast();
      assertTrue(
          last.matches(
              "\\[\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+00:00] logger\\.INFO:"
                  + " Extractor finished successfully\\. \\[] \\[]"),
          last);
      assertFalse(shell.out().contains("logger.DEBUG"), shell.out());
      assertEquals("", shell.err());
    }
  }

  @Test
  void runShowsRequestsWhenTheUserAsks() throws IOException {
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);

      assertEquals(0, shell.run("run", data, "--debug", "--log-format", "text"), shell.err());

      assertTrue(shell.out().contains("GET /v1/customers?"), shell.out());
      assertFalse(shell.out().contains(demo.clientSecret()), "the secret is in the output");
    }
  }

  @Test
  void runTakesSecretsFromAFile() throws IOException {
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);
      Path config = folder.resolve("config.json");
      Files.writeString(
          config, Files.readString(config).replace(demo.clientSecret(), "put in its place"));
      Path secrets = folder.resolve("secrets.json");
      Files.writeString(secrets, "{\"#__CLIENT_SECRET\": \"%s\"}".formatted(demo.clientSecret()));

      assertEquals(1, shell.run("run", data));
      assertEquals(0, shell.run("run", data, "--secrets", secrets.toString()));
    }
  }

  @Test
  void schemaIsPrintedAsItIs() {
    assertEquals(0, shell.run("schema"));
    assertEquals(Schema.text(), shell.out());
  }

  @Test
  void validateNamesKeysThatDoNothing() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters": {
          "api": {"baseUrl": "https://api.example.com/", "paginaton": {"method": "offset", "limit": 5}},
          "config": {"jobs": [{"endpoint": "orders"}]}}}
        """);

    assertEquals(0, shell.run("validate", data), shell.err());

    assertTrue(
        shell
            .out()
            .contains(
                "The option 'paginaton' is unknown and has no effect. (parameters.api.paginaton)"
                    + " Did you mean 'pagination'?"),
        shell.out());
  }

  @Test
  void theFolderCanComeFromTheEnvironment() throws IOException {
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);
      RecordingShell platform = RecordingShell.piped(Map.of("KBC_DATADIR", data + "/"));

      assertEquals(0, platform.run("run"), platform.out());
    }
  }

  @Test
  void runWithoutAConfigurationIsTheUsersMistake() {
    assertEquals(1, shell.run("run", data));
    assertTrue(shell.out().contains("logger.ERROR: Configuration file '"), shell.out());
    assertEquals("", shell.err());
  }

  @Test
  void tellsWhichFileIsMissing() throws IOException {
    Path config = Files.writeString(folder.resolve("config.json"), "{}");

    assertEquals(1, shell.run("validate", data, "--secrets", data + "/secrets.json"));
    assertEquals(1, shell.run("validate", config.toString()));

    assertEquals(
        """
        error: The file of secrets '%1$s/secrets.json' is not there.
        error: '%1$s/config.json' is a file. Name the folder that holds config.json.
        """
            .formatted(data),
        shell.err());
  }

  @Test
  void tokenShowsTheLoginWithoutItsSecrets() throws IOException {
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);

      assertEquals(0, shell.run("token", data), shell.err());

      String out = shell.out();
      assertTrue(out.contains("POST " + demo.tokenUrl()), out);
      assertTrue(out.contains("status      200"), out);
      assertTrue(out.contains("token type  Bearer"), out);
      assertTrue(out.contains("grant_type=client_credentials"), out);
      assertTrue(out.contains("header Authorization: Bearer •••"), out);
      assertFalse(out.contains(demo.clientSecret()), out);
      assertEquals(0, demo.requests());
    }
  }

  @Test
  void tokenExplainsWhyALoginFailed() throws IOException {
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);
      Path config = folder.resolve("config.json");
      Files.writeString(config, Files.readString(config).replace(demo.clientSecret(), "wrong one"));

      assertEquals(1, shell.run("token", data));

      assertTrue(
          shell.err().startsWith("error: OAuth 2.0 token request failed: invalid_client"),
          shell.err());
      assertFalse(shell.err().contains("wrong one"), shell.err());
    }
  }

  @Test
  void validateSendsNothingAndSaysWhatThereIs() throws IOException {
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);

      assertEquals(0, shell.run("validate", data), shell.err());

      assertEquals(
          "The configuration is valid: 2 jobs, 1 child job, OAuth 2.0 client credentials\n",
          shell.out());
      assertEquals(0, demo.requests() + demo.tokenRequests());
    }
  }

  @Test
  void validateCountsForPrograms() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters": {
          "api": {"baseUrl": "https://api.example.com/"},
          "config": {"jobs": [{"endpoint": "orders"}]},
          "iterations": [{"region": "eu"}, {"region": "us"}]}}
        """);

    assertEquals(0, shell.run("validate", data, "--log-format", "json"), shell.err());

    assertTrue(
        shell
            .out()
            .endsWith(
                ",\"status\":\"success\",\"exitCode\":0,\"iterations\":2,\"jobs\":2,\"childJobs\":0,\"warnings\":[]}\n"),
        shell.out());
  }

  @Test
  void validateReportsAllProblemsWithTheirPlaces() throws IOException {
    Files.writeString(folder.resolve("config.json"), BROKEN);

    assertEquals(1, shell.run("validate", data));

    String err = shell.err();
    assertTrue(err.startsWith("error: 2 problems to mend:\n  1. "), err);
    assertTrue(err.contains("Unknown authorization type 'magic'"), err);
    assertTrue(err.contains("parameters.api.authentication.type"), err);
    assertTrue(err.contains("parameters.config.jobs[0].endpoint"), err);
  }
}

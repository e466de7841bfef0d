package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.demo.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands on the embedded demo: a real authorization server, a real API.
final class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void showsTablesRowsRequestsAndWhatToTryNext() {
    RecordingShell shell = RecordingShell.terminal(120, Map.of());
    Path data = folder.resolve("demo");
    assertEquals(0, shell.run("demo", data.toString()), shell.err());
    String out = shell.out();
    assertTrue(out.contains("shop.customers"), out);
    assertTrue(out.contains("1 token request"), out);
    assertTrue(out.contains("What to try next"), out);
    assertTrue(Files.exists(data.resolve("out/tables/shop.orders.manifest")));
    assertTrue(Files.exists(data.resolve("out/state.json")));
  }

  @Test
  void runsASecondTimeInItsOwnFolder() {
    Path data = folder.resolve("demo");
    assertEquals(0, RecordingShell.piped(Map.of()).run("demo", data.toString()));
    assertEquals(0, RecordingShell.piped(Map.of()).run("demo", data.toString()));
  }

  @Test
  void leavesAFolderWithOtherThingsAlone() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    RecordingShell shell = RecordingShell.piped(Map.of());
    assertEquals(1, shell.run("demo", folder.toString()));
    assertTrue(shell.err().contains("is not empty, and no demo made it"), shell.err());
    assertFalse(Files.exists(folder.resolve("config.json")));
  }

  @Test
  void tokenShowsTheLoginWithoutItsSecrets() throws IOException {
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);
      RecordingShell shell = RecordingShell.piped(Map.of());
      assertEquals(0, shell.run("token", folder.toString()), shell.err());
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
  void validateSendsNothing() throws IOException {
    try (Demo demo = Demo.start()) {
      demo.writeDataFolder(folder);
      RecordingShell shell = RecordingShell.piped(Map.of());
      assertEquals(0, shell.run("validate", folder.toString()), shell.err());
      assertEquals("The configuration is valid.\n", shell.out());
      assertEquals(0, demo.requests() + demo.tokenRequests());
    }
  }

  @Test
  void validateReportsAllProblemsWithTheirPlaces() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters": {
          "api": {"baseUrl": "https://api.example.com/", "authentication": {"type": "magic"}},
          "config": {"jobs": [{"endpoint": ""}]}}}
        """);
    RecordingShell shell = RecordingShell.piped(Map.of());
    assertEquals(1, shell.run("validate", folder.toString()));
    assertTrue(shell.err().contains("Unknown authorization type 'magic'"), shell.err());
    assertTrue(shell.err().contains("parameters.api.authentication.type"), shell.err());
    assertTrue(shell.err().contains("parameters.config.jobs[0].endpoint"), shell.err());
  }

  @Test
  void completionKnowsTheCommands() {
    RecordingShell shell = RecordingShell.piped(Map.of());
    assertEquals(0, shell.run("completion"));
    for (String command : new String[] {"demo", "init", "run", "token", "validate"}) {
      assertTrue(shell.out().contains(command), command);
    }
  }

  @Test
  void aWrongOptionIsTheUsersMistake() {
    RecordingShell shell = RecordingShell.piped(Map.of());
    assertEquals(1, shell.run("run", "--nonsense"));
  }
}

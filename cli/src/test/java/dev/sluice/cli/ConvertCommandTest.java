package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConvertCommandTest {
  private static final String GRANT =
      """
      {
        "parameters": {
          "api": {
            "baseUrl": "https://api.example.com/",
            "authentication": {
              "type": "oauth20.client-credentials", "tokenUrl": "https://id.example.com/token",
              "clientId": "ada", "#clientSecret": "hush-hush-hush"
            }
          },
          "config": { "jobs": [ { "endpoint": "orders",   "dataType":"orders" } ] }
        }
      }
      """;

  private final RecordingShell shell = RecordingShell.piped(Map.of());
  @TempDir private Path folder;

  @Test
  void showsTheOtherFormAndLeavesTheFileAlone() throws IOException {
    Path file = given(GRANT);

    assertEquals(0, convert("--to", "portable"), shell.err());

    assertTrue(shell.out().contains("\"type\": \"login\""), shell.out());
    assertTrue(shell.out().contains("Nothing was changed"), shell.out());
    assertFalse(shell.out().contains("hush-hush"), shell.out());
    assertEquals(GRANT, Files.readString(file));
  }

  @Test
  void writesItAndKeepsTheOtherLines() throws IOException {
    Path file = given(GRANT);

    assertEquals(0, convert("--to", "portable", "--write"), shell.err());

    String text = Files.readString(file);
    assertTrue(text.contains("\"#__CLIENT_SECRET\": \"hush-hush-hush\""), text);
    assertTrue(text.contains("[ { \"endpoint\": \"orders\",   \"dataType\":\"orders\" } ]"), text);
    assertEquals(0, shell.run(new ScriptedPrompt(), "validate", folder.toString()), shell.err());
  }

  @Test
  void masksASecretThatStandsInTheLogin() throws IOException {
    given(GRANT);
    assertEquals(0, convert("--to", "portable", "--write"), shell.err());

    assertEquals(0, convert("--to", "native"), shell.err());

    assertTrue(shell.out().contains("client_secret_basic"), shell.out());
    assertFalse(shell.out().contains("hush-hush"), shell.out());
  }

  @Test
  void saysWhyItCannotBeDone() throws IOException {
    given(GRANT.replace("\"tokenUrl\"", "\"issuer\""));

    assertEquals(1, convert("--to", "portable", "--write"));

    assertTrue(shell.err().contains("looked up at the issuer"), shell.err());
    assertTrue(shell.err().contains("parameters.api.authentication"), shell.err());
  }

  private Path given(String text) throws IOException {
    return Files.writeString(folder.resolve("config.json"), text);
  }

  private int convert(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "auth";
    arguments[1] = "convert";
    arguments[2] = folder.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return shell.run(new ScriptedPrompt(), arguments);
  }
}

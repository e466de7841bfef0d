package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.form.ClientCredentials;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class InitCommandTest {
  @TempDir private Path folder;

  @Test
  void writesAConfigurationFromAnswers() throws IOException, JsonSyntaxError {
    var prompt =
        new ScriptedPrompt(
            "https://id.example.com/token",
            "post",
            "ada",
            "s3cret-value",
            "orders:read  customers:read",
            "https://api.example.com/v1",
            "orders",
            "offset");
    RecordingShell shell = RecordingShell.piped(Map.of());
    assertEquals(0, init(shell, prompt, folder.toString()), shell.err());
    JsonObject parameters = parameters();
    ClientCredentials written = ClientCredentials.recognise(parameters).orElseThrow();
    assertEquals(RequestType.POST_FORM, written.requestType());
    assertEquals("ada", written.clientId());
    assertEquals("s3cret-value", written.clientSecret());
    assertEquals(List.of("orders:read", "customers:read"), written.scopes());
    assertEquals("\"https://api.example.com/v1/\"", at(parameters, "api.baseUrl"));
    assertEquals("\"offset\"", at(parameters, "api.pagination.method"));
    assertEquals("true", at(parameters, "config.lossless"));
    assertEquals("\"orders\"", at(parameters, "config.jobs.0.endpoint"));
    assertEquals(1, prompt.askedForSecrets().size());
    assertFalse(shell.out().contains("s3cret-value"), shell.out());
  }

  @Test
  void letsOnlyTheUserReadTheFile() throws IOException {
    RecordingShell shell = RecordingShell.fed("s3cret-value\n");
    assertEquals(0, init(shell, Prompt.NOBODY, options()), shell.err());
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("config.json"))));
  }

  @Test
  void takesTheSecretFromStandardInput() throws IOException, JsonSyntaxError {
    RecordingShell shell = RecordingShell.fed("s3cret-value\n");
    assertEquals(0, init(shell, Prompt.NOBODY, options()), shell.err());
    assertEquals(
        "s3cret-value", ClientCredentials.recognise(parameters()).orElseThrow().clientSecret());
  }

  @Test
  void namesTheOptionThatIsMissingWhereNobodyCanBeAsked() {
    RecordingShell shell = RecordingShell.piped(Map.of());
    assertEquals(1, init(shell, Prompt.NOBODY, folder.toString()));
    assertEquals(
        "error: There is no terminal to ask for --token-url. Give the option.\n", shell.err());
  }

  @Test
  void leavesAConfigurationThatIsThereAlone() throws IOException {
    Files.writeString(folder.resolve("config.json"), "mine");
    RecordingShell shell = RecordingShell.fed("s3cret-value");
    assertEquals(1, init(shell, Prompt.NOBODY, options()));
    assertEquals("mine", Files.readString(folder.resolve("config.json")));
    assertTrue(shell.err().contains("--force"), shell.err());
  }

  @Test
  void asksAgainForWhatMustNotBeEmpty() {
    var prompt = new ScriptedPrompt("", "https://id.example.com/token");
    RecordingShell shell = RecordingShell.piped(Map.of());
    assertEquals(1, init(shell, prompt, folder.toString()));
    assertTrue(shell.out().contains("An answer is needed here."), shell.out());
    assertEquals(prompt.asked().get(0), prompt.asked().get(1));
  }

  @Test
  void refusesATokenUrlThatIsNone() {
    RecordingShell shell = RecordingShell.fed("s3cret-value");
    String[] options = options();
    options[2] = "not a url";
    assertEquals(1, init(shell, Prompt.NOBODY, options));
    assertTrue(shell.err().startsWith("error: "), shell.err());
    assertFalse(Files.exists(folder.resolve("config.json")));
  }

  private String[] options() {
    return new String[] {
      folder.toString(),
      "--token-url",
      "https://id.example.com/token",
      "--client-id",
      "ada",
      "--client-secret-file",
      "-",
      "--base-url",
      "https://api.example.com/v1/",
      "--endpoint",
      "orders"
    };
  }

  private static int init(RecordingShell shell, Prompt prompt, String... arguments) {
    return new CommandLine(new InitCommand(shell.shell(), prompt)).execute(arguments);
  }

  private JsonObject parameters() throws IOException, JsonSyntaxError {
    var document =
        (JsonObject) new JsonReader().read(Files.readAllBytes(folder.resolve("config.json")));
    return (JsonObject) document.find("parameters").orElseThrow();
  }

  private static String at(JsonObject parameters, String path) {
    return JsonPath.find(path, parameters)
        .map(value -> dev.sluice.json.JsonWriter.compact(value))
        .orElse("");
  }
}

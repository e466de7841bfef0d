package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.form.ClientCredentials;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InitCommandTest {
  private static final String SECRET = "s3cret value";

  private final RecordingShell shell = RecordingShell.fed(SECRET + "\n");
  @TempDir private Path folder;

  @Test
  void writesAConfigurationFromAnswers() throws IOException, JsonSyntaxError {
    var prompt =
        new ScriptedPrompt(
            "post",
            "ada",
            SECRET,
            "https://id.example.com/token",
            "orders:read  customers:read",
            "https://api.example.com/v1",
            "orders",
            "offset",
            "250");

    assertEquals(0, shell.run(prompt, "init", folder.toString()), shell.err());

    ClientCredentials written = written();
    assertEquals(RequestType.POST_FORM, written.requestType());
    assertEquals("ada", written.clientId());
    assertEquals(SECRET, written.clientSecret());
    assertEquals("https://id.example.com/token", written.accessTokenUrl());
    assertEquals(List.of("orders:read", "customers:read"), written.scopes());
    assertEquals(
        "{\"baseUrl\":\"https://api.example.com/v1/\",\"pagination\":{\"method\":\"offset\",\"limit\":250}}",
        JsonWriter.compact(section("api").without("authentication")));
    assertEquals(
        """
        {"__AUTH_METHOD":"oauth2","__CLIENT_ID":"ada","#__CLIENT_SECRET":"s3cret value","lossless":true,"jobs":[{"endpoint":"orders"}]}\
        """
            .strip(),
        JsonWriter.compact(section("config")));
    assertEquals(List.of("Client secret (not shown): "), prompt.askedForSecrets());
    assertFalse(shell.out().contains(SECRET), shell.out());
    assertTrue(shell.out().contains("  ./sluice token " + folder + " "), shell.out());
  }

  @Test
  void takesWhatIsUsualForAnEmptyAnswer() throws IOException, JsonSyntaxError {
    var prompt =
        new ScriptedPrompt(
            "",
            "ada",
            SECRET,
            "https://id.example.com/token",
            "",
            "https://api.example.com/",
            "orders",
            "");

    assertEquals(0, shell.run(prompt, "init", folder.toString()), shell.err());

    assertEquals(RequestType.BASIC_AUTH, written().requestType());
    assertEquals(List.of(), written().scopes());
    assertFalse(section("api").has("pagination"));
    assertEquals(
        List.of(
            "How the credentials travel, basic (in a header) or post (in the form) [basic]: ",
            "Client ID: ",
            "Access token URL: ",
            "Scopes, separated by spaces [none]: ",
            "Base URL of the API: ",
            "First endpoint, below the base URL: ",
            "Paging: none, offset or pagenum (page numbers) [none]: "),
        prompt.asked());
  }

  @Test
  void asksAgainUntilAnAnswerCanBeUsed() {
    var prompt =
        new ScriptedPrompt(
            "header",
            "basic",
            "",
            "ada",
            SECRET,
            "id.example.com/token",
            "https://id.example.com/token?scope=all",
            "https://id.example.com/token",
            "ořders",
            "orders",
            "api",
            "https://api.example.com/",
            "",
            "orders",
            "cursor",
            "pagenum",
            "0",
            "50");

    assertEquals(0, shell.run(prompt, "init", folder.toString()), shell.err());

    assertEquals(0, prompt.left());
    String out = shell.out();
    assertTrue(out.contains("  This must be basic or post.\n  An answer is needed here.\n"), out);
    assertTrue(out.contains("  Enter the full address, starting with https://.\n"), out);
    assertTrue(out.contains("  The scope \"ořders\" has a character"), out);
    assertTrue(out.contains("  This must be none, offset or pagenum;"), out);
    assertTrue(out.contains("  This must be a whole number.\n"), out);
  }

  @Test
  void writesNothingWhenTheAnswersEnd() {
    assertEquals(1, shell.run(new ScriptedPrompt("basic", "ada"), "init", folder.toString()));

    assertEquals("error: The input ended before --client-secret-file was told.\n", shell.err());
    assertFalse(Files.exists(folder.resolve("config.json")));
  }

  @Test
  void takesEverythingFromOptionsAndTheSecretFromStandardInput()
      throws IOException, JsonSyntaxError {
    assertEquals(0, init("--scope", "read", "--scope", "write", "--paging", "pagenum"));

    assertEquals(SECRET, written().clientSecret());
    assertEquals(List.of("read", "write"), written().scopes());
    assertEquals(
        "{\"method\":\"pagenum\",\"limit\":100}",
        JsonWriter.compact(section("api").find("pagination").orElseThrow()));
  }

  @Test
  void canEncodeTheCredentials() throws IOException, JsonSyntaxError {
    assertEquals(0, init("--encode"));

    assertTrue(written().client().encoded());
  }

  @Test
  void canWriteTheLoginThatRunsOnSluiceOnly() throws IOException, JsonSyntaxError {
    assertEquals(0, init("--native"), shell.err());

    assertEquals(
        new JsonString("oauth20.client-credentials"),
        section("api").object("authentication").valueOrNull("type"));
    assertEquals(0, shell.run(new ScriptedPrompt(), "validate", folder.toString()), shell.err());
  }

  @Test
  void letsOnlyTheUserReadTheFileAlsoWhenItReplacesOne() throws IOException {
    Path config = folder.resolve("config.json");
    Files.writeString(config, "{}");

    assertEquals(0, init("--force"), shell.err());

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(config)));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(config, folder.resolve("in")), files.sorted().toList());
    }
    assertEquals("{}\n", Files.readString(folder.resolve("in/state.json")));
  }

  @Test
  void leavesAConfigurationThatIsThereAlone() throws IOException {
    Files.writeString(folder.resolve("config.json"), "mine");

    assertEquals(1, init());

    assertEquals("mine", Files.readString(folder.resolve("config.json")));
    assertTrue(shell.err().contains("--force"), shell.err());
  }

  @Test
  void namesAllOptionsThatAreMissingWhereNobodyCanBeAsked() {
    assertEquals(1, shell.run("init", folder.toString(), "--client-id", "ada"));

    assertEquals(
        "error: There is no terminal to ask for --client-secret-file, --token-url, --base-url, --endpoint."
            + " Give them as options.\n",
        shell.err());
  }

  @Test
  void refusesAnOptionThatCannotBeUsed() {
    assertEquals(1, init("--page-size", "many", "--paging", "offset"));

    assertEquals("error: --page-size: This must be a whole number.\n", shell.err());
    assertFalse(Files.exists(folder.resolve("config.json")));
  }

  @Test
  void saysWhichFileOfTheSecretIsMissing() {
    List<String> arguments = arguments();
    arguments.set(arguments.indexOf("-"), folder.resolve("secret.txt").toString());

    assertEquals(1, shell.run(arguments.toArray(String[]::new)));

    assertTrue(shell.err().startsWith("error: Cannot read the client secret from "), shell.err());
  }

  private int init(String... more) {
    List<String> arguments = arguments();
    arguments.addAll(List.of(more));
    return shell.run(arguments.toArray(String[]::new));
  }

  private List<String> arguments() {
    return new ArrayList<>(
        List.of(
            "init",
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
            "orders"));
  }

  private ClientCredentials written() throws IOException, JsonSyntaxError {
    return ClientCredentials.recognise(parameters()).orElseThrow();
  }

  private JsonObject section(String key) throws IOException, JsonSyntaxError {
    return (JsonObject) parameters().find(key).orElseThrow();
  }

  private JsonObject parameters() throws IOException, JsonSyntaxError {
    var document =
        (JsonObject) new JsonReader().read(Files.readAllBytes(folder.resolve("config.json")));
    return (JsonObject) document.find("parameters").orElseThrow();
  }
}

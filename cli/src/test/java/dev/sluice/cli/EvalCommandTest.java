package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvalCommandTest {
  private static final String CONFIG =
      """
      {"parameters": {
        "api": {"baseUrl": "https://api.example.com/"},
        "config": {"jobs": [{"endpoint": "orders"}], "region": "eu", "#token": "ada's s3cret", "#pin": "17"},
        "iterations": [{"region": "eu"}, {"region": "us"}]}}
      """;

  private final RecordingShell shell = RecordingShell.piped(Map.of());
  @TempDir private Path folder;

  @BeforeEach
  void writeFolder() throws IOException {
    Files.writeString(folder.resolve("config.json"), CONFIG);
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/state.json"), "{\"time\":{\"previousStart\":1710513045}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'attr': 'region'} | eu",
        "{'function': 'concat', 'args': ['region=', {'attr': 'region'}]} | region=eu",
        "{'function': 'date', 'args': ['Y-m-d', {'time': 'previousStart'}]} | 2024-03-15",
        "{'time': 'previousStart'} | 1710513045",
        "'plain' | plain",
        "{'page': {'attr': 'region'}, 'size': 1} | {\"page\":\"eu\",\"size\":1}",
      })
  void printsTheValue(String function, String value) {
    assertEquals(0, eval(function.replace('\'', '"')), shell.err());
    assertEquals(value + "\n", shell.out());
    assertEquals("", shell.err());
  }

  @Test
  void masksSecretsUnlessAsked() {
    String token = "{\"function\":\"concat\",\"args\":[\"Bearer \",{\"attr\":\"#token\"}]}";
    assertEquals(0, eval(token));
    assertEquals(0, eval("{\"function\":\"md5\",\"args\":[{\"attr\":\"#token\"}]}"));
    assertEquals(0, eval("{\"attr\":\"#pin\"}"));
    assertEquals("•••\n•••\n•••\n", shell.out());
    assertEquals(0, eval(token, "--show-secrets"));
    assertTrue(shell.out().endsWith("Bearer ada's s3cret\n"), shell.out());
  }

  @Test
  void readsTheFunctionFromStandardInput() {
    RecordingShell fed = RecordingShell.fed("{\"attr\": \"region\"}\n");
    assertEquals(0, fed.run("eval", folder.toString(), "-"), fed.err());
    assertEquals("eu\n", fed.out());
  }

  @Test
  void takesTheAttributesOfAnIteration() {
    assertEquals(0, eval("{\"attr\": \"region\"}", "--iteration", "2"));
    assertEquals("us\n", shell.out());
    assertEquals(1, eval("{\"attr\": \"region\"}", "--iteration", "3"));
    assertTrue(
        shell.err().contains("There is no iteration 3. Iterations are counted from 1 to 2."),
        shell.err());
  }

  @Test
  void knowsWhatMayBeReferredToInAPlace() {
    assertEquals(
        0,
        eval(
            "{\"response\": \"access_token\"}",
            "--at",
            "login-result",
            "--with",
            "{\"response\": {\"access_token\": \"abc\"}}",
            "--show-secrets"));
    assertEquals("abc\n", shell.out());
    assertEquals(1, eval("{\"response\": \"access_token\"}", "--at", "login-result"));
    assertTrue(shell.err().contains("it has to be given"), shell.err());
  }

  @Test
  void explainsWhatIsWrong() {
    assertEquals(1, eval("{'attr': 'region'}"));
    assertTrue(shell.err().contains("The function is not a valid JSON"), shell.err());
    assertEquals(1, eval("{\"function\":\"sha256\",\"args\":[\"a\"]}"));
    assertTrue(shell.err().contains("Illegal function 'sha256'!"), shell.err());
    assertEquals(1, eval("{\"attr\":\"regin\"}"));
    assertTrue(shell.err().contains("regin"), shell.err());
    assertEquals(1, eval("1", "--at", "somewhere"));
    assertTrue(shell.err().contains("'somewhere' is none of base-url, "), shell.err());
    assertEquals(1, shell.run("eval", folder.toString()));
    assertFalse(shell.err().contains("s3cret"));
    assertEquals("", shell.out());
  }

  private int eval(String function, String... options) {
    String[] line = new String[3 + options.length];
    line[0] = "eval";
    line[1] = folder.toString();
    line[2] = function;
    System.arraycopy(options, 0, line, 3, options.length);
    return shell.run(line);
  }
}

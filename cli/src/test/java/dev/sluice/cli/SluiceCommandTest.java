package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SluiceCommandTest {
  private final RecordingShell shell = RecordingShell.piped(Map.of());

  @Test
  void showsItsCommandsAndHowToBegin() {
    assertEquals(0, shell.run("--help"));

    for (String command :
        new String[] {"demo", "init", "validate", "token", "run", "studio", "completion", "help"}) {
      assertTrue(shell.out().contains("\n  " + command + " "), command);
    }
    assertTrue(shell.out().contains("\n  ./sluice demo           see a whole extraction\n"));
  }

  @Test
  void showsTheSameWithoutACommandButAsAMistake() {
    RecordingShell help = RecordingShell.piped(Map.of());
    help.run("--help");

    assertEquals(1, shell.run());
    assertEquals(help.out(), shell.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "init", "validate", "token", "run", "completion"})
  void explainsEachCommand(String command) {
    RecordingShell help = RecordingShell.piped(Map.of());

    assertEquals(0, shell.run(command, "--help"));
    assertEquals(0, help.run("help", command));

    assertEquals(help.out(), shell.out());
    assertTrue(shell.out().contains("Usage: sluice " + command), shell.out());
    assertTrue(shell.out().lines().allMatch(line -> line.length() <= 80), shell.out());
  }

  @Test
  void tellsItsVersion() {
    assertEquals(0, shell.run("--version"));
    assertTrue(shell.out().matches("sluice \\d+\\.\\d+\\.\\d+\\n"), shell.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run --nonsense        | Unknown option: '--nonsense'                    | ./sluice run --help
          run one two           | The argument 'two' is one too many.            | ./sluice run --help
          rum                   | There is no command 'rum'.                      | ./sluice --help
          run --log-format xml  | Invalid value for option '--log-format': 'xml' is none of text, platform, json, auto | ./sluice run --help
          init --client-id      | Missing required parameter for option '--client-id' (ID) | ./sluice init --help
          """)
  void aCommandThatCannotBeUnderstoodIsTheUsersMistake(String line, String what, String see) {
    assertEquals(1, shell.run(line.split(" ", -1)));

    assertTrue(shell.err().startsWith("error: " + what + "\n"), shell.err());
    assertTrue(shell.err().endsWith("See: " + see + "\n"), shell.err());
    assertEquals("", shell.out());
  }

  @Test
  void guessesWhatWasMeant() {
    shell.run("valdate");

    assertTrue(shell.err().contains("Did you mean: sluice validate"), shell.err());
  }

  @Test
  void coloursTheHelpOnlyWhereItMay() {
    RecordingShell terminal = RecordingShell.terminal(80, Map.of());
    RecordingShell plain = RecordingShell.terminal(80, Map.of("NO_COLOR", "1"));

    terminal.run("--help");
    plain.run("--help");

    assertTrue(terminal.out().contains("\u001b["), terminal.out());
    assertFalse(plain.out().contains("\u001b["), plain.out());
  }

  @Test
  void completionKnowsTheCommandsAndTheirOptions() {
    assertEquals(0, shell.run("completion"));
    for (String word : new String[] {"demo", "init", "run", "token", "validate", "--log-format"}) {
      assertTrue(shell.out().contains(word), word);
    }
  }
}

package dev.sluice.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A shell whose streams are kept as text.
final class RecordingShell {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Shell shell;

  private RecordingShell(Screen screen, Map<String, String> environment, String input) {
    shell =
        new Shell(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            environment,
            screen,
            "./sluice");
  }

  /// A shell whose output goes to a file.
  static RecordingShell piped(Map<String, String> environment) {
    return new RecordingShell(Screen.NONE, environment, "");
  }

  /// A shell whose output goes to a file, with something on standard input.
  static RecordingShell fed(String input) {
    return new RecordingShell(Screen.NONE, Map.of(), input);
  }

  /// A shell on a terminal.
  static RecordingShell terminal(int columns, Map<String, String> environment) {
    return new RecordingShell(new Window(columns), environment, "");
  }

  Shell shell() {
    return shell;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /// Runs a command line as the process would.
  int run(String... arguments) {
    return run(Prompt.NOBODY, arguments);
  }

  /// Runs a command line with somebody to ask.
  int run(Prompt prompt, String... arguments) {
    return SluiceCommand.run(shell, prompt, arguments);
  }

  private record Window(int columns) implements Screen {
    @Override
    public boolean isTerminal() {
      return true;
    }
  }
}

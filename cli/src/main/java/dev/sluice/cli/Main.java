package dev.sluice.cli;

import java.nio.file.Path;
import java.util.Arrays;

/// The entry point of the command line.
public final class Main {
  private Main() {}

  /// Runs a command and ends the process with its exit code.
  ///
  /// @param arguments what the user typed
  public static void main(String[] arguments) {
    Shell shell = Shell.ofProcess();
    int code = run(shell, new ConsolePrompt(), arguments);
    shell.out().flush();
    shell.err().flush();
    QuickExit.with(code);
  }

  /// Runs a command.
  ///
  /// Finding out what the commands take costs more than a small extraction. So an extraction
  /// without options, which is what platforms start, does without it.
  ///
  /// @param shell what it knows of the outside
  /// @param prompt asks a person
  /// @param arguments what the user typed
  /// @return the exit code
  static int run(Shell shell, Prompt prompt, String... arguments) {
    return isPlainRun(arguments)
        ? new RunCommand(shell, Arrays.stream(arguments).skip(1).findFirst().map(Path::of)).call()
        : SluiceCommand.run(shell, prompt, arguments);
  }

  /// {@return whether this is `run` with at most a folder} Options start with `-`, files with
  /// further arguments with `@`.
  private static boolean isPlainRun(String... arguments) {
    if (arguments.length == 0 || arguments.length > 2 || !arguments[0].equals("run")) {
      return false;
    }
    String folder = arguments.length == 1 ? "." : arguments[1];
    return !folder.isEmpty() && !folder.startsWith("-") && !folder.startsWith("@");
  }
}

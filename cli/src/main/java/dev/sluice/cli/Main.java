package dev.sluice.cli;

/// The entry point of the command line.
public final class Main {
  private Main() {}

  /// Runs a command and ends the process with its exit code.
  ///
  /// @param arguments what the user typed
  public static void main(String[] arguments) {
    Shell shell = Shell.ofProcess();
    int code = SluiceCommand.run(shell, new ConsolePrompt(), arguments);
    shell.out().flush();
    shell.err().flush();
    QuickExit.with(code);
  }
}

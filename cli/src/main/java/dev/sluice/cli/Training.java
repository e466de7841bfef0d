package dev.sluice.cli;

/// What the JVM is watched at when its ahead-of-time cache is made: the launcher runs it once after
/// each build. Afterwards the classes that an extraction needs are loaded and linked already when
/// the process starts.
public final class Training {
  private Training() {}

  /// Goes through the common commands, their output discarded.
  ///
  /// @param arguments none
  public static void main(String[] arguments) {
    SluiceCommand.commandLine(Shell.ofProcess()).execute("--help");
  }
}

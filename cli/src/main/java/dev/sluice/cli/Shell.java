package dev.sluice.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What a command knows of the outside.
///
/// @param out standard output; a failure to write (a closed pipe) is ignored
/// @param err standard error
/// @param in standard input
/// @param environment variables of the environment
/// @param screen where `out` is shown
/// @param command how the user calls Sluice, for hints, e.g. `./sluice`
record Shell(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> environment,
    Screen screen,
    String command) {

  /// {@return the shell that started this process}
  static Shell ofProcess() {
    return new Shell(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.in,
        System.getenv(),
        TerminalScreen.ofProcess(),
        System.getProperty("sluice.command", "sluice"));
  }

  /// {@return this shell with all that would go to standard output on standard error}
  Shell withoutOut() {
    return new Shell(err, err, in, environment, screen, command);
  }

  /// {@return a variable of the environment, if it is set and not empty}
  ///
  /// @param name the variable's name
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /// {@return the data folder (spec: README G-06)}
  ///
  /// @param argument what the user named, if anything
  Path dataFolder(Optional<Path> argument) {
    return argument.orElseGet(() -> Path.of(variable("KBC_DATADIR").orElse("/data")));
  }

  /// {@return whether colours and rewriting in place are understood}
  boolean isCapableTerminal() {
    return screen.isTerminal() && !"dumb".equals(environment.get("TERM"));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    var bytes = new BufferedOutputStream(new FileOutputStream(descriptor), 8192);
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}

package dev.sluice.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The desktop that Sluice runs on, if it runs on one.
final class Desktop {
  private Desktop() {}

  /// Opens an address in the browser, where there is one. Says nothing when it can't: the address
  /// has been printed.
  ///
  /// @param shell knows the environment
  /// @param address what to open
  static void open(Shell shell, String address) {
    Optional<List<String>> command = command(shell, System.getProperty("os.name", ""));
    if (command.isEmpty()) {
      return;
    }
    try {
      var builder = new ProcessBuilder(command.get());
      builder.command().add(address);
      builder
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException _) {
      // As said: the user has the address.
    }
  }

  /// {@return what opens an address on this system, if there is a desktop}
  ///
  /// @param shell knows the environment
  /// @param system the name of the operating system
  static Optional<List<String>> command(Shell shell, String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return Optional.of(new java.util.ArrayList<>(List.of("open")));
    }
    boolean hasDisplay =
        shell.variable("DISPLAY").isPresent() || shell.variable("WAYLAND_DISPLAY").isPresent();
    return hasDisplay
        ? Optional.of(new java.util.ArrayList<>(List.of("xdg-open")))
        : Optional.empty();
  }
}

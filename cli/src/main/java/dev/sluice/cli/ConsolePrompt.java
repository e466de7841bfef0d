package dev.sluice.cli;

import java.io.Console;
import java.util.Optional;

/// Asks on the terminal of this process, if it has one.
final class ConsolePrompt implements Prompt {
  @Override
  public boolean isPossible() {
    return console().isPresent();
  }

  @Override
  public Optional<String> ask(String question) {
    return console().map(terminal -> terminal.readLine("%s", question)).map(String::strip);
  }

  @Override
  public Optional<String> askSecret(String question) {
    return console().map(terminal -> terminal.readPassword("%s", question)).map(String::new);
  }

  private static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }
}

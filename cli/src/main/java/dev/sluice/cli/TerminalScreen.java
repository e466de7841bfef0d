package dev.sluice.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The terminal of this process. The launcher says whether there is one and how wide it was at the
/// start; later widths are asked for with `stty`, since the window may be resized during a run.
final class TerminalScreen implements Screen {
  private static final long ASK_EVERY_NANOS = 2_000_000_000L;

  private int columns;
  private long askedAt = System.nanoTime();

  private TerminalScreen(int columns) {
    this.columns = columns;
  }

  /// {@return the screen of this process's standard output; none unless the launcher saw a
  /// terminal}
  static Screen ofProcess() {
    if (!Boolean.getBoolean("sluice.terminal")) {
      return NONE;
    }
    Optional<Integer> width = number(System.getProperty("sluice.columns", ""));
    return new TerminalScreen(width.or(TerminalScreen::ask).orElse(USUAL_COLUMNS));
  }

  @Override
  public boolean isTerminal() {
    return true;
  }

  @Override
  public synchronized int columns() {
    long now = System.nanoTime();
    if (now - askedAt > ASK_EVERY_NANOS) {
      askedAt = now;
      columns = ask().orElse(columns);
    }
    return columns;
  }

  private static Optional<Integer> ask() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Redirect.from(new File("/dev/tty")))
              .redirectError(Redirect.DISCARD)
              .start();
      try (InputStream answer = stty.getInputStream()) {
        String text = new String(answer.readAllBytes(), StandardCharsets.US_ASCII).strip();
        return number(text.substring(text.indexOf(' ') + 1));
      }
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String text) {
    boolean isNumber =
        !text.isEmpty() && text.length() < 6 && text.chars().allMatch(Character::isDigit);
    return isNumber ? Optional.of(Integer.valueOf(text)).filter(n -> n > 0) : Optional.empty();
  }
}

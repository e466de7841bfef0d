package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;

/// What to do next: commands to type, and what each is for.
///
/// @param title stands above them
/// @param hints in order
record Hints(String title, List<Hint> hints) {
  /// One of them.
  ///
  /// @param command to be typed as it is
  /// @param purpose what it is for
  record Hint(String command, String purpose) {}

  /// Keeps an unmodifiable copy.
  Hints {
    hints = List.copyOf(hints);
  }

  /// No hints yet.
  ///
  /// @param title stands above them
  Hints(String title) {
    this(title, List.of());
  }

  /// {@return these hints and one more}
  ///
  /// @param command to be typed as it is
  /// @param purpose what it is for
  Hints with(String command, String purpose) {
    List<Hint> more = new ArrayList<>(hints);
    more.add(new Hint(command, purpose));
    return new Hints(title, more);
  }

  /// {@return the title, and a line for each hint, the purposes below each other}
  ///
  /// @param style how to mark up
  List<String> lines(Style style) {
    int widest = hints.stream().mapToInt(hint -> DisplayWidth.of(hint.command())).max().orElse(0);
    List<String> lines = new ArrayList<>(List.of(style.bold(title)));
    for (Hint hint : hints) {
      String room = " ".repeat(widest - DisplayWidth.of(hint.command()) + 3);
      lines.add("  " + hint.command() + room + style.dim(hint.purpose()));
    }
    return lines;
  }
}

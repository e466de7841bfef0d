package dev.sluice.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The one line that shows how far a run is.
///
/// @param counts how far
/// @param elapsed since it started
/// @param pause what it waits for, if it does
record ProgressLine(Counts counts, Duration elapsed, Optional<String> pause) {
  private static final String[] FRAMES = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
  private static final String GAP = " · ";

  /// {@return the line; parts that matter less are left out where the screen is narrow}
  ///
  /// @param frame counts the drawings, so that the line moves
  /// @param columns how wide it may be
  String text(int frame, int columns) {
    List<String> parts = parts();
    String line = line(frame, parts);
    while (parts.size() > 1 && DisplayWidth.of(line) > columns) {
      parts.removeLast();
      line = line(frame, parts);
    }
    return DisplayWidth.cut(line, columns);
  }

  private static String line(int frame, List<String> parts) {
    return FRAMES[frame % FRAMES.length] + " " + String.join(GAP, parts);
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    pause.ifPresent(parts::add);
    if (counts.pages() > 0) {
      parts.add(Amount.of(counts.rows(), "row"));
      parts.add(Amount.of(counts.pages(), "page"));
    } else if (pause.isEmpty()) {
      parts.add(counts.tokenRequests() > 0 ? "logged in, waiting for the first page" : "starting");
    }
    parts.add(Amount.of(elapsed));
    if (counts.rows() > 0) {
      parts.add(Amount.of(counts.rows() * 1000 / Math.max(1, elapsed.toMillis())) + " rows/s");
    }
    if (counts.requests() > 0) {
      parts.add(Amount.of(counts.requests(), "request"));
    }
    return parts;
  }
}

package dev.sluice.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The text of the one line that shows how far a run is.
final class ProgressLine {
  private static final String[] FRAMES = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};

  private ProgressLine() {}

  /// {@return the line; parts that matter less are left out where the screen is narrow}
  ///
  /// @param counts how far the run is
  /// @param elapsed since it started
  /// @param frame counts the drawings, so that the line moves
  /// @param columns how wide it may be
  static String of(Counts counts, Duration elapsed, int frame, int columns) {
    List<String> parts = new ArrayList<>(parts(counts, elapsed));
    while (parts.size() > 1 && width(parts) > columns) {
      parts.removeLast();
    }
    return DisplayWidth.cut(
        FRAMES[frame % FRAMES.length] + " " + String.join(" · ", parts), columns);
  }

  private static List<String> parts(Counts counts, Duration elapsed) {
    String time = Amount.of(elapsed);
    if (counts.pages() == 0) {
      String waiting =
          counts.tokenRequests() > 0 ? "logged in, waiting for the first page" : "starting";
      return counts.requests() > 0
          ? List.of(Amount.of(counts.requests(), "request"), time)
          : List.of(waiting, time);
    }
    long perSecond = counts.rows() * 1000 / Math.max(1, elapsed.toMillis());
    return List.of(
        Amount.of(counts.rows(), "row"),
        Amount.of(counts.pages(), "page"),
        time,
        Amount.of(perSecond) + " rows/s",
        Amount.of(counts.requests(), "request"));
  }

  private static int width(List<String> parts) {
    return 2 + parts.stream().mapToInt(part -> DisplayWidth.of(part) + 3).sum() - 3;
  }
}

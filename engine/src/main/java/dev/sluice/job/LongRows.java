package dev.sluice.job;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.json.TextTooLong;
import dev.sluice.problem.Problem;
import java.util.List;
import java.util.Locale;

/// What to tell of a part of a response that has to be in memory, and is too long for it.
final class LongRows {
  private static final String MORE_MEMORY =
      "ive Java more memory, e.g. with SLUICE_JAVA_OPTIONS=-Xmx2g.";

  private LongRows() {}

  /// {@return what to tell}
  ///
  /// @param document the response
  /// @param fault how long the part is
  static Problem problem(JsonValue document, TextTooLong fault) {
    String message =
        String.format(
            Locale.ROOT,
            "Cannot take a row of %,d bytes: each row has to fit into memory as a whole, and may have"
                + " %,d bytes.",
            fault.bytes(),
            fault.most());
    List<String> places = document instanceof JsonObject object ? ListPlaces.in(object) : List.of();
    return Problem.of(
        message,
        places.isEmpty()
            ? "G" + MORE_MEMORY
            : "If the rows are further down, write %s; else g"
                    .formatted(String.join(" or ", places))
                + MORE_MEMORY);
  }
}

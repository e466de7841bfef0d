package dev.sluice.job;

import dev.sluice.http.MoreMemory;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.json.TextTooLong;
import dev.sluice.problem.Problem;
import java.util.List;
import java.util.Locale;

/// What to tell of a part of a response that has to be in memory, and is too long for it.
final class LongRows {
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
    String advice = MoreMemory.advice(fault.bytes(), fault.most());
    return Problem.of(
        message,
        places.isEmpty()
            ? "Ask for less in a row, or " + advice + "."
            : "To take the rows from further down, write %s. To keep it as one row, %s."
                .formatted(String.join(" or ", places), advice));
  }
}

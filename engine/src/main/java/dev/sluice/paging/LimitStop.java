package dev.sluice.paging;

import dev.sluice.config.StopRules;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.php.IntCast;
import java.math.BigDecimal;

/// `limitStop`: stops when a job instance has enough rows (spec: jobs-and-paging §6.8).
///
/// @param limit the options
/// @param inner decides otherwise
/// @param count the rows so far
record LimitStop(StopRules.LimitStop limit, Scroller inner, long count) implements Scroller {

  @Override
  public Step next(PageFacts page) {
    long countNow = count + page.rowCount();
    JsonValue enough =
        switch (limit) {
          case StopRules.LimitStop.Count(long rows) -> JsonNumber.of(rows);
          case StopRules.LimitStop.Field(String path) -> page.find(path, ".").orElse(JsonNull.NULL);
        };
    if (isReached(countNow, enough)) {
      return new Step.Stop(
          StopReason.info(
              "Limit reached, stopping scrolling. Current count: %d, limit: %d"
                  .formatted(countNow, IntCast.of(enough))));
    }
    return StopRuleScrollers.next(inner, page, then -> new LimitStop(limit, then, countNow));
  }

  /// A list is greater than any number; what is no number counts as its cast.
  private static boolean isReached(long count, JsonValue enough) {
    if (enough instanceof JsonArray || enough instanceof JsonObject) {
      return false;
    }
    BigDecimal needed =
        IntCast.numeric(enough).orElseGet(() -> BigDecimal.valueOf(IntCast.of(enough)));
    return BigDecimal.valueOf(count).compareTo(needed) >= 0;
  }
}

package dev.sluice.function;

import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.PhpDate;
import dev.sluice.php.StrToTime;
import java.util.OptionalLong;

/// `time`, `date` and `strtotime` (spec: functions §4, §7).
final class TimeFunctions {
  /// How much of a text a warning shows; it may come from a response.
  private static final int SHOWN = 120;

  private TimeFunctions() {}

  static JsonValue time(Arguments arguments, Scope scope) {
    return JsonNumber.of(now(scope));
  }

  static JsonValue date(Arguments arguments, Scope scope) {
    String format = arguments.text(0);
    long timestamp = arguments.timestamp(1).orElseGet(() -> now(scope));
    return new JsonString(PhpDate.format(format, timestamp));
  }

  /// A text that means no moment gives `false`, on which configurations rely (spec: functions
  /// §5.4).
  static JsonValue strtotime(Arguments arguments, Scope scope) {
    String text = arguments.text(0);
    OptionalLong moment = StrToTime.parse(text, arguments.timestamp(1).orElseGet(() -> now(scope)));
    if (moment.isEmpty()) {
      scope.warnings().accept("strtotime cannot parse \"" + shortened(text) + "\".");
      return JsonBoolean.FALSE;
    }
    return JsonNumber.of(moment.getAsLong());
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private static long now(Scope scope) {
    return scope.clock().instant().getEpochSecond();
  }
}

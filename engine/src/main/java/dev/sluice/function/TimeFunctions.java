package dev.sluice.function;

import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.PhpDate;

/// `time`, `date` and `strtotime` (spec: functions §4, §7).
final class TimeFunctions {
  private TimeFunctions() {}

  static JsonValue time(Arguments arguments, Scope scope) {
    return JsonNumber.of(now(scope));
  }

  static JsonValue date(Arguments arguments, Scope scope) {
    String format = arguments.text(0);
    long timestamp = arguments.timestamp(1).orElseGet(() -> now(scope));
    return new JsonString(PhpDate.format(format, timestamp));
  }

  private static long now(Scope scope) {
    return scope.clock().instant().getEpochSecond();
  }
}

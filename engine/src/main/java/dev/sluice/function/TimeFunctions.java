package dev.sluice.function;

import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonValue;

/// `time`, `date` and `strtotime` (spec: functions §4, §7).
final class TimeFunctions {
  private TimeFunctions() {}

  static JsonValue time(Arguments arguments, Scope scope) {
    return JsonNumber.of(now(scope));
  }

  private static long now(Scope scope) {
    return scope.clock().instant().getEpochSecond();
  }
}

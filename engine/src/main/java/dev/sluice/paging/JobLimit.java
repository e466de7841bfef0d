package dev.sluice.paging;

import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.php.IntCast;
import java.util.OptionalLong;

/// Numbers that a job's params may hold for its paging.
final class JobLimit {
  private JobLimit() {}

  /// {@return a parameter as an integer; empty when the parameter is}
  ///
  /// @param params the job's params
  /// @param name the parameter's name
  static OptionalLong find(JsonObject params, String name) {
    JsonValue value = params.find(name).orElse(JsonNull.NULL);
    return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(IntCast.of(value));
  }
}

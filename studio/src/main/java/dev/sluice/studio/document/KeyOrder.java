package dev.sluice.studio.document;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The order of the properties of a document.
public final class KeyOrder {
  private KeyOrder() {}

  /// {@return changed parameters in which the sections and attributes that were there before stand
  /// as they stood, new ones behind them} Within a section the order is the new one: that of
  /// parameters can be seen on the wire.
  ///
  /// @param before has the order
  /// @param after has the content
  static JsonObject ofParameters(JsonObject before, JsonObject after) {
    JsonObject ordered = as(before, after);
    for (String section : List.of("api", "config")) {
      if (before.valueOrNull(section) instanceof JsonObject old
          && ordered.valueOrNull(section) instanceof JsonObject now) {
        ordered = ordered.with(section, as(old, now));
      }
    }
    return ordered;
  }

  /// {@return the same for a whole document}
  ///
  /// @param before has the order
  /// @param after has the content
  public static JsonObject ofDocument(JsonObject before, JsonObject after) {
    JsonObject ordered = as(before, after);
    return before.valueOrNull("parameters") instanceof JsonObject old
            && ordered.valueOrNull("parameters") instanceof JsonObject now
        ? ordered.with("parameters", ofParameters(old, now))
        : ordered;
  }

  private static JsonObject as(JsonObject before, JsonObject after) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String name : before.shape().names()) {
      after.find(name).ifPresent(value -> members.put(name, value));
    }
    after.forEach(members::putIfAbsent);
    return JsonObject.of(members);
  }
}

package dev.sluice.studio.document;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/// The order of the properties of a document.
public final class KeyOrder {
  private KeyOrder() {}

  /// {@return a changed document in which the properties that were there before stand as they
  /// stood, new ones behind them}
  ///
  /// @param before has the order
  /// @param after has the content
  public static JsonObject as(JsonObject before, JsonObject after) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String name : before.shape().names()) {
      after.find(name).ifPresent(value -> members.put(name, value));
    }
    after.forEach(members::putIfAbsent);
    members.replaceAll((name, value) ->
        value instanceof JsonObject inner && before.valueOrNull(name) instanceof JsonObject old
            ? as(old, inner)
            : value);
    return JsonObject.of(members);
  }
}

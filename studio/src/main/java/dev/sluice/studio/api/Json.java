package dev.sluice.studio.api;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// JSON values out of Java's.
final class Json {
  private Json() {}

  /// {@return a list}
  ///
  /// @param items its elements
  /// @param write makes one of them JSON
  static <T> JsonArray list(Collection<T> items, Function<? super T, ? extends JsonValue> write) {
    List<JsonValue> values = new ArrayList<>();
    items.forEach(item -> values.add(write.apply(item)));
    return new JsonArray(values);
  }

  /// {@return a list of texts}
  ///
  /// @param items the texts
  static JsonArray texts(Collection<String> items) {
    return list(items, JsonString::new);
  }

  /// {@return a text, or null}
  ///
  /// @param text may be absent
  static JsonValue orNull(Optional<String> text) {
    return text.<JsonValue>map(JsonString::new).orElse(JsonNull.NULL);
  }
}

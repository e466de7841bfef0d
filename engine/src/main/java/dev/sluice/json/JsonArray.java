package dev.sluice.json;

import java.util.List;

/// A list of values.
///
/// @param items the elements in order; unmodifiable
public record JsonArray(List<JsonValue> items) implements JsonValue {
  /// The list without elements.
  public static final JsonArray EMPTY = new JsonArray(List.of());

  /// Keeps an unmodifiable copy; a list that is too long for that is unmodifiable already.
  public JsonArray {
    items = items instanceof LongList ? items : List.copyOf(items);
  }

  /// {@return the list of the given values}
  ///
  /// @param items the elements in order
  public static JsonArray of(JsonValue... items) {
    return new JsonArray(List.of(items));
  }
}

package dev.sluice.function;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Looks into a context as if it were flattened: nested keys joined with dots, list items under
/// their positions (spec: functions §3.1).
final class FlatContext {
  private final String key;
  private JsonValue leaf = JsonNull.NULL;
  private JsonValue branch = JsonNull.NULL;

  private FlatContext(String key) {
    this.key = key;
  }

  /// {@return what stands under a key: a scalar if any path leads to one, else the list or object;
  /// of several paths that read the same, the last one of the document counts} `null` is nothing.
  ///
  /// @param context what to look into
  /// @param key a flattened path
  static Optional<JsonValue> find(JsonValue context, String key) {
    var search = new FlatContext(key);
    search.below(context, 0);
    JsonValue found = search.leaf instanceof JsonNull ? search.branch : search.leaf;
    return found instanceof JsonNull ? Optional.empty() : Optional.of(found);
  }

  private void below(JsonValue value, int from) {
    switch (value) {
      case JsonObject object -> object.forEach((name, property) -> step(name, property, from));
      case JsonArray(List<JsonValue> items) -> {
        for (int i = 0; i < items.size(); i++) {
          step(Integer.toString(i), items.get(i), from);
        }
      }
      default -> {}
    }
  }

  private void step(String name, JsonValue value, int from) {
    if (!key.startsWith(name, from)) {
      return;
    }
    int end = from + name.length();
    if (end < key.length()) {
      if (key.charAt(end) == '.') {
        below(value, end + 1);
      }
    } else if (value.isScalarOrNull()) {
      leaf = value;
    } else {
      branch = value;
    }
  }
}

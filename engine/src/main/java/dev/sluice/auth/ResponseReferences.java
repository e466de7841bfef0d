package dev.sluice.auth;

import dev.sluice.function.FunctionJson;
import dev.sluice.function.Section;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// What values of `apiRequest` take out of the answer to a login.
final class ResponseReferences {
  private ResponseReferences() {}

  /// {@return the keys of all references to the answer in a value}
  ///
  /// @param source the value as it stands in the configuration
  static List<String> keys(JsonValue source) {
    List<String> keys = new ArrayList<>();
    collect(source, keys);
    return keys;
  }

  /// {@return whether a section uses a field of the answer}
  ///
  /// @param section `apiRequest.query` or `apiRequest.headers`
  /// @param field its name
  static boolean uses(Section section, String field) {
    return section.source().members().values().stream()
        .anyMatch(value -> value.equals(new JsonString(field)) || keys(value).contains(field));
  }

  private static void collect(JsonValue value, List<String> keys) {
    switch (value) {
      case JsonArray(List<JsonValue> items) -> items.forEach(item -> collect(item, keys));
      case JsonObject object ->
          FunctionJson.referenceKey(object, "response")
              .ifPresentOrElse(keys::add, () -> object.forEach((_, item) -> collect(item, keys)));
      default -> {}
    }
  }
}

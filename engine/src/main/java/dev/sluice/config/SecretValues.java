package dev.sluice.config;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the texts of a configuration that must not be shown: all that stands under a `#` key.
final class SecretValues {
  /// Parts of a document in a text that are shorter are words such as `Bearer`.
  private static final int SHORTEST_PART = 8;

  private final Set<String> found = new LinkedHashSet<>();

  private SecretValues() {}

  /// {@return the secret texts, longest parts first as they were met}
  ///
  /// @param document the whole file
  /// @param overlay `#` attributes from outside the file
  static List<String> of(JsonValue document, JsonObject overlay) {
    var values = new SecretValues();
    values.search(document, false);
    values.search(overlay, true);
    return new ArrayList<>(values.found);
  }

  private void search(JsonValue value, boolean secret) {
    switch (value) {
      case JsonObject object ->
          object.forEach((key, inner) -> search(inner, secret || key.startsWith("#")));
      case JsonArray array -> array.items().forEach(item -> search(item, secret));
      case JsonString(String text) when secret -> text(text);
      case JsonNumber(String literal) when secret -> found.add(literal);
      default -> {}
    }
  }

  /// OAuth data is a JSON document in a text: its longer parts are secrets as well.
  private void text(String text) {
    found.add(text);
    if (text.strip().startsWith("{")) {
      try {
        var parts = new SecretValues();
        parts.search(new JsonReader().read(text), true);
        parts.found.stream().filter(part -> part.length() >= SHORTEST_PART).forEach(found::add);
      } catch (JsonSyntaxError _) {
        // Not a document: the text as a whole is hidden.
      }
    }
  }
}

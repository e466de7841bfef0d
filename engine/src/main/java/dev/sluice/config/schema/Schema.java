package dev.sluice.config.schema;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// The JSON Schema (draft 2020-12) of `config.json`. Immutable.
public final class Schema {
  private static final String FILE = "schema.json";

  private final JsonObject document;

  private Schema(JsonObject document) {
    this.document = document;
  }

  /// {@return the schema}
  public static Schema load() {
    try {
      if (new JsonReader().read(bytes()) instanceof JsonObject document) {
        return new Schema(document);
      }
      throw new IllegalStateException(FILE + " is no object");
    } catch (JsonSyntaxError e) {
      throw new IllegalStateException(FILE + " is no JSON", e);
    }
  }

  /// {@return the schema as it is written, for editors}
  public static String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /// {@return what the schema says of a whole file}
  ///
  /// @param value the file's content, which decides between variants
  public Description describe(JsonValue value) {
    return Description.of(document, definitions(), value);
  }

  /// {@return the keys that mean something anywhere}
  public Set<String> keys() {
    Set<String> keys = new HashSet<>();
    collect(document, keys);
    return Set.copyOf(keys);
  }

  private JsonObject definitions() {
    return document.valueOrNull("$defs") instanceof JsonObject found ? found : JsonObject.EMPTY;
  }

  private static void collect(JsonValue schema, Set<String> keys) {
    switch (schema) {
      case JsonObject object ->
          object.forEach((name, inner) -> {
            if (name.equals("properties") && inner instanceof JsonObject properties) {
              keys.addAll(properties.shape().names());
              properties.forEach((_, property) -> collect(property, keys));
            } else {
              collect(inner, keys);
            }
          });
      case JsonArray array -> array.items().forEach(item -> collect(item, keys));
      default -> {}
    }
  }

  private static byte[] bytes() {
    try (InputStream in = Schema.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

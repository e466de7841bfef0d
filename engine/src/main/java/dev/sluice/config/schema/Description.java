package dev.sluice.config.schema;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the schema says of one value of a configuration: everything that may apply to it. Where
/// variants depend on a name in the value, such as the method of the paging, only those apply that
/// fit. Immutable.
public final class Description {
  private static final String ITEMS = "items";
  private static final String OTHERS = "additionalProperties";
  private static final String PROPERTIES = "properties";

  private final JsonObject definitions;
  private final List<JsonObject> schemas = new ArrayList<>();

  /// What keys mean that the schema does not name.
  public enum Others {
    /// They mean nothing.
    NOTHING,
    /// They are the user's own, beside names that mean something.
    OWN,
    /// They are what the value consists of: entries of a map.
    ENTRIES
  }

  private Description(JsonObject definitions) {
    this.definitions = definitions;
  }

  static Description of(JsonObject schema, JsonObject definitions, JsonValue value) {
    var description = new Description(definitions);
    description.add(schema, value);
    return description;
  }

  /// {@return the names that mean something in the value}
  public Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (JsonObject schema : schemas) {
      keys.addAll(child(schema, PROPERTIES).shape().names());
    }
    return keys;
  }

  /// {@return what all other names mean}
  public Others others() {
    boolean isMap = false;
    boolean isOpen = false;
    for (JsonObject schema : schemas) {
      isMap |= schema.valueOrNull(OTHERS) instanceof JsonObject;
      isOpen |= schema.valueOrNull(OTHERS) instanceof JsonBoolean;
    }
    return isMap ? Others.ENTRIES : isOpen ? Others.OWN : Others.NOTHING;
  }

  /// {@return what is said of a property's value}
  ///
  /// @param key the property's name
  /// @param value its value
  public Description property(String key, JsonValue value) {
    boolean isKnown = keys().contains(key);
    var description = new Description(definitions);
    for (JsonObject schema : schemas) {
      JsonObject named = child(child(schema, PROPERTIES), key);
      description.add(isKnown ? named : child(schema, OTHERS), value);
    }
    return description;
  }

  /// {@return what is said of a list's element}
  ///
  /// @param value the element
  public Description item(JsonValue value) {
    var description = new Description(definitions);
    schemas.forEach(schema -> description.add(child(schema, ITEMS), value));
    return description;
  }

  private void add(JsonObject schema, JsonValue value) {
    if (schema.size() == 0) {
      return;
    }
    schemas.add(schema);
    if (schema.valueOrNull("$ref") instanceof JsonString(String reference)) {
      add(child(definitions, reference.substring(reference.lastIndexOf('/') + 1)), value);
    }
    for (String group : List.of("allOf", "anyOf")) {
      if (schema.valueOrNull(group) instanceof JsonArray(List<JsonValue> parts)) {
        parts.forEach(part -> add((JsonObject) part, value));
      }
    }
    Optional<Boolean> isMet = isMet(child(schema, "if"), value);
    if (isMet.orElse(true)) {
      add(child(schema, "then"), value);
    }
    if (!isMet.orElse(false)) {
      add(child(schema, "else"), value);
    }
  }

  /// Only conditions on names in the value are understood; of others both branches apply.
  private static Optional<Boolean> isMet(JsonObject condition, JsonValue value) {
    JsonObject properties = child(condition, PROPERTIES);
    if (properties.size() == 0) {
      return Optional.empty();
    }
    boolean isMet = value instanceof JsonObject;
    for (Map.Entry<String, JsonValue> property : properties.members().entrySet()) {
      isMet = isMet && allows(property.getValue(), child(value, property.getKey()));
    }
    return Optional.of(isMet);
  }

  private static boolean allows(JsonValue schema, Optional<JsonValue> value) {
    JsonObject names = (JsonObject) schema;
    return value.isPresent()
        && (value.equals(names.find("const"))
            || (names.valueOrNull("enum") instanceof JsonArray(List<JsonValue> items)
                && items.contains(value.get())));
  }

  private static Optional<JsonValue> child(JsonValue value, String key) {
    return value instanceof JsonObject object ? object.find(key) : Optional.empty();
  }

  private static JsonObject child(JsonObject parent, String key) {
    return parent.valueOrNull(key) instanceof JsonObject found ? found : JsonObject.EMPTY;
  }
}

package dev.sluice.studio.document;

import dev.sluice.function.FunctionJson;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// References to attributes of `config`, `{"attr": "name"}`, wherever they stand.
public final class References {
  private static final String ATTR = "attr";

  private References() {}

  /// A reference.
  ///
  /// @param pointer where the object with the key `attr` stands
  /// @param name what it names; may be a dotted path
  public record Reference(Pointer pointer, String name) {
    /// {@return whether it leads to an attribute, or into it}
    ///
    /// @param attribute the attribute's name
    public boolean isTo(String attribute) {
      return name.equals(attribute) || name.startsWith(attribute + ".");
    }
  }

  /// {@return all references in a value, in the order of the text}
  ///
  /// @param value where to look
  public static List<Reference> in(JsonValue value) {
    List<Reference> found = new ArrayList<>();
    collect(value, Pointer.ROOT, found);
    return found;
  }

  /// {@return parameters in which an attribute has another name, its place kept, and all references
  /// follow it}
  ///
  /// @param parameters what stands under `parameters`
  /// @param from the attribute's name
  /// @param to its new name
  /// @throws IllegalArgumentException if there is no such attribute, or the new name is taken
  public static JsonObject renamed(JsonObject parameters, String from, String to) {
    if (!(parameters.valueOrNull("config") instanceof JsonObject config) || !config.has(from)) {
      throw new IllegalArgumentException("There is no user parameter " + from + ".");
    }
    if (config.has(to)) {
      throw new IllegalArgumentException("There is a user parameter " + to + " already.");
    }
    JsonValue changed = parameters;
    for (Reference reference : in(parameters)) {
      if (reference.isTo(from)) {
        String name = to + reference.name().substring(from.length());
        changed = reference.pointer().child(ATTR).put(changed, new JsonString(name));
      }
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    Pointer.of("/config")
        .find(changed)
        .map(JsonObject.class::cast)
        .orElse(config)
        .forEach((name, value) -> members.put(name.equals(from) ? to : name, value));
    return ((JsonObject) changed).with("config", JsonObject.of(members));
  }

  private static void collect(JsonValue value, Pointer here, List<Reference> found) {
    Optional<String> name = FunctionJson.referenceKey(value, ATTR);
    if (name.isPresent()) {
      found.add(new Reference(here, name.get()));
      return;
    }
    switch (value) {
      case JsonObject object ->
          object.forEach((key, inner) -> collect(inner, here.child(key), found));
      case JsonArray(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          collect(items.get(i), here.child(Integer.toString(i)), found);
        }
      }
      default -> {}
    }
  }
}

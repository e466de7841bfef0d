package dev.sluice.form;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Changes at one place of a document that leave everything else as it is, order included.
final class JsonEdit {
  private JsonEdit() {}

  /// {@return what stands at a path}
  ///
  /// @param document where to look
  /// @param path the names from the root down
  static Optional<JsonValue> find(JsonObject document, String... path) {
    JsonValue value = document;
    for (String key : path) {
      if (!(value instanceof JsonObject object) || !object.has(key)) {
        return Optional.empty();
      }
      value = object.find(key).orElseThrow();
    }
    return Optional.of(value);
  }

  /// {@return the object at a path; an empty one when there is no object}
  ///
  /// @param document where to look
  /// @param path the names from the root down
  static JsonObject object(JsonObject document, String... path) {
    return find(document, path).orElse(JsonObject.EMPTY) instanceof JsonObject object
        ? object
        : JsonObject.EMPTY;
  }

  /// {@return the document with a value at a path: in the place of the one that is there, or at the
  /// end of its parent; objects on the way are made}
  ///
  /// @param document the document
  /// @param value the new value
  /// @param path the names from the root down, at least one
  static JsonObject put(JsonObject document, JsonValue value, String... path) {
    if (path.length == 1) {
      return document.with(path[0], value);
    }
    JsonObject child = object(document, path[0]);
    return document.with(path[0], put(child, value, below(path)));
  }

  /// {@return the document without the value at a path, and without objects on the way that have
  /// become empty, those at the top excepted}
  ///
  /// @param document the document
  /// @param path the names from the root down, at least one
  static JsonObject remove(JsonObject document, String... path) {
    return remove(document, true, path);
  }

  /// {@return the object with a property after another one; first, if that is not there} A property
  /// that is there already keeps its place.
  ///
  /// @param object the object
  /// @param previous the name after which the property stands
  /// @param name the property's name
  /// @param value its value
  static JsonObject putAfter(JsonObject object, String previous, String name, JsonValue value) {
    if (object.has(name)) {
      return object.with(name, value);
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (!object.has(previous)) {
      members.put(name, value);
    }
    object.forEach((key, old) -> {
      members.put(key, old);
      if (key.equals(previous)) {
        members.put(name, value);
      }
    });
    return JsonObject.of(members);
  }

  /// {@return an object with the properties of another one, in place where the names are the same}
  ///
  /// @param below the object
  /// @param above the other one
  static JsonObject laidOver(JsonObject below, JsonObject above) {
    JsonObject changed = below;
    for (String name : above.shape().names()) {
      changed = changed.with(name, above.find(name).orElseThrow());
    }
    return changed;
  }

  private static JsonObject remove(JsonObject document, boolean isTop, String... path) {
    if (!document.has(path[0])) {
      return document;
    }
    if (path.length == 1) {
      return document.without(path[0]);
    }
    JsonObject before = object(document, path[0]);
    JsonObject after = remove(before, false, below(path));
    if (after.size() == before.size() && after.equals(before)) {
      return document;
    }
    return after.size() == 0 && !isTop ? document.without(path[0]) : document.with(path[0], after);
  }

  private static String[] below(String... path) {
    return Arrays.copyOfRange(path, 1, path.length);
  }
}

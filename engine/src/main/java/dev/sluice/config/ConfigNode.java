package dev.sluice.config;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A value of the configuration together with its place, and where to report what is wrong with it.
///
/// An absent key is a node whose value is `null`; most options do not tell the two apart (spec:
/// run-and-http §0).
///
/// @param value the value; `null` when the key is absent
/// @param path its place in the file
/// @param problems gathers what is wrong
/// @param present whether the key is in the file
/// @param asked notes which keys the readers asked for
/// @param upper the object whose keys replaced those of another one in `value`, if there is one:
///   its keys keep their own places
public record ConfigNode(
    JsonValue value,
    ConfigPath path,
    Problems problems,
    boolean present,
    AskedKeys asked,
    Optional<ConfigNode> upper) {

  /// {@return the node of a value that is there}
  ///
  /// @param value the value
  /// @param path its place in the file
  /// @param problems gathers what is wrong
  public static ConfigNode of(JsonValue value, ConfigPath path, Problems problems) {
    return new ConfigNode(value, path, problems, true, new AskedKeys(), Optional.empty());
  }

  /// {@return another value in this one's place}
  ///
  /// @param other the value
  ConfigNode with(JsonValue other) {
    return new ConfigNode(other, path, problems, true, asked, Optional.empty());
  }

  /// {@return this object with whole keys replaced by those of another one} (spec: run-and-http
  /// §3.4)
  ///
  /// @param element the object whose keys win
  public ConfigNode replacedBy(ConfigNode element) {
    Map<String, JsonValue> members = object().members();
    members.putAll(element.object().members());
    ConfigNode above = upper.map(node -> node.replacedBy(element)).orElse(element);
    return new ConfigNode(JsonObject.of(members), path, problems, true, asked, Optional.of(above));
  }

  /// {@return the property of that name; absent if this is no object or has none}
  ///
  /// @param key compared case-sensitively
  public ConfigNode at(String key) {
    Optional<ConfigNode> replacement = upper.map(node -> node.at(key)).filter(ConfigNode::present);
    if (replacement.isPresent()) {
      return replacement.get();
    }
    asked.add(path.key(key));
    Optional<JsonValue> found =
        value instanceof JsonObject object ? object.find(key) : Optional.empty();
    return new ConfigNode(
        found.orElse(JsonNull.NULL),
        path.key(key),
        problems,
        found.isPresent(),
        asked,
        Optional.empty());
  }

  /// {@return the first of several properties that is there and not null; the first one when none
  /// is}
  ///
  /// @param keys the names, the preferred one first
  public ConfigNode first(String... keys) {
    for (String key : keys) {
      if (!at(key).isNull()) {
        return at(key);
      }
    }
    return at(keys[0]);
  }

  /// {@return whether the value is absent or `null`}
  public boolean isNull() {
    return value instanceof JsonNull;
  }

  /// {@return whether the value is empty in the sense of the configuration language} (spec:
  /// run-and-http §0)
  public boolean isEmpty() {
    return value.isEmpty();
  }

  /// {@return whether the value is an object or a list, which the original can't tell apart}
  public boolean isMapOrList() {
    return value instanceof JsonObject || value instanceof JsonArray;
  }

  /// {@return the value as an object: a list's elements under their positions, nothing for
  /// everything else}
  public JsonObject object() {
    return switch (value) {
      case JsonObject object -> object;
      case JsonArray array -> byPosition(array);
      default -> JsonObject.EMPTY;
    };
  }

  /// {@return the elements of a list, or the property values of an object, in order; nothing for
  /// everything else}
  public List<ConfigNode> items() {
    List<ConfigNode> items = new ArrayList<>();
    switch (value) {
      case JsonArray array -> {
        for (JsonValue item : array.items()) {
          items.add(inner(item, path.item(items.size())));
        }
      }
      case JsonObject object ->
          object.forEach((key, item) -> items.add(inner(item, path.key(key))));
      default -> {}
    }
    return items;
  }

  /// {@return the properties of an object, or the elements of a list under their positions, in
  /// order}
  public Map<String, ConfigNode> entries() {
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    if (value instanceof JsonArray) {
      items().forEach(item -> entries.put(Integer.toString(entries.size()), item));
    } else if (value instanceof JsonObject object) {
      object.forEach((key, item) -> entries.put(key, inner(item, path.key(key))));
    }
    return entries;
  }

  /// {@return a string's characters, if the value is a string}
  public Optional<String> string() {
    return value instanceof JsonString(String text) ? Optional.of(text) : Optional.empty();
  }

  /// {@return the text of a string, number or boolean (`1` or nothing), if the value is one of
  /// these}
  public Optional<String> text() {
    return switch (value) {
      case JsonString(String text) -> Optional.of(text);
      case JsonNumber number -> Optional.of(number.literal());
      case dev.sluice.json.JsonBoolean(boolean flag) -> Optional.of(flag ? "1" : "");
      default -> Optional.empty();
    };
  }

  /// {@return the text of a value that is not empty}
  public Optional<String> nonEmptyText() {
    return isEmpty() ? Optional.empty() : text();
  }

  /// {@return whether the value is not empty, which is how the original reads a switch; the text
  /// `false` is on}
  public boolean isOn() {
    return !isEmpty();
  }

  /// {@return the integer, or digits as text; empty if the value is something else}
  public OptionalLong integer() {
    String text = text().orElse("").strip();
    if (value instanceof JsonNumber number && !number.isInteger()) {
      double exact = number.doubleValue();
      return exact == Math.rint(exact) && Math.abs(exact) < 9e15
          ? OptionalLong.of((long) exact)
          : OptionalLong.empty();
    }
    try {
      return text.isEmpty() || value instanceof dev.sluice.json.JsonBoolean
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  /// Reports that the value makes the configuration unusable.
  ///
  /// @param message what is wrong, never the value of a secret
  /// @param remedy what to do; may be empty
  public void error(String message, String remedy) {
    problems.error(path, message, remedy);
  }

  /// Reports that the value makes the configuration unusable, in a text that says enough.
  ///
  /// @param message what is wrong, never the value of a secret
  public void error(String message) {
    error(message, "");
  }

  /// Reports something that the run can live with.
  ///
  /// @param message what is odd
  /// @param remedy what to do; may be empty
  public void warning(String message, String remedy) {
    problems.warning(path, message, remedy);
  }

  private ConfigNode inner(JsonValue item, ConfigPath place) {
    return new ConfigNode(item, place, problems, true, asked, Optional.empty());
  }

  private static JsonObject byPosition(JsonArray array) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    array.items().forEach(item -> members.put(Integer.toString(members.size()), item));
    return JsonObject.of(members);
  }
}

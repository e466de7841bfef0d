package dev.sluice.studio.document;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A place in a document as RFC 6901 writes it, e.g. `/parameters/config/jobs/0`.
///
/// @param keys names and list positions from the root down
public record Pointer(List<String> keys) {
  /// The whole document.
  public static final Pointer ROOT = new Pointer(List.of());

  /// Keeps an unmodifiable copy.
  public Pointer {
    keys = List.copyOf(keys);
  }

  /// {@return the place that a text names}
  ///
  /// @param text empty, or begins with a slash
  /// @throws IllegalArgumentException if it is neither
  public static Pointer of(String text) {
    if (text.isEmpty()) {
      return ROOT;
    }
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("A pointer begins with a slash.");
    }
    return new Pointer(
        Arrays.stream(text.substring(1).split("/", -1))
            .map(key -> key.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  /// {@return the place that a path of a problem means}
  ///
  /// @param path e.g. `parameters.api.http`; names may have dots in them
  /// @param document decides where a name ends
  public static Pointer of(ConfigPath path, JsonValue document) {
    List<String> keys = new ArrayList<>();
    String rest = path.text();
    JsonValue here = document;
    while (!rest.isEmpty()) {
      String key = firstKey(rest, here);
      keys.add(key);
      int length = rest.startsWith("[") ? key.length() + 2 : key.length();
      rest = rest.substring(length);
      rest = rest.startsWith(".") ? rest.substring(1) : rest;
      here = child(here, key).orElse(JsonObject.EMPTY);
    }
    return new Pointer(keys);
  }

  private static String firstKey(String rest, JsonValue here) {
    int close = rest.indexOf(']');
    if (rest.startsWith("[") && close > 0) {
      return rest.substring(1, close);
    }
    if (here instanceof JsonObject object) {
      Optional<String> longest =
          object.shape().names().stream()
              .filter(
                  name -> !name.isEmpty() && rest.startsWith(name) && endsKey(rest, name.length()))
              .max(java.util.Comparator.comparingInt(String::length));
      if (longest.isPresent()) {
        return longest.get();
      }
    }
    int end = 0;
    while (end < rest.length() && !endsKey(rest, end)) {
      end++;
    }
    return rest.substring(0, Math.max(1, end));
  }

  private static boolean endsKey(String rest, int at) {
    return at == rest.length() || rest.charAt(at) == '.' || rest.charAt(at) == '[';
  }

  /// {@return the place below this one}
  ///
  /// @param key a name or a list position
  public Pointer child(String key) {
    List<String> longer = new ArrayList<>(keys);
    longer.add(key);
    return new Pointer(longer);
  }

  /// {@return this place, seen from a document in which the present root stands below a name}
  ///
  /// @param name the property that holds the present root
  public Pointer under(String name) {
    List<String> longer = new ArrayList<>(List.of(name));
    longer.addAll(keys);
    return new Pointer(longer);
  }

  /// {@return what stands here}
  ///
  /// @param document where to look
  public Optional<JsonValue> find(JsonValue document) {
    Optional<JsonValue> here = Optional.of(document);
    for (String key : keys) {
      here = here.flatMap(value -> child(value, key));
    }
    return here;
  }

  /// {@return the document with a value here; objects on the way are made, the position behind the
  /// last element of a list, or `-`, adds one}
  ///
  /// @param document the document
  /// @param value the new value
  /// @throws IllegalArgumentException if there can be nothing here
  public JsonValue put(JsonValue document, JsonValue value) {
    return put(document, value, 0);
  }

  /// {@return the document without what stands here}
  ///
  /// @param document the document
  public JsonValue remove(JsonValue document) {
    if (keys.isEmpty() || find(document).isEmpty()) {
      return document;
    }
    var parent = new Pointer(keys.subList(0, keys.size() - 1));
    JsonValue holder = parent.find(document).orElseThrow();
    String last = keys.getLast();
    if (holder instanceof JsonObject object) {
      return parent.put(document, object.without(last));
    }
    List<JsonValue> items = new ArrayList<>(((JsonArray) holder).items());
    items.remove(Integer.parseInt(last));
    return parent.put(document, new JsonArray(items));
  }

  private JsonValue put(JsonValue here, JsonValue value, int depth) {
    if (depth == keys.size()) {
      return value;
    }
    String key = keys.get(depth);
    if (here instanceof JsonArray(var items)) {
      int place = key.equals("-") ? items.size() : position(key).orElse(-1);
      if (place < 0 || place > items.size()) {
        throw new IllegalArgumentException("There is no element " + key + ".");
      }
      List<JsonValue> changed = new ArrayList<>(items);
      if (place == items.size()) {
        changed.add(put(JsonObject.EMPTY, value, depth + 1));
      } else {
        changed.set(place, put(items.get(place), value, depth + 1));
      }
      return new JsonArray(changed);
    }
    JsonObject object = here instanceof JsonObject present ? present : JsonObject.EMPTY;
    return object.with(key, put(object.find(key).orElse(JsonObject.EMPTY), value, depth + 1));
  }

  private static Optional<JsonValue> child(JsonValue value, String key) {
    return switch (value) {
      case JsonObject object -> object.find(key);
      case JsonArray(var items) ->
          position(key).filter(place -> place < items.size()).map(items::get);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> position(String key) {
    boolean isNumber =
        !key.isEmpty() && key.length() < 10 && key.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Optional.of(Integer.valueOf(key)) : Optional.empty();
  }

  /// {@return the place as RFC 6901 writes it}
  @Override
  public String toString() {
    var text = new StringBuilder();
    for (String key : keys) {
      text.append('/').append(key.replace("~", "~0").replace("/", "~1"));
    }
    return text.toString();
  }
}

package dev.sluice.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Steps from a document down to one of its parts (spec: jobs-and-paging §3.1).
public final class JsonPath {
  private JsonPath() {}

  /// {@return what stands at a path, if there is something; a `null` property is found, a `null`
  /// element is not}
  ///
  /// @param path names and indexes joined by the delimiter; equal to the delimiter it means the
  ///   whole document
  /// @param document where to look
  /// @param delimiter what separates the steps; not empty
  public static Optional<JsonValue> find(String path, JsonValue document, String delimiter) {
    if (path.equals(delimiter)) {
      return Optional.of(document);
    }
    JsonValue value = document;
    for (int start = 0; start <= path.length(); ) {
      int end = path.indexOf(delimiter, start);
      JsonValue next = step(value, path.substring(start, end < 0 ? path.length() : end));
      if (next == null) {
        return Optional.empty();
      }
      value = next;
      start = end < 0 ? path.length() + 1 : end + delimiter.length();
    }
    return Optional.of(value);
  }

  /// {@return what stands at a path whose steps are separated by a dot}
  ///
  /// @param path see [#find(String, JsonValue, String)]
  /// @param document where to look
  public static Optional<JsonValue> find(String path, JsonValue document) {
    return find(path, document, ".");
  }

  private static @Nullable JsonValue step(JsonValue value, String step) {
    return switch (value) {
      case JsonObject object -> object.valueOrNull(step);
      case JsonArray array -> element(array, step);
      default -> null;
    };
  }

  private static @Nullable JsonValue element(JsonArray array, String step) {
    if (!isIndex(step)) {
      return null;
    }
    int index = Integer.parseInt(step);
    if (index >= array.items().size() || array.items().get(index) instanceof JsonNull) {
      return null;
    }
    return array.items().get(index);
  }

  private static boolean isIndex(String step) {
    return !step.isEmpty()
        && step.length() < 10
        && step.chars().allMatch(c -> c >= '0' && c <= '9')
        && (step.length() == 1 || step.charAt(0) != '0');
  }
}

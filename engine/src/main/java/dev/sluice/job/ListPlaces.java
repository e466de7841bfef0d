package dev.sluice.job;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// Where a response holds lists, told as ready-made `dataField` options.
final class ListPlaces {
  private static final int MOST = 3;
  private static final int DEEPEST = 5;
  private static final List<String> DELIMITERS = List.of(".", "/", "|", "::", "->");

  private ListPlaces() {}

  private record Part(JsonObject object, List<String> path) {}

  /// {@return the options for the lists nearest to the root, at most three}
  ///
  /// @param document the response
  static List<String> in(JsonObject document) {
    List<String> places = new ArrayList<>();
    Queue<Part> open = new ArrayDeque<>();
    open.add(new Part(document, List.of()));
    while (!open.isEmpty() && places.size() < MOST) {
      Part part = open.remove();
      part.object.forEach((name, value) -> visit(value, plus(part.path, name), open, places));
    }
    return places;
  }

  private static void visit(
      JsonValue value, List<String> path, Queue<Part> open, List<String> places) {
    if (value instanceof JsonArray && places.size() < MOST) {
      places.add(dataField(path));
    } else if (value instanceof JsonObject object && path.size() < DEEPEST) {
      open.add(new Part(object, path));
    }
  }

  /// {@return the option that leads to a place, e.g. `"dataField": "page.orders"`}
  ///
  /// @param path the names on the way
  static String dataField(List<String> path) {
    String delimiter =
        DELIMITERS.stream()
            .filter(one -> path.stream().noneMatch(name -> name.contains(one)))
            .findFirst()
            .orElse("\u001f");
    String joined = String.join(delimiter, path);
    JsonValue value =
        delimiter.equals(".") && !new JsonString(joined).isEmpty()
            ? new JsonString(joined)
            : JsonObject.builder().put("path", joined).put("delimiter", delimiter).build();
    return "\"dataField\": " + JsonWriter.compact(value);
  }

  private static List<String> plus(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}

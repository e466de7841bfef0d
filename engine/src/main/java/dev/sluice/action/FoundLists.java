package dev.sluice.action;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// Where the records of an answer may be: its lists (spec: studio W-18).
public final class FoundLists {
  private static final int DEEPEST = 5;

  private FoundLists() {}

  /// A list.
  ///
  /// @param path for `dataField`; `.` for the whole answer
  /// @param count its elements
  public record Place(String path, int count) {}

  /// {@return the lists of a document that a path leads to, in its order}
  ///
  /// @param document the body of an answer
  public static List<Place> in(JsonValue document) {
    List<Place> places = new ArrayList<>();
    search(document, "", 0, places);
    return places;
  }

  private static void search(JsonValue value, String path, int depth, List<Place> places) {
    if (value instanceof JsonArray(var items)) {
      places.add(new Place(path.isEmpty() ? "." : path, items.size()));
    } else if (value instanceof JsonObject object && depth < DEEPEST) {
      object.forEach((name, member) -> {
        if (!name.contains(".") && !name.isEmpty()) {
          search(member, path.isEmpty() ? name : path + "." + name, depth + 1, places);
        }
      });
    }
  }
}

package dev.sluice.table.mapped;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.json.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A path, split once for all rows (spec: tables §4.3, jobs-and-paging §3.1).
///
/// It answers as [dev.sluice.json.JsonPath] does, and remembers for each step where the last object
/// had the property: rows of a table mostly have the same shapes. Not thread-safe.
final class Lookup {
  private static final int NO_INDEX = -1;

  /// The steps; none for the whole row.
  private final String[] names;

  private final int[] indexes;
  private final @Nullable Shape[] shapes;
  private final int[] positions;
  private final boolean scalarIsWhole;

  private Lookup(List<String> steps, boolean scalarIsWhole) {
    this.names = steps.toArray(String[]::new);
    this.indexes = steps.stream().mapToInt(Lookup::index).toArray();
    this.shapes = new Shape[names.length];
    this.positions = new int[names.length];
    this.scalarIsWhole = scalarIsWhole;
  }

  /// {@return a path}
  ///
  /// @param path equal to the delimiter it means the whole row; empty it means the row if that is a
  ///   scalar, else the property without a name
  /// @param delimiter separates the steps; not empty
  static Lookup of(String path, String delimiter) {
    if (path.equals(delimiter)) {
      return new Lookup(List.of(), false);
    }
    List<String> steps = new ArrayList<>();
    int from = 0;
    for (int at = path.indexOf(delimiter); at >= 0; at = path.indexOf(delimiter, from)) {
      steps.add(path.substring(from, at));
      from = at + delimiter.length();
    }
    steps.add(path.substring(from));
    return new Lookup(steps, path.isEmpty());
  }

  /// {@return the name of the first property on the way; null if the path is the whole row}
  @Nullable String firstName() {
    return names.length == 0 ? null : names[0];
  }

  /// {@return what stands at the path, or null if there is nothing}
  ///
  /// @param row where to look
  @Nullable JsonValue in(JsonValue row) {
    if (scalarIsWhole && row.isScalarOrNull()) {
      return row;
    }
    return from(row, 0);
  }

  /// {@return what stands at the path, or null if there is nothing}
  ///
  /// @param row where to look
  /// @param first the position of [#firstName()] in the row's shape; negative if it is not there
  @Nullable JsonValue in(JsonObject row, int first) {
    if (names.length == 0) {
      return row;
    }
    return first < 0 ? null : from(row.value(first), 1);
  }

  private @Nullable JsonValue from(JsonValue start, int step) {
    JsonValue value = start;
    for (int i = step; i < names.length; i++) {
      JsonValue next =
          switch (value) {
            case JsonObject object -> property(object, i);
            case JsonArray array -> element(array, indexes[i]);
            default -> null;
          };
      if (next == null) {
        return null;
      }
      value = next;
    }
    return value;
  }

  private @Nullable JsonValue property(JsonObject object, int step) {
    Shape shape = object.shape();
    if (shape != shapes[step]) {
      shapes[step] = shape;
      positions[step] = shape.position(names[step]);
    }
    return positions[step] < 0 ? null : object.value(positions[step]);
  }

  private static @Nullable JsonValue element(JsonArray array, int index) {
    if (index == NO_INDEX || index >= array.items().size()) {
      return null;
    }
    JsonValue element = array.items().get(index);
    return element instanceof JsonNull ? null : element;
  }

  private static int index(String step) {
    boolean isIndex =
        !step.isEmpty()
            && step.length() < 10
            && step.chars().allMatch(c -> c >= '0' && c <= '9')
            && (step.length() == 1 || step.charAt(0) != '0');
    return isIndex ? Integer.parseInt(step) : NO_INDEX;
  }
}

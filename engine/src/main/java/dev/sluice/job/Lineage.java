package dev.sluice.job;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a child job comes from: the rows above it, and the placeholders with their values, its own
/// and the inherited ones (spec: jobs-and-paging §5.4).
///
/// @param rows the row that the job runs for first, then the one its parent ran for, and so on
/// @param filled in the order of the set
record Lineage(List<JsonValue> rows, List<Filled> filled) {
  /// Where a root job comes from.
  static final Lineage ROOT = new Lineage(List.of(), List.of());

  private static final String COLUMN_PREFIX = "parent_";

  /// A placeholder and its value.
  ///
  /// @param name the text between the braces
  /// @param path where the value was found
  /// @param value the value, its function applied; a list stands for one instance per element
  record Filled(String name, String path, JsonValue value) {
    Filled with(JsonValue other) {
      return new Filled(name, path, other);
    }
  }

  /// {@return the rows above a child of this job}
  ///
  /// @param row the row the child runs for
  List<JsonValue> rowsAbove(JsonValue row) {
    List<JsonValue> above = new ArrayList<>(rows.size() + 1);
    above.add(row);
    above.addAll(rows);
    return List.copyOf(above);
  }

  /// {@return the columns that the placeholders add to each row of the job} Of equal names the
  /// first position and the last value count (spec: jobs-and-paging §5.7).
  JsonObject columns() {
    Map<String, JsonValue> columns = new LinkedHashMap<>();
    for (Filled placeholder : filled) {
      String path = placeholder.path();
      columns.put(
          path.startsWith(COLUMN_PREFIX) ? path : COLUMN_PREFIX + path, placeholder.value());
    }
    return JsonObject.of(columns);
  }
}

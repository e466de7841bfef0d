package dev.sluice.action.mapping;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands at a path in all records together. Null goes with everything. Not thread-safe.
final class Structure {
  private final Map<String, Structure> members = new LinkedHashMap<>();
  private final List<JsonValue> items = new ArrayList<>();
  private final Set<JsonValue> scalars = new HashSet<>();
  private int scalarCount;
  private int objectCount;
  private int listCount;

  /// Takes a value of one record in.
  ///
  /// @param value what stands here
  void add(JsonValue value) {
    switch (value) {
      case JsonNull _ -> {}
      case JsonObject object -> {
        objectCount++;
        object.forEach(
            (name, member) -> members.computeIfAbsent(name, _ -> new Structure()).add(member));
      }
      case JsonArray(List<JsonValue> elements) -> {
        listCount++;
        items.addAll(elements);
      }
      default -> {
        scalarCount++;
        scalars.add(value);
      }
    }
  }

  /// {@return the properties, in the order in which they were met}
  Map<String, Structure> members() {
    return members;
  }

  /// {@return whether there were texts, numbers and booleans only}
  boolean isScalar() {
    return scalarCount > 0 && objectCount == 0 && listCount == 0;
  }

  /// {@return whether there were objects only}
  boolean isObject() {
    return objectCount > 0 && scalarCount == 0 && listCount == 0;
  }

  /// {@return whether objects stand beside other values, so that there is no one form}
  boolean isMixed() {
    return objectCount > 0 && (scalarCount > 0 || listCount > 0);
  }

  /// {@return the elements of all lists, if they are objects and nothing else stands here; else
  /// none}
  List<JsonValue> rows() {
    boolean isTable =
        listCount > 0
            && scalarCount == 0
            && objectCount == 0
            && items.stream().allMatch(JsonObject.class::isInstance);
    return isTable ? items : List.of();
  }

  /// {@return whether each of so many records has a value of its own here}
  ///
  /// @param records the number of records
  boolean isUnique(int records) {
    return isScalar() && scalarCount == records && scalars.size() == records;
  }
}

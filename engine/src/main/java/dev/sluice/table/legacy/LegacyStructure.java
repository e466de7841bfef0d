package dev.sluice.table.legacy;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The columns of each type path, such as `orders` or `orders.lines`, in order of appearance. Not
/// thread-safe.
final class LegacyStructure {
  private final Map<String, Map<String, ColumnType>> paths = new LinkedHashMap<>();

  /// {@return the structure in a state file}
  ///
  /// @param stored `json_parser.struct` of version 2
  /// @throws UserError if it is no such structure
  static LegacyStructure read(JsonObject stored) {
    var structure = new LegacyStructure();
    stored.forEach((path, columns) -> {
      if (columns instanceof JsonObject object) {
        Map<String, ColumnType> read = new LinkedHashMap<>();
        object.forEach((column, type) -> read.put(column, type(type)));
        structure.paths.put(path, read);
      } else if (!columns.equals(JsonArray.EMPTY)) {
        throw broken("Undefined data type " + path);
      }
    });
    return structure;
  }

  private static ColumnType type(JsonValue value) {
    String word = value instanceof JsonString(String text) ? text : value.typeName();
    return ColumnType.find(word).orElseThrow(() -> broken("Undefined data type " + word));
  }

  private static UserError broken(String text) {
    return new UserError(
        Problem.of("State contains an invalid table structure: " + text + ".", "Reset the state."));
  }

  /// {@return the structure for the state file}
  JsonObject stored() {
    Map<String, JsonValue> stored = new LinkedHashMap<>();
    paths.forEach((path, columns) -> {
      Map<String, JsonValue> types = new LinkedHashMap<>();
      columns.forEach((column, type) -> types.put(column, new JsonString(type.word())));
      stored.put(path, JsonObject.of(types));
    });
    return JsonObject.of(stored);
  }

  LegacyStructure copy() {
    var copy = new LegacyStructure();
    paths.forEach((path, columns) -> copy.paths.put(path, new LinkedHashMap<>(columns)));
    return copy;
  }

  /// {@return the columns of a type path in order, as a map of the caller's own; empty if there are
  /// none}
  Map<String, ColumnType> columns(String path) {
    return new LinkedHashMap<>(paths.getOrDefault(path, Map.of()));
  }

  /// {@return whether anything is known of a type path}
  boolean knows(String path) {
    return !paths.getOrDefault(path, Map.of()).isEmpty();
  }

  /// {@return the type of a column, if it is known}
  Optional<ColumnType> find(String path, String column) {
    return Optional.ofNullable(paths.getOrDefault(path, Map.of()).get(column));
  }

  void set(String path, String column, ColumnType type) {
    paths.computeIfAbsent(path, _ -> new LinkedHashMap<>()).put(column, type);
  }
}

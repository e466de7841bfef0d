package dev.sluice.job;

import dev.sluice.config.Job;
import dev.sluice.config.Placeholder;
import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.job.Lineage.Filled;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The values of a child's placeholders: inherited ones first, its own over them (spec:
/// jobs-and-paging §5.2-§5.6).
///
/// @param child the child's definition
/// @param parent where the parent comes from
/// @param scope the clock, and who hears of secrets
/// @param warnings hears what functions have to say
record PlaceholderValues(Job child, Lineage parent, Scope scope, Consumer<String> warnings) {
  private static final String CONTEXT = "placeholder";
  private static final String CONTEXT_KEY = "value";

  /// {@return one lineage per instance that a row starts} Lists give one instance per element, in
  /// all combinations; the last placeholder changes fastest.
  ///
  /// @param row the parent's row
  /// @throws UserError if a value is missing or a function fails
  List<Lineage> lineages(JsonValue row) {
    List<JsonValue> rows = parent.rowsAbove(row);
    Map<String, Filled> set = new LinkedHashMap<>();
    parent.filled().forEach(inherited -> set.put(inherited.name(), inherited));
    for (Placeholder placeholder : child.rule().placeholders()) {
      JsonValue value = value(placeholder, rows);
      set.put(placeholder.name(), new Filled(placeholder.name(), placeholder.path(), value));
    }
    return combinations(List.copyOf(set.values())).stream()
        .map(filled -> new Lineage(rows, filled))
        .toList();
  }

  private JsonValue value(Placeholder placeholder, List<JsonValue> rows) {
    JsonValue row = rows.get(placeholder.level() - 1);
    JsonValue found =
        JsonPath.find(placeholder.path(), row)
            .orElseThrow(() -> new UserError(missing(placeholder, row)));
    Optional<Section> function = placeholder.function();
    if (function.isEmpty()) {
      return found;
    }
    JsonObject context = JsonObject.of(CONTEXT_KEY, found);
    var narrow = new Scope(scope.clock(), Map.of(CONTEXT, context), scope.secrets(), warnings);
    return function.get().in(narrow).find(Placeholder.RESULT).orElse(JsonNull.NULL);
  }

  private Problem missing(Placeholder placeholder, JsonValue row) {
    String held =
        row instanceof JsonObject object
            ? "it has " + String.join(", ", object.shape().names())
            : "it is a value of the type " + row.typeName();
    return Problem.of(
        "No value found for %s in parent result. (level: %d)"
            .formatted(placeholder.name(), placeholder.level()),
        "The child job '%s' looks for '%s' in a row of its parent: %s."
            .formatted(child.request().endpoint(), placeholder.path(), held));
  }

  private static List<List<Filled>> combinations(List<Filled> set) {
    List<List<Filled>> combinations = List.of(List.of());
    for (Filled placeholder : set) {
      List<JsonValue> values =
          placeholder.value() instanceof JsonArray(var items)
              ? items
              : List.of(placeholder.value());
      List<List<Filled>> longer = new ArrayList<>();
      for (List<Filled> shorter : combinations) {
        for (JsonValue value : values) {
          List<Filled> one = new ArrayList<>(shorter);
          one.add(placeholder.with(value));
          longer.add(one);
        }
      }
      combinations = longer;
    }
    return combinations;
  }
}

package dev.sluice.table.legacy;

import dev.sluice.event.Level;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Grows the structure row by row (spec: tables §3.2). Not thread-safe.
final class LegacyLearner {
  private static final String DATA = "data";

  private final LegacyStructure structure;
  private final Notices notices;
  private final Map<String, Long> analysed = new HashMap<>();
  private final Map<String, ColumnType> rootKinds = new HashMap<>();
  private Optional<ColumnType> current = Optional.empty();
  private String place = "";

  LegacyLearner(LegacyStructure structure, Notices notices) {
    this.structure = structure;
    this.notices = notices;
  }

  /// {@return a learner that knows the same and goes its own way from here}
  ///
  /// @param notices gets its warnings
  LegacyLearner copy(Notices notices) {
    var copy = new LegacyLearner(structure.copy(), notices);
    copy.analysed.putAll(analysed);
    copy.rootKinds.putAll(rootKinds);
    return copy;
  }

  LegacyStructure structure() {
    return structure;
  }

  /// {@return the number of rows of a type path that were learned in this run}
  long analysed(String path) {
    return analysed.getOrDefault(path, 0L);
  }

  /// Starts a page.
  ///
  /// @param type its data type
  void startPage(String type) {
    current = type.indexOf('.') < 0 ? rootKind(type) : ofElements(type);
  }

  /// Learns a row of the page.
  ///
  /// @param row any value
  /// @param type the page's data type
  /// @param where names the row in messages
  /// @throws UserError if its types don't go with those already known
  void root(JsonValue row, String type, String where) {
    place = where;
    ColumnType kind = element(row, type, current);
    current = Optional.of(kind);
    if (kind != ColumnType.NULL) {
      rootKinds.put(type, kind);
    }
  }

  /// The original looks for the kind of rows in the column `data`, and so takes a property of that
  /// name for it (spec: tables §3.3).
  private Optional<ColumnType> rootKind(String type) {
    return Optional.ofNullable(rootKinds.get(type)).filter(kind -> kind == ColumnType.SCALAR);
  }

  /// Learns the elements of a list.
  ///
  /// @param list any values
  /// @param path their type path
  /// @return the type of the last element; empty if there is none
  Optional<ColumnType> list(List<JsonValue> list, String path) {
    if (list.isEmpty()) {
      return Optional.empty();
    }
    Optional<ColumnType> known = ofElements(path);
    for (JsonValue element : list) {
      known = Optional.of(element(element, path, known));
    }
    return known;
  }

  /// {@return the type of a list's elements as the column that holds the list knows it}
  ///
  /// @param path the column's, with at least one dot
  private Optional<ColumnType> ofElements(String path) {
    int dot = path.lastIndexOf('.');
    return structure.find(path.substring(0, dot), path.substring(dot + 1)).map(ColumnType::element);
  }

  private ColumnType element(JsonValue value, String path, Optional<ColumnType> known) {
    analysed.merge(path, 1L, Long::sum);
    ColumnType type = row(value, path);
    if (known.isPresent()
        && known.get() != type
        && known.get() != ColumnType.NULL
        && type != ColumnType.NULL) {
      throw conflict(
          "Data array in '%s' contains incompatible data types '%s' and '%s'!"
              .formatted(path, known.get().word(), type.word()));
    }
    return type;
  }

  private ColumnType row(JsonValue value, String path) {
    return switch (value) {
      case JsonObject object -> {
        object(object, path);
        yield ColumnType.OBJECT;
      }
      case JsonNull _ -> ColumnType.NULL;
      case JsonArray list -> {
        notices.tell(
            Level.WARNING,
            "Unsupported array nesting in '" + path + "'! Converting to JSON string.",
            JsonObject.of("item", list));
        merge(path, DATA, ColumnType.SCALAR);
        yield ColumnType.SCALAR;
      }
      default -> {
        merge(path, DATA, ColumnType.SCALAR);
        yield ColumnType.SCALAR;
      }
    };
  }

  /// What is inside is learned before the object's own columns.
  private void object(JsonObject object, String path) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (int i = 0; i < object.size(); i++) {
      String column = object.shape().name(i);
      String below = path + "." + column;
      switch (object.value(i)) {
        case JsonNull _ -> types.put(column, ColumnType.NULL);
        case JsonArray(List<JsonValue> items) ->
            types.put(column, list(items, below).map(ColumnType::list).orElse(ColumnType.NULL));
        case JsonObject inner -> {
          if (!isHollow(inner)) {
            object(inner, below);
            types.put(column, ColumnType.OBJECT);
          }
        }
        default -> types.put(column, ColumnType.SCALAR);
      }
    }
    types.forEach((column, type) -> merge(path, column, type));
  }

  /// {@return whether the original takes an object for empty: it looks at the first property only}
  private static boolean isHollow(JsonObject object) {
    return object.size() == 0 || (object.value(0) instanceof JsonObject first && isHollow(first));
  }

  private void merge(String path, String column, ColumnType arriving) {
    Optional<ColumnType> known = structure.find(path, column);
    ColumnType merged =
        known.isEmpty()
            ? arriving
            : known
                .get()
                .with(arriving)
                .orElseThrow(() ->
                    conflict(
                        "Unhandled type change from \"%s\" to \"%s\" in '%s.%s'"
                            .formatted(known.get().word(), arriving.word(), path, column)));
    if (known.isEmpty() || known.get() != merged) {
      structure.set(path, column, merged);
    }
  }

  private UserError conflict(String message) {
    return new UserError(
        Problem.of(
            "Error parsing response JSON: " + message,
            "The conflict is in "
                + place
                + ". To store such values as JSON text, name their path in the job's"
                + " 'responseFilter', or use 'mappings' with 'forceType'."));
  }
}

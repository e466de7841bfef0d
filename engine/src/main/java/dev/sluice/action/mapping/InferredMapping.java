package dev.sluice.action.mapping;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A mapping guessed from records: the action `infer_mapping` (spec: studio §2.3, P algorithm).
///
/// @param mapping the value for `config.mappings`, of one table
/// @param keys paths that may be primary keys: each record has a value of its own there
/// @param childTables for lists of objects: what may stand in the mapping instead of their JSON, by
///   path
/// @param warnings what is odd about the records
public record InferredMapping(
    JsonObject mapping, List<String> keys, JsonObject childTables, List<String> warnings) {
  private static final String KEY_NAME = "(?i)id|.*_id|uuid|key";
  private static final String DELIMITERS = "/|;:~#!^";

  /// Keeps unmodifiable copies.
  public InferredMapping {
    keys = List.copyOf(keys);
    warnings = List.copyOf(warnings);
  }

  /// What is wanted.
  ///
  /// @param table the name of the table
  /// @param levels so many levels of objects become columns
  /// @param primaryKey dot paths of the primary key
  /// @param userData names of the columns that the configuration adds
  /// @param parents paths of the values that come from a parent's row
  public record Wish(
      String table,
      int levels,
      List<String> primaryKey,
      List<String> userData,
      List<String> parents) {
    /// Keeps unmodifiable copies.
    public Wish {
      primaryKey = List.copyOf(primaryKey);
      userData = List.copyOf(userData);
      parents = List.copyOf(parents);
    }
  }

  /// {@return a mapping for records}
  ///
  /// @param records a page of them
  /// @param wish what is wanted
  /// @throws UserError if there are none, or names are in each other's way
  public static InferredMapping of(List<JsonValue> records, Wish wish) {
    return new Inference(wish).of(records);
  }

  /// {@return the records of a document: its elements, or those of its first list of objects, or
  /// itself}
  ///
  /// @param document e.g. the body of an answer
  public static List<JsonValue> records(JsonValue document) {
    if (document instanceof JsonObject object) {
      Optional<List<JsonValue>> list =
          object.members().values().stream()
              .filter(JsonArray.class::isInstance)
              .map(value -> ((JsonArray) value).items())
              .filter(items -> !items.isEmpty() && items.getFirst() instanceof JsonObject)
              .findFirst();
      return list.orElse(List.of(object));
    }
    return document instanceof JsonArray(var items) ? items : List.of(document);
  }

  /// {@return an existing mapping with the columns that it lacks}
  ///
  /// @param present stays as it is
  public JsonObject addedTo(JsonObject present) {
    var names = new ColumnNames();
    present.forEach((_, item) -> destination(item).ifPresent(names::unique));
    Map<String, JsonValue> all = present.members();
    mapping.forEach((path, item) -> {
      if (!all.containsKey(path)) {
        String name = destination(item).map(names::unique).orElse("");
        all.put(path, renamed(item, name));
      }
    });
    return JsonObject.of(all);
  }

  private static Optional<String> destination(JsonValue item) {
    return switch (item) {
      case JsonString(String name) -> Optional.of(name);
      case JsonObject object
          when object.object("mapping").valueOrNull("destination")
              instanceof JsonString(String name) ->
          Optional.of(name);
      default -> Optional.empty();
    };
  }

  private static JsonValue renamed(JsonValue item, String name) {
    return item instanceof JsonObject object
        ? object.with("mapping", object.object("mapping").with("destination", new JsonString(name)))
        : new JsonString(name);
  }

  /// One guess.
  private static final class Inference {
    private final Wish wish;
    private final ColumnNames names = new ColumnNames();
    private final Map<String, JsonValue> mapping = new LinkedHashMap<>();
    private final Map<String, JsonValue> childTables = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> missingKeys;
    private String delimiter = "";
    private int recordCount;

    Inference(Wish wish) {
      this.wish = wish;
      this.missingKeys = new java.util.LinkedHashSet<>(wish.primaryKey);
    }

    InferredMapping of(List<JsonValue> records) {
      var structure = new Structure();
      records.forEach(record -> structure.add(row(record)));
      if (structure.members().isEmpty()) {
        throw new UserError("The request returned no data to infer mapping from.");
      }
      recordCount = records.size();
      Set<Character> used = new HashSet<>();
      note(structure, used);
      delimiter =
          DELIMITERS
              .chars()
              .filter(c -> !used.contains((char) c))
              .mapToObj(Character::toString)
              .findFirst()
              .orElse("||");
      members(structure, List.of(), 1);
      wish.userData.forEach(this::userColumn);
      wish.parents.forEach(this::parentColumn);
      missingKeys.forEach(path ->
          warnings.add("The primary key '%s' is no simple value of the records.".formatted(path)));
      return new InferredMapping(
          JsonObject.of(mapping), keys, JsonObject.of(childTables), warnings);
    }

    private JsonValue row(JsonValue record) {
      if (record instanceof JsonArray(var items)) {
        String hint = "The records are lists: the Data Selector may be one level too high.";
        if (!warnings.contains(hint)) {
          warnings.add(hint);
        }
        return items.isEmpty() ? JsonObject.EMPTY : row(items.getFirst());
      }
      if (record instanceof JsonObject) {
        return record;
      }
      throw new UserError("The records are no objects: there is nothing to map.");
    }

    private static void note(Structure structure, Set<Character> used) {
      structure
          .members()
          .forEach((name, member) -> {
            name.chars().forEach(c -> used.add((char) c));
            note(member, used);
          });
    }

    private void members(Structure structure, List<String> above, int level) {
      structure
          .members()
          .forEach((name, member) -> {
            List<String> path = new ArrayList<>(above);
            path.add(name);
            if (member.isObject() && level <= wish.levels) {
              members(member, path, level + 1);
            } else {
              column(member, path);
            }
          });
    }

    private void column(Structure structure, List<String> path) {
      String dotted = String.join(".", path);
      boolean needsDelimiter =
          path.stream().anyMatch(name -> name.contains(".")) || mapping.containsKey(dotted);
      String key = needsDelimiter ? String.join(delimiter, path) : dotted;
      String name = names.next(path);
      boolean isKey = structure.isScalar() && missingKeys.remove(dotted);
      if (structure.isScalar() && !isKey && !needsDelimiter) {
        mapping.put(key, new JsonString(name));
      } else {
        mapping.put(key, item(structure, name, isKey, needsDelimiter));
      }
      if (structure.isUnique(recordCount) && path.getLast().matches(KEY_NAME)) {
        keys.add(dotted);
      }
      if (structure.isMixed()) {
        warnings.add("'%s' has values of several kinds: it becomes JSON.".formatted(dotted));
      }
      if (!structure.rows().isEmpty()) {
        childTable(structure, key, name, needsDelimiter);
      }
    }

    private JsonObject item(
        Structure structure, String name, boolean isKey, boolean needsDelimiter) {
      var item = JsonObject.builder();
      var column = JsonObject.builder().put("destination", name);
      if (isKey) {
        column.put("primaryKey", JsonBoolean.of(true));
      }
      if (!structure.isScalar()) {
        item.put("type", "column");
      }
      item.put("mapping", column.build());
      if (!structure.isScalar()) {
        item.put("forceType", JsonBoolean.of(true));
      }
      if (needsDelimiter) {
        item.put("delimiter", delimiter);
      }
      return item.build();
    }

    private void childTable(Structure structure, String key, String name, boolean needsDelimiter) {
      var rows = new Inference(new Wish("", wish.levels, List.of(), List.of(), List.of()));
      boolean hasColumns = structure.rows().stream().anyMatch(row -> ((JsonObject) row).size() > 0);
      if (hasColumns) {
        var table =
            JsonObject.builder()
                .put("type", "table")
                .put("destination", wish.table.isEmpty() ? name : wish.table + "_" + name)
                .put("tableMapping", rows.of(structure.rows()).mapping());
        if (needsDelimiter) {
          table.put("delimiter", delimiter);
        }
        childTables.put(key, table.build());
      }
    }

    private void userColumn(String name) {
      if (mapping.containsKey(name)) {
        throw new UserError(
            "User data key [%s] already exists in the response data, please change the name."
                .formatted(name));
      }
      mapping.put(name, user(JsonObject.of("destination", new JsonString(names.unique(name)))));
    }

    /// Runs name the column after the path.
    private void parentColumn(String path) {
      String name = path.startsWith("parent_") ? path : "parent_" + path;
      if (mapping.containsKey(name)) {
        throw new UserError(
            "Parent %s is already in the mapping, please change the placeholder name"
                .formatted(name));
      }
      mapping.put(
          name,
          user(
              JsonObject.builder()
                  .put("destination", names.next(List.of(name)))
                  .put("primaryKey", JsonBoolean.of(true))
                  .build()));
    }

    private static JsonObject user(JsonObject column) {
      return JsonObject.builder().put("type", "user").put("mapping", column).build();
    }
  }
}

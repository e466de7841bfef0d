package dev.sluice.run;

import dev.sluice.destination.csv.PublishedTable;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.run.TableChange.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The tables that runs have made so far, as the state tells of them under [#KEY]: for each file
/// its columns, those of them that were empty, and whether the last run made it. Immutable.
///
/// @param tables by the names of their files, sorted
record TableHistory(Map<String, Known> tables) {
  /// A top-level key of the state, of our own: the original keeps it as it is.
  static final String KEY = "sluice.tables";

  private static final String COLUMNS = "columns";
  private static final String EMPTY = "empty";
  private static final String GONE = "gone";

  /// {@return what a state tells} Whatever has another form than ours is passed over.
  ///
  /// @param state of the last run
  static TableHistory of(JsonObject state) {
    Map<String, Known> tables = new TreeMap<>();
    state
        .object(KEY)
        .forEach((file, told) -> {
          if (told instanceof JsonObject table) {
            boolean isGone = table.find(GONE).orElse(JsonNull.NULL).equals(JsonBoolean.TRUE);
            tables.put(file, new Known(texts(table, COLUMNS), texts(table, EMPTY), isGone));
          }
        });
    return new TableHistory(tables);
  }

  /// {@return how the tables of a run differ from those before} There is nothing to compare with in
  /// a first run, and no difference then.
  ///
  /// @param made the tables of the run
  List<TableChange> changes(List<PublishedTable> made) {
    List<TableChange> changes = new ArrayList<>();
    if (tables.isEmpty()) {
      return changes;
    }
    Map<String, PublishedTable> now = byFile(made);
    Set<String> all = new TreeSet<>(tables.keySet());
    all.addAll(now.keySet());
    for (String file : all) {
      Known known = tables.get(file);
      PublishedTable table = now.get(file);
      if (table == null) {
        if (known != null && !known.isGone()) {
          changes.add(TableChange.of(file, Kind.GONE_TABLE));
        }
      } else if (known == null) {
        changes.add(TableChange.of(file, Kind.NEW_TABLE));
      } else {
        changes.addAll(changes(file, known, table));
      }
    }
    return changes;
  }

  /// {@return the state's part for the next run}
  ///
  /// @param made the tables of this run
  JsonObject after(List<PublishedTable> made) {
    Map<String, Known> next = new TreeMap<>();
    tables.forEach(
        (file, known) -> next.put(file, new Known(known.columns(), known.empty(), true)));
    byFile(made).forEach((file, table) -> next.put(file, known(file, table)));
    Map<String, JsonValue> told = new LinkedHashMap<>();
    next.forEach((file, known) -> told.put(file, known.json()));
    return JsonObject.of(told);
  }

  /// A table without rows says nothing of its columns.
  private Known known(String file, PublishedTable table) {
    Known before = tables.get(file);
    return table.rows() == 0 && before != null
        ? new Known(table.columns(), before.empty(), false)
        : new Known(table.columns(), table.emptyColumns(), false);
  }

  private static List<TableChange> changes(String file, Known known, PublishedTable table) {
    List<TableChange> changes = new ArrayList<>();
    List<String> fresh = without(table.columns(), known.columns());
    List<String> gone = without(known.columns(), table.columns());
    List<String> empty =
        table.rows() == 0
            ? List.of()
            : without(without(table.emptyColumns(), known.empty()), fresh);
    add(changes, file, Kind.NEW_COLUMNS, fresh);
    add(changes, file, Kind.GONE_COLUMNS, gone);
    add(changes, file, Kind.EMPTY_COLUMNS, empty);
    return changes;
  }

  private static void add(List<TableChange> changes, String file, Kind kind, List<String> columns) {
    if (!columns.isEmpty()) {
      changes.add(new TableChange(file, kind, columns));
    }
  }

  private static List<String> without(List<String> names, List<String> left) {
    Set<String> leftOut = new HashSet<>(left);
    return names.stream().filter(name -> !leftOut.contains(name)).toList();
  }

  private static Map<String, PublishedTable> byFile(List<PublishedTable> made) {
    Map<String, PublishedTable> tables = new TreeMap<>();
    made.forEach(table -> tables.put(String.valueOf(table.file().getFileName()), table));
    return tables;
  }

  private static List<String> texts(JsonObject parent, String key) {
    List<String> texts = new ArrayList<>();
    if (parent.find(key).orElse(JsonNull.NULL) instanceof JsonArray(var items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonString(String text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /// A table that runs have made.
  ///
  /// @param columns its header when it was made last
  /// @param empty the columns in which no row had a value then
  /// @param isGone whether the last run did not make it
  record Known(List<String> columns, List<String> empty, boolean isGone) {
    JsonObject json() {
      var json = JsonObject.builder().put(COLUMNS, list(columns));
      if (!empty.isEmpty()) {
        json.put(EMPTY, list(empty));
      }
      if (isGone) {
        json.put(GONE, JsonBoolean.TRUE);
      }
      return json.build();
    }

    private static JsonArray list(List<String> texts) {
      return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
    }
  }
}

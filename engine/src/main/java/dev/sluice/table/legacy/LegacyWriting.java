package dev.sluice.table.legacy;

import dev.sluice.event.Level;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.table.CellText;
import dev.sluice.table.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns kept pages into rows of tables (spec: tables §3.2). Not thread-safe.
final class LegacyWriting implements PageSpool.Pages {
  private static final String LINK = "JSON_parentId";

  private final LegacyLearner learner;
  private final LegacyOutputs outputs;
  private final Map<String, Set<String>> extras;
  private final Notices notices;
  private final CellText text;
  private final SafeName names;
  private final LegacyHeader header;
  private final RowKey keys = new RowKey();

  /// What was worked out for a type path; cleared when the structure grows.
  private final Map<String, List<Column>> columns = new HashMap<>();

  private final Map<String, LegacyOutputs.Output> childTables = new HashMap<>();
  private String type = "";
  private JsonObject extra = JsonObject.EMPTY;
  private LegacyOutputs.@Nullable Output table;

  private record Column(String key, String safe, ColumnType type, String below) {}

  /// Takes the texts of a row.
  private interface Cells {
    void put(String name, String text);
  }

  /// @param learner knows the structure; learns what the pages did not show
  /// @param outputs the tables
  /// @param extras keys of the extra columns of all pages, by data type
  /// @param notices gets warnings
  /// @param text how values become text
  LegacyWriting(
      LegacyLearner learner,
      LegacyOutputs outputs,
      Map<String, Set<String>> extras,
      Notices notices,
      CellText text) {
    this.learner = learner;
    this.outputs = outputs;
    this.extras = extras;
    this.notices = notices;
    this.text = text;
    this.names = new SafeName();
    this.header = new LegacyHeader(learner.structure(), names);
  }

  @Override
  public void page(String pageType, JsonObject pageExtra) {
    type = pageType;
    extra = pageExtra;
    table =
        outputs.open(names.of(type), type, header.of(type, extras.getOrDefault(type, Set.of())));
  }

  @Override
  public void row(JsonValue row) {
    if (table != null) {
      element(row, type, extra, table);
    }
  }

  private void list(List<JsonValue> list, String path, String link) {
    if (learner.analysed(path) < Math.max(1, list.size())) {
      notices.tell(
          Level.DEBUG,
          "Trying to parse an unknown data type '" + path + "'. Trying on-the-fly analysis",
          JsonObject.EMPTY);
      var ignored = learner.list(list, path);
      columns.clear();
      childTables.clear();
    }
    LegacyOutputs.Output child =
        childTables.computeIfAbsent(
            path, _ -> outputs.open(names.of(path), path, header.of(path, List.of(LINK))));
    JsonObject linked = JsonObject.of(LINK, new JsonString(link));
    for (JsonValue element : list) {
      element(element, path, linked, child);
    }
  }

  private void element(
      JsonValue value, String path, JsonObject extraColumns, LegacyOutputs.Output output) {
    JsonObject row = row(value, extraColumns);
    String[] cells = output.newRow();
    Cells put =
        (name, cell) -> {
          int place = output.place(output.has(name) ? name : names.of(name));
          if (place < cells.length) {
            cells[place] = cell;
          }
        };
    var id = new RowId(keys, row, path, null);
    columns(row, path, id, put);
    for (int i = 0; i < extraColumns.size(); i++) {
      String key = extraColumns.shape().name(i);
      cell(new Column(key, names.of(key), ColumnType.SCALAR, key), row, id, put);
    }
    output.write(cells);
  }

  /// {@return what is no object as the property `data` of one, and extra columns over it}
  private JsonObject row(JsonValue value, JsonObject extraColumns) {
    JsonObject row =
        switch (value) {
          case JsonObject object -> object;
          case JsonArray list -> JsonObject.of("data", new JsonString(text.json(list)));
          default -> JsonObject.of("data", value);
        };
    if (extraColumns.size() == 0) {
      return row;
    }
    Map<String, JsonValue> members = row.members();
    extraColumns.forEach(members::put);
    return JsonObject.of(members);
  }

  private void columns(JsonObject row, String path, RowId id, Cells cells) {
    for (Column column : columns.computeIfAbsent(path, this::columnsOf)) {
      cell(column, row, id, cells);
    }
  }

  private List<Column> columnsOf(String path) {
    List<Column> found = new ArrayList<>();
    learner
        .structure()
        .columns(path)
        .forEach((key, kind) -> found.add(new Column(key, names.of(key), kind, path + "." + key)));
    return found;
  }

  private void cell(Column column, JsonObject row, RowId id, Cells cells) {
    JsonValue value = row.valueOrNull(column.key());
    if (value == null || value instanceof JsonNull || value.equals(JsonArray.EMPTY)) {
      // An object without a value says nothing of the columns inside it.
      if (column.type() != ColumnType.OBJECT) {
        cells.put(column.safe(), "");
      }
      return;
    }
    switch (column.type()) {
      case NULL -> {
        notices.tell(
            Level.WARNING,
            "Encountered data where 'NULL' was expected from previous analysis",
            JsonObject.of("data", row));
        cells.put(column.key(), text.json(row));
      }
      case ARRAY_OF_NULL, ARRAY_OF_SCALAR, ARRAY_OF_OBJECT -> {
        cells.put(column.safe(), id.text());
        list(
            value instanceof JsonArray(List<JsonValue> items) ? items : List.of(value),
            column.below(),
            id.text());
      }
      case OBJECT -> object(column, value, id, cells);
      case SCALAR -> scalar(column, value, cells);
    }
  }

  private void object(Column column, JsonValue value, RowId id, Cells cells) {
    if (value instanceof JsonObject object) {
      columns(
          object,
          column.below(),
          new RowId(keys, object, column.below(), id),
          (name, cell) -> cells.put(names.of(column.safe() + "_" + name), cell));
    } else {
      scalar(column, value, cells);
    }
  }

  private void scalar(Column column, JsonValue value, Cells cells) {
    if (value.isScalarOrNull()) {
      cells.put(column.safe(), text.text(value));
      if (value instanceof JsonNumber number && text.loses(number)) {
        tooLarge(column);
      }
      return;
    }
    notices.tell(
        Level.ERROR,
        "Data parse error in '%s' - unexpected '%s' where '%s' was expected!"
            .formatted(column.key(), value.typeName(), column.type().word()),
        JsonObject.of("data", value));
    cells.put(column.safe(), text.json(value));
  }

  private void tooLarge(Column column) {
    notices.tell(
        Level.WARNING,
        "Numbers of '"
            + column.below()
            + "' are too large to be written exactly. With \"lossless\": true in 'config' they keep"
            + " all digits.",
        JsonObject.EMPTY);
  }
}

package dev.sluice.table.mapped;

import dev.sluice.config.MappingItem;
import dev.sluice.config.TableMapping;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.UserError;
import dev.sluice.table.CellText;
import dev.sluice.table.Destination;
import dev.sluice.table.Page;
import dev.sluice.table.TableWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One table of a mapping: turns rows into its cells, and hands values on to its child tables
/// (spec: tables §4.5). Not thread-safe.
final class MappedTable {
  private static final int NO_COLUMN = -1;
  private static final int[] NOWHERE = {};

  private final TableMapping mapping;
  private final SharedParts shared;
  private final List<String> columns;
  private final MappedKey key;
  private final TableNotices notices;
  private final List<Cell> cells = new ArrayList<>();
  private final List<ExtraCell> extraCells = new ArrayList<>();
  private final List<Child> children = new ArrayList<>();
  private final Map<String, MappedTable> childTables = new LinkedHashMap<>();
  private final ShapePositions positions;
  private final String[] texts;
  private final boolean ownRows;
  private @Nullable TableWriter writer;
  private boolean open;

  /// A value of the row in a column.
  ///
  /// @param place the lookup's place in [#positions]
  private record Cell(int column, Lookup lookup, int place, boolean asJson) {}

  /// A value of the extra columns in a column.
  private record ExtraCell(int column, Lookup lookup) {}

  /// A value of the row that becomes rows.
  ///
  /// @param place the lookup's place in [#positions]
  /// @param table the table of these rows; may be the one that the row is in
  /// @param linked whether these rows name the row's key
  /// @param column where the row names it as well
  private record Child(Lookup lookup, int place, MappedTable table, boolean linked, int column) {}

  /// Where a row comes from.
  private record Origin(String parentKey, Page page) {}

  MappedTable(TableMapping mapping, SharedParts shared) {
    this.mapping = mapping;
    this.shared = shared;
    this.columns = mapping.columns();
    this.key = MappedKey.of(mapping, shared);
    this.notices = new TableNotices(shared.events(), mapping.table());
    this.texts = new String[columns.size()];
    this.ownRows = mapping.items().stream().anyMatch(MappingItem.OwnTable.class::isInstance);
    List<@Nullable String> names = new ArrayList<>();
    for (MappingItem item : mapping.items()) {
      add(item, names);
    }
    this.positions = new ShapePositions(names.toArray(new @Nullable String[0]));
  }

  private void add(MappingItem item, List<@Nullable String> names) {
    int place = names.size();
    switch (item) {
      case MappingItem.Column column -> {
        Lookup lookup = Lookup.of(column.path(), column.delimiter());
        names.add(lookup.firstName());
        cells.add(
            new Cell(columns.indexOf(column.destination()), lookup, place, column.forceType()));
      }
      case MappingItem.UserColumn column ->
          extraCells.add(
              new ExtraCell(columns.indexOf(column.destination()), Lookup.of(column.path(), "/")));
      case MappingItem.ChildTable child -> {
        Lookup lookup = Lookup.of(child.path(), child.delimiter());
        names.add(lookup.firstName());
        children.add(child(lookup, place, child.mapping()));
      }
      case MappingItem.OwnTable own -> {
        Lookup lookup = Lookup.of(own.path(), own.delimiter());
        names.add(lookup.firstName());
        children.add(new Child(lookup, place, this, false, NO_COLUMN));
      }
    }
  }

  private Child child(Lookup lookup, int place, TableMapping child) {
    MappedTable table =
        childTables.computeIfAbsent(child.table(), _ -> new MappedTable(child, shared));
    boolean linked = child.parentKey().isPresent();
    int column = linked && !key.isPrimary() ? columns.indexOf(child.table()) : NO_COLUMN;
    return new Child(lookup, place, table, linked, column);
  }

  /// Makes sure that there is a table, with rows or without. One without any column can't be
  /// written; its child tables can.
  void open() {
    if (open) {
      return;
    }
    open = true;
    if (columns.isEmpty()) {
      notices.noColumns();
    } else {
      writer = shared.destination().begin(columns);
    }
  }

  /// Takes a value as rows: a list's elements, or the value as the only one.
  ///
  /// @param value null if there is none, which is a row all the same
  /// @param parentKey the key of the row it came from; counts only where the table has a column for
  ///   it
  /// @param page the page it came with
  private void takeValue(@Nullable JsonValue value, String parentKey, Page page) {
    open();
    if (value instanceof JsonArray(List<JsonValue> items)) {
      for (JsonValue item : items) {
        take(item, parentKey, page);
      }
    } else {
      take(value == null ? JsonNull.NULL : value, parentKey, page);
    }
  }

  /// Takes a row; the rows it has for other tables come before it (spec: tables E28).
  ///
  /// @param row any value
  /// @param parentKey the key of the row it came from; counts only where the table has a column for
  ///   it
  /// @param page the page it came with
  /// @throws dev.sluice.problem.UserError if a value is a list or an object and must not be
  void take(JsonValue row, String parentKey, Page page) {
    // A row with rows of its own table is not finished when the next one begins.
    String[] cellTexts = ownRows ? new String[columns.size()] : texts;
    int[] places = row instanceof JsonObject object ? positions.of(object.shape()) : NOWHERE;
    if (!children.isEmpty()) {
      takeChildren(row, places, new Origin(parentKey, page), cellTexts);
    }
    fill(row, places, page, cellTexts);
    if (mapping.parentKey().isPresent()) {
      cellTexts[cellTexts.length - 1] = parentKey;
    }
    if (writer != null) {
      writer.write(cellTexts);
    }
  }

  private void takeChildren(JsonValue row, int[] places, Origin origin, String[] cellTexts) {
    String ownKey = null;
    for (Child child : children) {
      JsonValue value = find(child.lookup(), child.place(), row, places);
      boolean taken = hasRows(child, value);
      String link = "";
      if (taken && child.linked()) {
        ownKey = ownKey == null ? key.of(row, origin.parentKey(), origin.page()) : ownKey;
        link = ownKey;
      }
      if (child.column() != NO_COLUMN) {
        cellTexts[child.column()] = link;
      }
      if (taken) {
        child
            .table()
            .takeValue(value, child.table() == this ? origin.parentKey() : link, origin.page());
      }
    }
  }

  /// Without a primary key, an empty value has no rows. With one, even a missing value is a row
  /// (spec: tables §4.5); in the own table that would never end (spec: tables §4.7).
  private boolean hasRows(Child child, @Nullable JsonValue value) {
    boolean isMissing = value == null || value instanceof JsonNull;
    if (!key.isPrimary()) {
      return value != null && !value.isEmptyData();
    }
    if (!isMissing) {
      return true;
    }
    if (child.table() == this || shared.form() == CellText.LOSSLESS) {
      return false;
    }
    child.table().notices.blankRows(mapping.table());
    return true;
  }

  private void fill(JsonValue row, int[] places, Page page, String[] cellTexts) {
    boolean fits = true;
    for (Cell cell : cells) {
      JsonValue value = find(cell.lookup(), cell.place(), row, places);
      fits &= put(value, cell.asJson(), cell.column(), cellTexts);
    }
    for (ExtraCell cell : extraCells) {
      fits &= put(cell.lookup().in(page.extra()), false, cell.column(), cellTexts);
    }
    if (!fits) {
      throw unfit(row, page);
    }
  }

  /// {@return false if the value can't be the text of a cell}
  private boolean put(@Nullable JsonValue value, boolean asJson, int column, String[] cellTexts) {
    if (value == null) {
      cellTexts[column] = "";
    } else if (value.isScalarOrNull()) {
      cellTexts[column] = shared.form().text(value);
      if (value instanceof JsonNumber number && shared.form().loses(number)) {
        notices.tooLarge(columns.get(column));
      }
    } else if (asJson) {
      cellTexts[column] = shared.form().json(value);
    } else {
      return false;
    }
    return true;
  }

  private UserError unfit(JsonValue row, Page page) {
    // In the order of the header.
    Map<Integer, JsonValue> values = new TreeMap<>();
    for (Cell cell : cells) {
      JsonValue value = cell.lookup().in(row);
      if (value != null && !value.isScalarOrNull() && !cell.asJson()) {
        values.put(cell.column(), value);
      }
    }
    for (ExtraCell cell : extraCells) {
      JsonValue value = cell.lookup().in(page.extra());
      if (value != null && !value.isScalarOrNull()) {
        values.put(cell.column(), value);
      }
    }
    return MappingProblem.notScalar(
        page,
        values.keySet().stream().map(columns::get).toList(),
        values.values().iterator().next());
  }

  private static @Nullable JsonValue find(Lookup lookup, int place, JsonValue row, int[] places) {
    return row instanceof JsonObject object ? lookup.in(object, places[place]) : lookup.in(row);
  }

  /// Hands the table and its child tables on, this one first, if they were opened.
  ///
  /// @param target takes the tables
  void finish(Destination target) {
    if (writer != null) {
      target.finish(mapping.table(), columns, mapping.primaryKey(), List.of(writer));
    }
    childTables.values().forEach(table -> table.finish(target));
  }
}

package dev.sluice.table.automatic;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.table.CellText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Opens tables: settles their columns, the extra ones included, and with them where each value
/// goes (spec: tables §2.6, §2.12).
final class Tables {
  /// The column that links a list's rows with the row the list is in.
  static final String LINK = "JSON_parentId";

  private final Structure structure;
  private final Outputs outputs;
  private final Notices notices;
  private final CellText text;

  /// Prepares to open tables.
  ///
  /// @param structure gets the extra columns
  /// @param outputs takes the rows
  /// @param notices gets warnings
  /// @param text the form of cells
  Tables(Structure structure, Outputs outputs, Notices notices, CellText text) {
    this.structure = structure;
    this.outputs = outputs;
    this.notices = notices;
    this.text = text;
  }

  /// {@return the table of the elements of lists inside rows; opened with its link column if it is
  /// new}
  ///
  /// @param element describes the elements
  OpenTable ofList(Node element) {
    OpenTable table = element.table;
    if (table == null) {
      Node link = register(element, structure.alias(LINK));
      table = open(element);
      table.linkWith(link);
    }
    return table;
  }

  /// {@return the extra columns of a page, ready for its rows; the table is opened if it is new}
  ///
  /// @param element describes the page's rows
  /// @param extra the page's extra columns
  ListExtras ofPage(Node element, JsonObject extra) {
    OpenTable known = element.table;
    List<Extra> inPlace = new ArrayList<>(extra.size());
    List<Extra> renamed = new ArrayList<>(0);
    for (int i = 0; i < extra.size(); i++) {
      String key = extra.shape().name(i);
      String usual = structure.alias(key);
      Node column = known == null ? null : known.extra(key);
      if (column == null) {
        column = known == null ? register(element, usual) : late(element, usual);
      }
      // In the first list of a table, what is renamed for it goes to the end; only hashes show it.
      boolean moves = known == null && !usual.equals(column.key);
      (moves ? renamed : inPlace).add(new Extra(key, column, extra.value(i)));
    }
    OpenTable table = known == null ? open(element) : known;
    inPlace.addAll(renamed);
    inPlace.forEach(one -> table.addExtra(one.key(), one.column()));
    return extras(inPlace);
  }

  /// {@return the field for an extra column that an open table meets for the first time} A property
  /// of that key is overwritten, as in the original, which renames only while it opens a table.
  private Node late(Node element, String key) {
    Node field = element.fields.get(key);
    if (field != null && !field.extra && (field.is(Kind.SCALAR) || field.is(Kind.NULL))) {
      notices.overwritten(field);
      return field;
    }
    return register(element, key);
  }

  private record Extra(String key, Node column, JsonValue value) {}

  private ListExtras extras(List<Extra> list) {
    int size = list.size();
    var extras =
        new ListExtras(new String[size], new JsonValue[size], new byte[size][], new int[size]);
    for (int i = 0; i < size; i++) {
      Extra one = list.get(i);
      extras.keys()[i] = String.valueOf(one.column().key);
      extras.values()[i] = one.value();
      extras.cells()[i] =
          (one.value().isScalarOrNull() ? text.text(one.value()) : "")
              .getBytes(StandardCharsets.UTF_8);
      extras.columns()[i] = one.column().column;
    }
    return extras;
  }

  /// {@return the field for an extra column: an earlier one of that key, or a new one, whose key is
  /// numbered if the rows have such a property themselves}
  private Node register(Node element, String key) {
    Node field = element.fields.get(key);
    if (field != null && field.extra) {
      return field;
    }
    String free = key;
    // Scalar rows have a column `data`, though no property of that name (spec: tables §2.16).
    boolean meetsData = element.is(Kind.SCALAR) && key.equals(Naming.DATA);
    if (field != null || meetsData) {
      int number = 0;
      do {
        free = key + "_u" + number++;
      } while (element.fields.containsKey(free));
    }
    if (field != null) {
      structure.aliases().put(key, free);
    }
    Node column = element.fieldOrNew(free);
    column.become(Kind.SCALAR);
    column.extra = true;
    structure.naming().nodeAdded();
    structure.nameAll();
    return column;
  }

  private OpenTable open(Node element) {
    List<Node> columns = new ArrayList<>();
    if (element.is(Kind.SCALAR)) {
      columns.add(element);
    }
    addColumns(element, columns);
    Set<String> header = new LinkedHashSet<>();
    for (Node column : columns) {
      header.add(uniqueName(column, header));
    }
    String name = structure.naming().tableName(element.plainPath());
    Output output = outputs.open(name, element.path(), List.copyOf(header));
    for (Node column : columns) {
      column.column = output.column(String.valueOf(column.name));
    }
    var table = new OpenTable(element, output);
    element.table = table;
    return table;
  }

  private static void addColumns(Node node, List<Node> columns) {
    int order = 0;
    for (Node field : node.fields.values()) {
      field.order = order++;
      if (field.isColumn()) {
        columns.add(field);
      } else {
        addColumns(field, columns);
      }
    }
  }

  /// {@return the column's name, numbered if the header has it already} That happens where the
  /// original would repeat a name, by ways that naming does not foresee.
  private String uniqueName(Node column, Set<String> header) {
    String name = String.valueOf(column.name);
    if (header.contains(name)) {
      NameScope scope = structure.naming().scope(column);
      String free = scope.take(name, true);
      while (header.contains(free)) {
        free = scope.take(name, true);
      }
      column.call(free);
      name = free;
    }
    if (name.isEmpty() || name.startsWith("_")) {
      notices.nameless(column);
    }
    return name;
  }
}

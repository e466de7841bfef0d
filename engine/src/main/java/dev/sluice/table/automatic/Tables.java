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
      ExtraColumn link = register(element, structure.alias(LINK));
      table = open(element);
      table.addExtra(LINK, link);
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
      String name = extra.shape().name(i);
      String key = structure.alias(name);
      ExtraColumn column = known == null ? null : known.extra(name);
      if (column == null) {
        column = known == null ? register(element, key) : late(element, key);
      }
      // In the first list of a table, what is renamed for it goes to the end; only hashes show it.
      boolean moves = known == null && !key.equals(column.key());
      (moves ? renamed : inPlace).add(new Extra(name, column, extra.value(i)));
    }
    OpenTable table = known == null ? open(element) : known;
    inPlace.addAll(renamed);
    inPlace.forEach(one -> table.addExtra(one.name(), one.column()));
    return extras(inPlace);
  }

  private record Extra(String name, ExtraColumn column, JsonValue value) {}

  private ListExtras extras(List<Extra> list) {
    int size = list.size();
    var extras =
        new ListExtras(new String[size], new JsonValue[size], new byte[size][], new int[size]);
    for (int i = 0; i < size; i++) {
      JsonValue value = list.get(i).value();
      extras.keys()[i] = list.get(i).column().key();
      extras.values()[i] = value;
      extras.cells()[i] =
          (value.isScalarOrNull() ? text.text(value) : "").getBytes(StandardCharsets.UTF_8);
      extras.columns()[i] = list.get(i).column().field().column;
    }
    return extras;
  }

  /// {@return the column for an extra column that an open table meets for the first time} A
  /// property of that key is overwritten, as in the original, which renames only while it opens a
  /// table. If nothing may be lost, it is overwritten in the hashes only.
  private ExtraColumn late(Node element, String key) {
    Node field = element.fields.get(key);
    if (field == null || field.extra || !field.isScalarColumn()) {
      return register(element, key);
    }
    if (text == CellText.LOSSLESS) {
      return new ExtraColumn(key, add(element, freeKey(element, key)));
    }
    notices.overwritten(field);
    return new ExtraColumn(key, field);
  }

  /// {@return the column for an extra column: an earlier one of that key, or a new one, whose key
  /// is numbered if the rows have such a property themselves}
  private ExtraColumn register(Node element, String key) {
    Node field = element.fields.get(key);
    if (field != null && field.extra) {
      return new ExtraColumn(key, field);
    }
    String own = key;
    if (field != null) {
      own = freeKey(element, key);
      structure.aliases().put(key, own);
    } else if (element.is(Kind.SCALAR) && key.equals(Naming.DATA)) {
      // Scalar rows have a column `data`, though no property of that name (spec: tables §2.16).
      own = freeKey(element, key);
    }
    return new ExtraColumn(own, add(element, own));
  }

  private static String freeKey(Node element, String key) {
    int number = 0;
    while (element.fields.containsKey(key + "_u" + number)) {
      number++;
    }
    return key + "_u" + number;
  }

  private Node add(Node element, String key) {
    Node field = element.fieldOrNew(key);
    field.become(Kind.SCALAR);
    field.extra = true;
    structure.naming().nodeAdded();
    structure.nameAll();
    return field;
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

package dev.sluice.table.automatic;

import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.table.Row;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A place of the structure whose rows are being written: its columns are final, and new extra
/// columns go to the end.
final class OpenTable {
  private final Node element;
  private final Output output;
  private final Map<String, ExtraColumn> extras = new HashMap<>(4);
  private Row row;
  private @Nullable ListExtras link;

  /// Opens a table.
  ///
  /// @param element describes the rows; the columns of its nodes are set
  /// @param output takes the rows
  OpenTable(Node element, Output output) {
    this.element = element;
    this.output = output;
    this.row = new Row(output.columns().size());
  }

  Node element() {
    return element;
  }

  /// {@return the row being filled}
  Row row() {
    return row;
  }

  /// Writes the row being filled.
  void write() {
    output.write(row);
  }

  /// {@return an extra column, if it was used in this table}
  ///
  /// @param name its key as the job or the parent table calls it
  @Nullable ExtraColumn extra(String name) {
    return extras.get(name);
  }

  /// Notes an extra column.
  ///
  /// @param name its key as the job or the parent table calls it
  /// @param column what stands for it here
  void addExtra(String name, ExtraColumn column) {
    Node field = column.field();
    extras.put(name, column);
    field.column = output.column(String.valueOf(field.name));
    if (field.column >= row.size()) {
      row = new Row(output.columns().size());
    }
  }

  /// {@return the extra column of a list in a row: the row's id} Valid until the next call.
  ///
  /// @param id the id
  ListExtras link(byte[] id) {
    ExtraColumn column = extras.get(Tables.LINK);
    if (column == null) {
      throw new IllegalStateException("A table of list elements has no link.");
    }
    ListExtras extra = link;
    if (extra == null) {
      extra =
          new ListExtras(
              new String[] {column.key()},
              new JsonValue[1],
              new byte[1][],
              new int[] {column.field().column});
      link = extra;
    }
    extra.values()[0] = new JsonString(new String(id, StandardCharsets.UTF_8));
    extra.cells()[0] = id;
    return extra;
  }
}

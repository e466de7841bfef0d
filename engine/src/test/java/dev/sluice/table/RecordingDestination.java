package dev.sluice.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keeps tables in memory.
public final class RecordingDestination implements Destination {
  private final Map<String, Table> tables = new TreeMap<>();

  /// A table with all its rows.
  ///
  /// @param columns the header
  /// @param primaryKey the key's columns
  /// @param rows the cells of each row
  public record Table(List<String> columns, List<String> primaryKey, List<List<String>> rows) {

    /// {@return the table as CSV}
    public String csv() {
      var csv = new StringBuilder();
      addLine(columns, csv);
      rows.forEach(row -> addLine(row, csv));
      return csv.toString();
    }

    private static void addLine(List<String> cells, StringBuilder csv) {
      for (int i = 0; i < cells.size(); i++) {
        csv.append(i == 0 ? "\"" : ",\"").append(cells.get(i).replace("\"", "\"\"")).append('"');
      }
      csv.append('\n');
    }
  }

  private static final class RecordingWriter implements TableWriter {
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    RecordingWriter(List<String> columns) {
      this.columns = columns;
    }

    @Override
    public void write(String[] cells) {
      if (cells.length != columns.size()) {
        throw new IllegalStateException("A row of " + cells.length + " cells for " + columns);
      }
      rows.add(List.of(cells));
    }
  }

  @Override
  public TableWriter begin(List<String> columns) {
    return new RecordingWriter(List.copyOf(columns));
  }

  @Override
  public void finish(
      String table, List<String> columns, List<String> primaryKey, List<TableWriter> parts) {
    List<List<String>> rows = new ArrayList<>();
    for (TableWriter part : parts) {
      var writer = (RecordingWriter) part;
      if (!writer.columns.equals(columns)) {
        throw new IllegalStateException("'" + table + "' was begun with other columns.");
      }
      rows.addAll(writer.rows);
    }
    if (tables.put(table, new Table(columns, primaryKey, rows)) != null) {
      throw new IllegalStateException("'" + table + "' was finished twice.");
    }
  }

  /// {@return the finished tables by name, in alphabetical order}
  public Map<String, Table> tables() {
    return tables;
  }

  /// {@return the finished tables as lines: the header, then the rows, cells joined by commas}
  public Map<String, List<String>> lines() {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    tables.forEach((name, table) -> {
      List<String> all = new ArrayList<>(List.of(String.join(",", table.columns())));
      table.rows().forEach(row -> all.add(String.join(",", row)));
      lines.put(name, all);
    });
    return lines;
  }

  /// {@return the primary keys of the finished tables}
  public Map<String, List<String>> primaryKeys() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    tables.forEach((name, table) -> keys.put(name, table.primaryKey()));
    return keys;
  }
}

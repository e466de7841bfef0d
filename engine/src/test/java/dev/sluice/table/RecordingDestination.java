package dev.sluice.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps tables as lists of lines: the header, then the rows, cells joined by commas.
public final class RecordingDestination implements Destination {
  private final Map<String, List<String>> tables = new LinkedHashMap<>();
  private final Map<String, List<String>> primaryKeys = new LinkedHashMap<>();
  private final Map<TableWriter, List<String>> rows = new LinkedHashMap<>();

  @Override
  public TableWriter begin(List<String> columns) {
    List<String> lines = new ArrayList<>();
    TableWriter writer =
        new TableWriter() {
          @Override
          public void write(String[] cells) {
            if (cells.length != columns.size()) {
              throw new AssertionError("A row of " + cells.length + " cells for " + columns);
            }
            lines.add(String.join(",", cells));
          }
        };
    rows.put(writer, lines);
    return writer;
  }

  @Override
  public void finish(
      String table, List<String> columns, List<String> primaryKey, List<TableWriter> parts) {
    List<String> lines = new ArrayList<>(List.of(String.join(",", columns)));
    parts.forEach(part -> lines.addAll(rows.getOrDefault(part, List.of("foreign writer"))));
    if (tables.put(table, lines) != null) {
      throw new AssertionError("Table '" + table + "' is finished twice.");
    }
    primaryKeys.put(table, primaryKey);
  }

  /// {@return the finished tables by name, in the order in which they were finished}
  public Map<String, List<String>> tables() {
    return tables;
  }

  /// {@return the primary keys of the finished tables}
  public Map<String, List<String>> primaryKeys() {
    return primaryKeys;
  }
}

package dev.sluice.table.automatic;

import dev.sluice.table.Row;
import dev.sluice.table.TableWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A table that rows go to: from one place of the structure or, when their names are equal, from
/// several.
final class Output {
  private final String name;
  private final String path;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private @Nullable TableWriter writer;

  /// Starts a table without rows.
  ///
  /// @param name the table's name
  /// @param path the place of its first rows, for messages
  /// @param header the columns
  Output(String name, String path, List<String> header) {
    this.name = name;
    this.path = path;
    header.forEach(this::column);
  }

  String name() {
    return name;
  }

  String path() {
    return path;
  }

  /// {@return the header so far}
  List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /// {@return the place of a column, added at the end if it is missing}
  ///
  /// @throws IllegalStateException if it is missing, but rows are being written
  int column(String column) {
    Integer known = columns.get(column);
    if (known != null) {
      return known;
    }
    if (writer != null) {
      throw new IllegalStateException("Table '" + name + "' has no column '" + column + "'.");
    }
    columns.put(column, columns.size());
    return columns.size() - 1;
  }

  /// Lets the rows go to a writer, which was begun with the columns known now.
  ///
  /// @param target takes the rows
  void writeTo(TableWriter target) {
    writer = target;
  }

  /// {@return what takes the rows, if they are written at all}
  @Nullable TableWriter writer() {
    return writer;
  }

  /// Writes a row, if rows are written at all.
  ///
  /// @param row the cells by the places of the columns
  void write(Row row) {
    if (writer != null) {
      writer.write(row);
    }
  }
}

package dev.sluice.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A table of the output, read by a reader of its own so that the writer is not judged by itself.
///
/// @param header the names of the columns
/// @param rows the cells, row by row
record CsvTable(List<String> header, List<List<String>> rows) {

  /// {@return a table}
  ///
  /// @param file every cell enclosed in quotation marks, lines ended by LF (spec: tables §1.1)
  static CsvTable read(Path file) throws IOException {
    String text = Files.readString(file);
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '"') {
        throw new IOException("a cell without quotation marks at " + at + " of " + file);
      }
      var cell = new StringBuilder();
      at++;
      while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
        cell.append(text.charAt(at));
        at += text.charAt(at) == '"' ? 2 : 1;
      }
      line.add(cell.toString());
      char end = text.charAt(at + 1);
      if (end == '\n') {
        lines.add(List.copyOf(line));
        line.clear();
      } else if (end != ',') {
        throw new IOException("neither comma nor line end at " + at + " of " + file);
      }
      at += 2;
    }
    if (!line.isEmpty()) {
      throw new IOException("a line without an end in " + file);
    }
    return new CsvTable(lines.getFirst(), List.copyOf(lines.subList(1, lines.size())));
  }

  /// {@return the cells of one column}
  ///
  /// @param name its name
  List<String> column(String name) {
    int index = header.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + name + " in " + header);
    }
    return rows.stream().map(row -> row.get(index)).toList();
  }
}

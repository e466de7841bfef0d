package dev.sluice.table.legacy;

import dev.sluice.event.Level;
import dev.sluice.json.JsonObject;
import dev.sluice.table.Destination;
import dev.sluice.table.TableWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables of a writing pass. A table that gets a column after its first row can't be finished
/// in this pass; the next one begins with all columns.
final class LegacyOutputs {
  private final Destination destination;
  private final Notices notices;
  private final Map<String, List<String>> headers;
  private final Map<String, Output> outputs = new LinkedHashMap<>();
  private boolean complete = true;

  /// @param headers the columns found by an earlier pass, by table; may be empty
  LegacyOutputs(Destination destination, Notices notices, Map<String, List<String>> headers) {
    this.destination = destination;
    this.notices = notices;
    this.headers = headers;
  }

  /// One table.
  final class Output {
    private final String name;
    private final String path;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private @Nullable TableWriter writer;

    private Output(String name, String path, List<String> header) {
      this.name = name;
      this.path = path;
      header.forEach(column -> columns.put(column, columns.size()));
      if (header.isEmpty()) {
        notices.tell(
            Level.WARNING,
            "There is no table '" + name + "', because its rows have no columns.",
            JsonObject.EMPTY);
      } else {
        writer = destination.begin(header);
      }
    }

    String[] newRow() {
      String[] cells = new String[columns.size()];
      java.util.Arrays.fill(cells, "");
      return cells;
    }

    boolean has(String column) {
      return columns.containsKey(column);
    }

    /// {@return the place of a column, made at the end if there is none}
    int place(String column) {
      Integer known = columns.get(column);
      if (known != null) {
        return known;
      }
      columns.put(column, columns.size());
      complete = false;
      writer = null;
      return columns.size() - 1;
    }

    void write(String[] cells) {
      if (writer != null) {
        writer.write(cells);
      }
    }
  }

  /// {@return the table of that name, begun if it is new}
  ///
  /// @param name the table's name
  /// @param path the type path of the rows
  /// @param header the columns of the rows
  Output open(String name, String path, List<String> header) {
    Output known = outputs.get(name);
    if (known == null) {
      known = new Output(name, path, headers.getOrDefault(name, header));
      outputs.put(name, known);
    } else if (!known.path.equals(path)) {
      notices.tell(
          Level.WARNING,
          "The rows of '%s' and '%s' go to one table, because both are named '%s'."
              .formatted(known.path, path, name),
          JsonObject.EMPTY);
    }
    header.forEach(known::place);
    return known;
  }

  /// {@return whether every row has been written with all columns}
  boolean isComplete() {
    return complete;
  }

  /// {@return the columns of each table}
  Map<String, List<String>> headers() {
    Map<String, List<String>> found = new LinkedHashMap<>();
    outputs.forEach((name, output) -> found.put(name, List.copyOf(output.columns.keySet())));
    return found;
  }

  /// Hands the tables over.
  void finish() {
    for (Output output : outputs.values()) {
      if (output.writer != null) {
        destination.finish(
            output.name, List.copyOf(output.columns.keySet()), List.of(), List.of(output.writer));
      }
    }
  }
}

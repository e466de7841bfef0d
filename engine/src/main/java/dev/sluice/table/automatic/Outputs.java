package dev.sluice.table.automatic;

import dev.sluice.event.Events;
import dev.sluice.table.Destination;
import dev.sluice.table.TableWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables of a writing pass, in the order in which they were opened.
final class Outputs {
  private final Map<String, Output> outputs = new LinkedHashMap<>();
  private final Map<String, List<String>> headers;
  private final @Nullable Destination destination;
  private final Events events;

  private Outputs(
      Map<String, List<String>> headers, @Nullable Destination destination, Events events) {
    this.headers = headers;
    this.destination = destination;
    this.events = events;
  }

  /// {@return outputs that only find out the headers}
  static Outputs rehearsal() {
    return new Outputs(Map.of(), null, Events.NONE);
  }

  /// {@return outputs that write}
  ///
  /// @param headers the headers found in a rehearsal, by table; tables that are missing here have
  ///   the header they are opened with
  /// @param destination makes the writers
  /// @param events gets warnings
  static Outputs to(Map<String, List<String>> headers, Destination destination, Events events) {
    return new Outputs(headers, destination, events);
  }

  /// {@return the table of that name, begun if it is new, with room for the columns}
  ///
  /// @param table its name
  /// @param path the place of the rows, for messages
  /// @param columns the columns of the rows
  Output open(String table, String path, List<String> columns) {
    Output known = outputs.get(table);
    if (known != null) {
      events.warning(
          "The rows of '%s' and '%s' go to one table, because both are named '%s'."
              .formatted(known.path(), path, table));
      columns.forEach(known::column);
      return known;
    }
    var output = new Output(table, path, headers.getOrDefault(table, columns));
    outputs.put(table, output);
    if (output.columns().isEmpty()) {
      events.warning("There is no table '" + table + "', because its rows have no columns.");
    } else if (destination != null) {
      output.writeTo(destination.begin(output.columns()));
    }
    return output;
  }

  /// {@return the header of each table opened so far}
  Map<String, List<String>> headers() {
    Map<String, List<String>> found = new LinkedHashMap<>();
    outputs.forEach((table, output) -> found.put(table, output.columns()));
    return found;
  }

  /// Hands the tables over.
  void finish() {
    for (Output output : outputs.values()) {
      TableWriter writer = output.writer();
      if (writer != null && destination != null) {
        destination.finish(output.name(), output.columns(), List.of(), List.of(writer));
      }
    }
  }
}

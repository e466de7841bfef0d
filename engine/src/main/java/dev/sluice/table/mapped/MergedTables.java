package dev.sluice.table.mapped;

import dev.sluice.event.Events;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.table.Destination;
import dev.sluice.table.TableWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds back finished tables, so that tables of one name become one (spec: tables §4.8). Not
/// thread-safe.
final class MergedTables implements Destination {
  private final Destination destination;
  private final Events events;
  private final Map<String, Table> tables = new LinkedHashMap<>();

  private record Table(List<String> columns, List<String> primaryKey, List<TableWriter> parts) {}

  MergedTables(Destination destination, Events events) {
    this.destination = destination;
    this.events = events;
  }

  @Override
  public TableWriter begin(List<String> columns) {
    return destination.begin(columns);
  }

  /// {@inheritDoc}
  ///
  /// @throws UserError if there is a table of that name with other columns
  @Override
  public void finish(
      String table, List<String> columns, List<String> primaryKey, List<TableWriter> parts) {
    Table first = tables.get(table);
    if (first == null) {
      tables.put(table, new Table(columns, primaryKey, new ArrayList<>(parts)));
      return;
    }
    events.debug("Merging results for '" + table + "'.");
    if (!first.columns().equals(columns)) {
      String message = "Multiple results for '" + table + "' table have different columns!";
      String remedy = "They are " + first.columns() + " and " + columns + ". ";
      throw new UserError(
          Problem.of(message, remedy + "Name one of the tables otherwise in 'mappings'."));
    }
    first.parts().addAll(parts);
  }

  /// Hands all tables on, in the order in which they were first finished.
  void handOver() {
    tables.forEach((name, table) ->
        destination.finish(name, table.columns(), table.primaryKey(), table.parts()));
  }
}

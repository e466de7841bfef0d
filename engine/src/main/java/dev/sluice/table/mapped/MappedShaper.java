package dev.sluice.table.mapped;

import dev.sluice.config.Mappings;
import dev.sluice.config.TableMapping;
import dev.sluice.event.Events;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.table.CellText;
import dev.sluice.table.Destination;
import dev.sluice.table.Page;
import dev.sluice.table.RowKey;
import dev.sluice.table.Shaper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Converts by explicit mappings; rows are written as they come. Data types without a mapping go to
/// another shaper (spec: tables §4).
public final class MappedShaper implements Shaper {
  private final Mappings mappings;
  private final Map<String, MappedTable> tables = new LinkedHashMap<>();
  private final MergedTables merged;
  private final Shaper unmapped;

  /// Prepares the tables; nothing is written yet.
  ///
  /// @param mappings those of the first configuration that uses the bucket
  /// @param form how values become text
  /// @param destination takes the tables
  /// @param events told of what is lost or merged
  /// @param unmapped makes the shaper of all other data types for a destination, which merges its
  ///   tables with the mapped ones
  public MappedShaper(
      Mappings mappings,
      CellText form,
      Destination destination,
      Events events,
      Function<Destination, Shaper> unmapped) {
    this.mappings = mappings;
    this.merged = new MergedTables(destination, events);
    this.unmapped = unmapped.apply(merged);
    var shared = new SharedParts(form, destination, events, new RowKey());
    for (TableMapping mapping : mappings.tables()) {
      tables.put(mapping.table(), new MappedTable(mapping, shared));
    }
  }

  @Override
  public long take(Page page) {
    MappedTable table = tables.get(page.dataType());
    if (table == null) {
      return unmapped.take(page);
    }
    Problem refusal = mappings.refusals().get(page.dataType());
    if (refusal != null) {
      throw new UserError(refusal);
    }
    table.open();
    long rows = 0;
    for (JsonValue row : page.rows()) {
      table.take(row, "", page);
      rows++;
    }
    return rows;
  }

  @Override
  public void finish() {
    tables.values().forEach(table -> table.finish(merged));
    unmapped.finish();
    merged.handOver();
  }

  /// {@return nothing: the state keeps the structure it came with} (spec: tables §4.1)
  @Override
  public Optional<JsonObject> structure() {
    return Optional.empty();
  }

  @Override
  public void close() {
    unmapped.close();
  }
}

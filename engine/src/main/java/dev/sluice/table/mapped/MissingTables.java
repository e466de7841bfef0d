package dev.sluice.table.mapped;

import dev.sluice.config.MappingItem;
import dev.sluice.config.Mappings;
import dev.sluice.config.TableMapping;
import java.util.ArrayList;
import java.util.List;

/// The tables that a configuration promises whether or not there is data for them (spec: tables
/// §4.9, run-and-http §1.9).
public final class MissingTables {
  private MissingTables() {}

  /// {@return a header for each mapped table, nested ones before those they stand in}
  ///
  /// @param mappings those of one configuration, whether or not they were used for converting
  /// @param lossless whether headers have the link columns that the same tables have with data
  public static List<TableHeader> of(Mappings mappings, boolean lossless) {
    List<TableHeader> headers = new ArrayList<>();
    for (TableMapping mapping : mappings.tables()) {
      add(mapping, lossless, headers);
    }
    return headers;
  }

  private static void add(TableMapping mapping, boolean lossless, List<TableHeader> headers) {
    for (MappingItem item : mapping.items()) {
      if (item instanceof MappingItem.ChildTable(_, _, TableMapping child)) {
        add(child, lossless, headers);
      }
    }
    List<String> columns = lossless ? mapping.columns() : mapping.columnsWithoutLinks();
    headers.add(new TableHeader(mapping.table(), columns, mapping.primaryKey()));
  }
}

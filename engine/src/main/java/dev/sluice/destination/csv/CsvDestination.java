package dev.sluice.destination.csv;

import dev.sluice.table.Destination;
import dev.sluice.table.TableWriter;
import java.util.List;
import java.util.Optional;

/// The tables of one bucket as CSV files, one manifest each (spec: run-and-http §1.7-§1.9, tables
/// §5). Used by one thread only.
public final class CsvDestination implements Destination {
  private final Optional<String> bucket;
  private final Staging staging;
  private boolean incremental;

  CsvDestination(Optional<String> bucket, Staging staging) {
    this.bucket = bucket;
    this.staging = staging;
  }

  /// Says whether rows are to be added to the tables of earlier runs. May be called again until the
  /// publication: of several configurations that share a bucket, the last one decides for all
  /// tables with data.
  ///
  /// @param incremental the configuration's `incrementalOutput`
  public void setIncremental(boolean incremental) {
    this.incremental = incremental;
  }

  /// {@return whether this run has made a table of that name}
  ///
  /// @param table the table's name
  public boolean has(String table) {
    return staging.has(file(table));
  }

  @Override
  public TableWriter begin(List<String> columns) {
    return staging.begin(columns);
  }

  /// {@inheritDoc}
  ///
  /// @throws dev.sluice.problem.UserError if no file can have that name, or this run has made a
  ///   file of that name already
  @Override
  public void finish(
      String table, List<String> columns, List<String> primaryKey, List<TableWriter> parts) {
    List<String> key = List.copyOf(primaryKey);
    staging.add(
        new StagedTable(
            file(table),
            whole(columns, parts),
            () -> new Manifest(destination(table), incremental, key, false)));
  }

  /// Adds a table without rows, unless this run has made one of that name (spec: run-and-http
  /// §1.9).
  ///
  /// @param table the table's name
  /// @param columns the header; nothing happens if it is empty
  /// @param primaryKey names of the key's columns; empty for none
  /// @param incremental the `incrementalOutput` of the configuration that asks for the table
  public void addMissing(
      String table, List<String> columns, List<String> primaryKey, boolean incremental) {
    if (columns.isEmpty() || has(table)) {
      return;
    }
    var manifest = new Manifest(destination(table), incremental, List.copyOf(primaryKey), true);
    CsvTableWriter header = staging.begin(columns);
    header.close();
    staging.add(new StagedTable(file(table), header, () -> manifest));
  }

  private CsvTableWriter whole(List<String> columns, List<TableWriter> parts) {
    CsvTableWriter first = parts.isEmpty() ? staging.begin(columns) : staging.own(parts.getFirst());
    first.close();
    for (TableWriter part : parts.subList(Math.min(1, parts.size()), parts.size())) {
      staging.own(part).close();
      first.append(staging.own(part));
    }
    return first;
  }

  private String file(String table) {
    return bucket.map(name -> name + "." + table).orElse(table);
  }

  private Optional<String> destination(String table) {
    return bucket.map(name -> "in.c-" + name + "." + table);
  }
}

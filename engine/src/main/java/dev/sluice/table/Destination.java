package dev.sluice.table;

import java.util.List;

/// Where the tables of one bucket go. Nothing is visible before the run publishes it. Called by one
/// thread only.
public interface Destination {

  /// {@return a writer for rows of a table to be; several may be open at once}
  ///
  /// @param columns the header: unique names, in order
  TableWriter begin(List<String> columns);

  /// Makes a table of what was written.
  ///
  /// @param table the table's name, already clean where the conversion cleans names
  /// @param columns the header
  /// @param primaryKey names of the key's columns; empty for none
  /// @param parts the writers whose rows make up the table, in this order; all begun with the same
  ///   columns
  void finish(String table, List<String> columns, List<String> primaryKey, List<TableWriter> parts);
}

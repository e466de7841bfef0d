package dev.sluice.table;

/// Takes the rows of one table. Not thread-safe.
public interface TableWriter {

  /// Writes a row.
  ///
  /// @param cells as many texts as the table has columns; the array may be reused by the caller
  ///   afterwards
  void write(String[] cells);
}

package dev.sluice.table;

/// Takes the rows of one table. Not thread-safe.
public interface TableWriter {

  /// Writes a row.
  ///
  /// @param cells as many texts as the table has columns; the array may be reused by the caller
  ///   afterwards
  void write(String[] cells);

  /// Writes a row whose cells are at hand as bytes. A writer that stores UTF-8 should take them as
  /// they are.
  ///
  /// @param row as many cells as the table has columns; it may be filled anew by the caller
  ///   afterwards
  default void write(Row row) {
    String[] cells = new String[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.text(i);
    }
    write(cells);
  }
}

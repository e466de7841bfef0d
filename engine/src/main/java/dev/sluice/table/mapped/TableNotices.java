package dev.sluice.table.mapped;

import dev.sluice.event.Events;
import java.util.HashSet;
import java.util.Set;

/// Tells what is odd about the rows of one table, each thing once. Not thread-safe.
final class TableNotices {
  private final Events events;
  private final String table;
  private final Set<String> told = new HashSet<>();

  /// @param events gets the warnings
  /// @param table the table's name
  TableNotices(Events events, String table) {
    this.events = events;
    this.table = table;
  }

  /// There is nothing to write.
  void noColumns() {
    tell("Table '" + table + "' is not written, because no column is mapped to it.");
  }

  /// A missing value became a row (spec: tables §4.5, T-12).
  ///
  /// @param parent the table of the row that has no value
  void blankRows(String parent) {
    tell(
        "Table '"
            + table
            + "' gets a row without values for each row of '"
            + parent
            + "' that has nothing for it. With \"lossless\": true in 'config' such rows are left"
            + " out.");
  }

  /// A number is written with less than it says (spec: tables §1.2).
  ///
  /// @param column the cell's column
  void tooLarge(String column) {
    tell(
        "Numbers of column '"
            + column
            + "' in table '"
            + table
            + "' are too large to be written exactly. With \"lossless\": true in 'config' they keep"
            + " all digits.");
  }

  private void tell(String message) {
    if (told.add(message)) {
      events.warning(message);
    }
  }
}

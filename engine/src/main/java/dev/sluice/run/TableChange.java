package dev.sluice.run;

import java.util.List;

/// How a table differs from what the state tells of the runs before.
///
/// @param table the name of its file in `out/tables`
/// @param kind what is different
/// @param columns which columns it is about; none for a whole table
public record TableChange(String table, Kind kind, List<String> columns) {
  private static final int MOST_NAMES = 20;

  /// Keeps an unmodifiable copy.
  public TableChange {
    columns = List.copyOf(columns);
  }

  /// What can be different.
  public enum Kind {
    /// No run before has made it.
    NEW_TABLE,
    /// The last run made it, this one did not.
    GONE_TABLE,
    /// It has columns that it never had.
    NEW_COLUMNS,
    /// It lacks columns that it had.
    GONE_COLUMNS,
    /// Columns that had values are empty in all rows. They stay in the table, as its structure is
    /// kept from run to run (spec: tables §2.15).
    EMPTY_COLUMNS
  }

  static TableChange of(String table, Kind kind) {
    return new TableChange(table, kind, List.of());
  }

  /// {@return a sentence for people}
  public String text() {
    return "The table '" + table + "' " + predicate();
  }

  private String predicate() {
    return switch (kind) {
      case NEW_TABLE -> "is new.";
      case GONE_TABLE -> "was not made this time: no rows came for it.";
      case NEW_COLUMNS -> "has new columns: " + listed() + ".";
      case GONE_COLUMNS -> "has lost columns: " + listed() + ".";
      case EMPTY_COLUMNS -> "has no values any more in: " + listed() + ".";
    };
  }

  private String listed() {
    int more = columns.size() - MOST_NAMES;
    return more < 2
        ? String.join(", ", columns)
        : String.join(", ", columns.subList(0, MOST_NAMES)) + " and " + more + " more";
  }
}

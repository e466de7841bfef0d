package dev.sluice.config;

/// What a mapping makes of one path of a row (spec: tables §4.2).
public sealed interface MappingItem {

  /// A value of the row in a column.
  ///
  /// @param path where in the row (spec: tables §4.3)
  /// @param delimiter separates the path's steps; not empty
  /// @param destination the column's name
  /// @param primaryKey whether the column belongs to the primary key
  /// @param forceType whether lists and objects are written as JSON
  record Column(
      String path, String delimiter, String destination, boolean primaryKey, boolean forceType)
      implements MappingItem {}

  /// A value of the extra columns in a column.
  ///
  /// @param path where in the extra columns, steps separated by a slash
  /// @param destination the column's name
  /// @param primaryKey whether the column belongs to the primary key
  record UserColumn(String path, String destination, boolean primaryKey) implements MappingItem {}

  /// A value of the row as rows of another table.
  ///
  /// @param path where in the row
  /// @param delimiter separates the path's steps; not empty
  /// @param mapping the other table; its parent key is empty if there are no link columns
  record ChildTable(String path, String delimiter, TableMapping mapping) implements MappingItem {}

  /// A value of the row as rows of the table that the row itself is in (spec: tables §4.7).
  ///
  /// @param path where in the row
  /// @param delimiter separates the path's steps; not empty
  record OwnTable(String path, String delimiter) implements MappingItem {}

  /// {@return whether the item is a column of the primary key}
  default boolean isKey() {
    return switch (this) {
      case Column column -> column.primaryKey();
      case UserColumn column -> column.primaryKey();
      case ChildTable _, OwnTable _ -> false;
    };
  }
}

package dev.sluice.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How rows become rows of one table (spec: tables §4).
///
/// @param table the table's name, used as it is
/// @param items what the rows' paths become, in the order of the columns
/// @param parentKey the column that holds the parent row's key; empty for the table of a data type,
///   and where links are switched off
public record TableMapping(String table, List<MappingItem> items, Optional<ParentKey> parentKey) {

  /// The column of a child table that holds the key of the row it came from.
  ///
  /// @param destination the column's name
  /// @param primaryKey whether it belongs to the child table's primary key
  public record ParentKey(String destination, boolean primaryKey) {}

  /// Keeps an unmodifiable copy.
  public TableMapping {
    items = List.copyOf(items);
  }

  /// {@return the names of the primary key's columns; empty if the table has none} (spec: tables
  /// §4.4)
  public List<String> primaryKey() {
    List<String> key = new ArrayList<>();
    for (MappingItem item : items) {
      if (item.isKey()) {
        column(item, false).ifPresent(key::add);
      }
    }
    parentKey.filter(ParentKey::primaryKey).ifPresent(parent -> key.add(parent.destination()));
    return key;
  }

  /// {@return whether the table has a primary key}
  public boolean hasPrimaryKey() {
    return items.stream().anyMatch(MappingItem::isKey)
        || parentKey.filter(ParentKey::primaryKey).isPresent();
  }

  /// {@return the header of a table with data} Without a primary key it has a link column for each
  /// child table (spec: tables §4.4).
  public List<String> columns() {
    return columns(!hasPrimaryKey());
  }

  /// {@return the header that the original gives to a table without data: without link columns}
  /// (spec: tables §4.9)
  public List<String> columnsWithoutLinks() {
    return columns(false);
  }

  private List<String> columns(boolean links) {
    List<String> columns = new ArrayList<>();
    items.forEach(item -> column(item, links).ifPresent(columns::add));
    parentKey.ifPresent(parent -> columns.add(parent.destination()));
    return columns;
  }

  private static Optional<String> column(MappingItem item, boolean links) {
    return switch (item) {
      case MappingItem.Column column -> Optional.of(column.destination());
      case MappingItem.UserColumn column -> Optional.of(column.destination());
      case MappingItem.ChildTable(_, _, TableMapping child) ->
          links && child.parentKey().isPresent() ? Optional.of(child.table()) : Optional.empty();
      case MappingItem.OwnTable _ -> Optional.empty();
    };
  }
}

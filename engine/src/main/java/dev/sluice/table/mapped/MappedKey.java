package dev.sluice.table.mapped;

import dev.sluice.config.MappingItem;
import dev.sluice.config.TableMapping;
import dev.sluice.config.TableMapping.ParentKey;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.table.Page;
import java.util.ArrayList;
import java.util.List;

/// What child rows know their parent row by (spec: tables §4.6).
final class MappedKey {
  private final SharedParts shared;
  private final List<Part> parts;

  private sealed interface Part {
    record Row(Lookup lookup) implements Part {}

    record Extra(String name) implements Part {}

    record Parent() implements Part {}
  }

  private MappedKey(SharedParts shared, List<Part> parts) {
    this.shared = shared;
    this.parts = parts;
  }

  static MappedKey of(TableMapping mapping, SharedParts shared) {
    List<Part> parts = new ArrayList<>();
    for (MappingItem item : mapping.items()) {
      switch (item) {
        case MappingItem.Column column when column.primaryKey() ->
            parts.add(new Part.Row(Lookup.of(column.path(), column.delimiter())));
        // By its whole name, although the column's own value is looked up step by step.
        case MappingItem.UserColumn column when column.primaryKey() ->
            parts.add(new Part.Extra(column.path()));
        default -> {}
      }
    }
    if (mapping.parentKey().filter(ParentKey::primaryKey).isPresent()) {
      parts.add(new Part.Parent());
    }
    return new MappedKey(shared, parts);
  }

  /// {@return whether the table has a primary key}
  boolean isPrimary() {
    return !parts.isEmpty();
  }

  /// {@return the values of the primary key joined by commas; without one, a hash of the row}
  ///
  /// @param row a row of the table
  /// @param parentKey the key of the row it came from
  /// @param page the page it came with
  String of(JsonValue row, String parentKey, Page page) {
    if (parts.isEmpty()) {
      return shared.rowKey().of(row, page.extra());
    }
    var key = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      JsonValue value = value(parts.get(i), row, parentKey, page);
      if (!value.isScalarOrNull()) {
        throw MappingProblem.keyNotScalar(page, values(row, parentKey, page));
      }
      key.append(i > 0 ? "," : "").append(shared.form().text(value));
    }
    return key.toString();
  }

  private List<JsonValue> values(JsonValue row, String parentKey, Page page) {
    return parts.stream().map(part -> value(part, row, parentKey, page)).toList();
  }

  private static JsonValue value(Part part, JsonValue row, String parentKey, Page page) {
    JsonValue value =
        switch (part) {
          case Part.Row(Lookup lookup) -> lookup.in(row);
          case Part.Extra(String name) -> page.extra().valueOrNull(name);
          case Part.Parent() -> new JsonString(parentKey);
        };
    return value == null ? JsonNull.NULL : value;
  }
}

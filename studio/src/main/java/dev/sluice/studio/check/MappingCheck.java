package dev.sluice.studio.check;

import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.studio.check.Finding.Severity;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Pointer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rules about mappings.
///
/// @param document secrets in their places
/// @param findings gets what is found
record MappingCheck(ConfigDocument document, List<Finding> findings) {

  void report() {
    JsonObject config = document.parameters().object("config");
    config
        .object("mappings")
        .forEach((name, mapping) -> {
          if (mapping instanceof JsonObject columns) {
            Pointer pointer = new Pointer(List.of("config", "mappings", name));
            mapping(columns, document.inParameters(pointer));
          }
        });
  }

  /// {@return whether a mapping has a primary key}
  static boolean hasKey(JsonValue mapping) {
    return mapping instanceof JsonObject columns
        && columns.members().values().stream()
            .map(MappingCheck::inner)
            .anyMatch(inner -> JsonBoolean.TRUE.equals(inner.valueOrNull("primaryKey")));
  }

  private void mapping(JsonObject columns, Pointer pointer) {
    Set<String> names = new HashSet<>();
    columns.forEach((path, value) -> {
      Pointer here = pointer.child(path);
      switch (value) {
        case JsonString(String name) -> name(name, here, names);
        case JsonObject column when isColumn(column) -> column(column, here, names);
        case JsonObject table -> {
          if (table.valueOrNull("tableMapping") instanceof JsonObject inner) {
            mapping(inner, here.child("tableMapping"));
          }
        }
        default -> {}
      }
    });
  }

  private static boolean isColumn(JsonObject item) {
    JsonValue type = item.find("type").orElse(new JsonString("column"));
    return type.equals(new JsonString("column")) || type.equals(new JsonString("user"));
  }

  private void column(JsonObject column, Pointer pointer, Set<String> names) {
    JsonObject inner = inner(column);
    String name = inner.valueOrNull("destination") instanceof JsonString(String text) ? text : "";
    Pointer destination = pointer.child("mapping").child("destination");
    name(name, destination, names);
    boolean isJson = JsonBoolean.TRUE.equals(column.find("forceType").orElse(JsonNull.NULL));
    if (isJson && JsonBoolean.TRUE.equals(inner.valueOrNull("primaryKey"))) {
      findings.add(
          Finding.of(
              pointer.child("mapping").child("primaryKey"),
              Severity.WARNING,
              "json_key",
              name + " is stored as JSON text"));
    }
  }

  private void name(String name, Pointer pointer, Set<String> names) {
    if (name.isBlank()) {
      findings.add(Finding.of(pointer, Severity.ERROR, "column_name", "Give the column a name"));
    } else if (!names.add(name)) {
      findings.add(
          Finding.of(pointer, Severity.ERROR, "column_twice", "Column " + name + " is used twice"));
    }
  }

  private static JsonObject inner(JsonValue item) {
    return item instanceof JsonObject object ? object.object("mapping") : JsonObject.EMPTY;
  }
}

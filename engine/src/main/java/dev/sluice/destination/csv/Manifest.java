package dev.sluice.destination.csv;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.JsonText;
import java.util.List;
import java.util.Optional;

/// What the platform is told about a table (spec: run-and-http §1.8, tables §5).
///
/// @param destination the table's full name; empty in the default bucket
/// @param incremental whether rows are added to the table, rather than replacing it
/// @param primaryKey names of the key's columns; empty for none
/// @param startsWithIncremental the order in which the original writes the manifests of tables
///   without data
record Manifest(
    Optional<String> destination,
    boolean incremental,
    List<String> primaryKey,
    boolean startsWithIncremental) {

  /// {@return the manifest as compact JSON, without a line break}
  String text() {
    var object = JsonObject.builder();
    if (startsWithIncremental) {
      object.put("incremental", JsonBoolean.of(incremental));
      destination.ifPresent(name -> object.put("destination", name));
    } else {
      destination.ifPresent(name -> object.put("destination", name));
      object.put("incremental", JsonBoolean.of(incremental));
    }
    if (!primaryKey.isEmpty()) {
      List<JsonValue> names = primaryKey.stream().<JsonValue>map(JsonString::new).toList();
      object.put("primary_key", new JsonArray(names));
    }
    return JsonText.of(object.build());
  }
}

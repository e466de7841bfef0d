package dev.sluice.table.automatic;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.Map;

/// Structures as they stand in the state file.
public final class StoredStructures {
  private StoredStructures() {}

  /// {@return both structures united; what the later one knows counts} For buckets of one run that
  /// learned independently of each other. Keys keep the order of the earlier one, new ones follow.
  /// What an earlier kind left behind is left out (spec: tables §2.15).
  ///
  /// @param earlier the value of `json_parser.struct`
  /// @param later the structure of another conversion
  public static JsonObject merge(JsonObject earlier, JsonObject later) {
    Map<String, JsonValue> united = earlier.members();
    later.forEach((key, value) -> united.merge(key, value, StoredStructures::value));
    if (later.has(StructureReader.KIND)) {
      boolean isList = new JsonString(Kind.ARRAY.word()).equals(united.get(StructureReader.KIND));
      united
          .keySet()
          .removeIf(key ->
              isList ? key.startsWith(StructureReader.FIELD) : key.equals(StructureReader.ELEMENT));
    }
    return JsonObject.of(united);
  }

  private static JsonValue value(JsonValue earlier, JsonValue later) {
    if (earlier instanceof JsonObject before && later instanceof JsonObject after) {
      return merge(before, after);
    }
    return earlier instanceof JsonObject && later.equals(JsonArray.EMPTY) ? earlier : later;
  }
}

package dev.sluice.table.automatic;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes the structure for the state file, in the form of the original (spec: tables §2.15).
final class StructureWriter {
  private StructureWriter() {}

  /// {@return the value of `json_parser.struct`} What was left behind when values became lists is
  /// left out.
  ///
  /// @param structure what is known
  static JsonObject write(Structure structure) {
    Map<String, JsonValue> types = new LinkedHashMap<>();
    for (Node root : structure.roots()) {
      // A type is known once its first page was learned.
      if (root.kind != null) {
        types.put(StructureReader.FIELD + root.key, node(root));
      }
    }
    Map<String, JsonValue> aliases = new LinkedHashMap<>();
    structure.aliases().forEach((key, alias) -> aliases.put(key, new JsonString(alias)));
    return JsonObject.builder()
        .put(StructureReader.DATA, map(types))
        .put(StructureReader.ALIASES, map(aliases))
        .build();
  }

  /// An empty map is a list in the original's files.
  private static JsonValue map(Map<String, JsonValue> members) {
    return members.isEmpty() ? JsonArray.EMPTY : JsonObject.of(members);
  }

  private static JsonValue node(Node node) {
    JsonObject.Builder members = JsonObject.builder();
    int fields = 0;
    for (Node field : node.fields.values()) {
      ownKeys(node, fields++, members);
      if (!node.is(Kind.ARRAY)) {
        members.put(StructureReader.FIELD + field.key, node(field));
      }
    }
    ownKeys(node, fields, members);
    if (node.extra) {
      members.put(StructureReader.TYPE, StructureReader.PARENT);
    }
    return members.build();
  }

  /// Adds the keys that became known when the node had so many fields.
  private static void ownKeys(Node node, int fields, JsonObject.Builder members) {
    element(node, fields, 0, members);
    Kind kind = node.kind;
    if (kind != null && node.places.isKindAt(fields)) {
      members.put(StructureReader.KIND, kind.word());
    }
    element(node, fields, 1, members);
    String name = node.name;
    if (name != null && node.places.isNameAt(fields)) {
      members.put(StructureReader.NAME, name);
    }
    element(node, fields, 2, members);
  }

  private static void element(Node node, int fields, int before, JsonObject.Builder members) {
    Node element = node.element;
    if (element != null && node.is(Kind.ARRAY) && node.places.isElementAt(fields, before)) {
      members.put(StructureReader.ELEMENT, node(element));
    }
  }
}

package dev.sluice.table.automatic;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.table.CellText;

/// Reads the structure that an earlier run, or the original, left in the state file (spec: tables
/// §2.15).
final class StructureReader {
  /// Stands before data types and property names, so that they do not meet the other keys.
  static final String FIELD = "_";

  static final String ELEMENT = "[]";
  static final String KIND = "nodeType";
  static final String NAME = "headerNames";
  static final String TYPE = "type";
  static final String PARENT = "parent";
  static final String DATA = "data";
  static final String ALIASES = "parent_aliases";

  private StructureReader() {}

  /// Fills a structure.
  ///
  /// @param stored the value of `json_parser.struct`
  /// @param structure an empty structure
  /// @throws UserError if it is not a structure
  static void read(JsonObject stored, Structure structure) {
    stored
        .object(DATA)
        .forEach((key, root) -> node(root, structure.root(key.substring(prefix(key)))));
    stored
        .object(ALIASES)
        .forEach((key, alias) -> structure.aliases().put(key, CellText.ORIGINAL.text(alias)));
    // The original forgets which names are taken, and gives them again (spec: tables §2.15).
    structure.roots().forEach(structure.naming()::hold);
    structure.naming().nodeAdded();
  }

  private static void node(JsonValue value, Node node) {
    JsonObject definition = value instanceof JsonObject object ? object : JsonObject.EMPTY;
    if (definition.find(KIND).map(JsonValue::isEmpty).orElse(true)) {
      throw invalid("Node data type is not set.");
    }
    definition.forEach((key, part) -> part(key, part, node));
    if (node.is(Kind.ARRAY) && node.element == null) {
      throw invalid("Array node does not have array.");
    }
  }

  private static void part(String key, JsonValue part, Node node) {
    switch (key) {
      case KIND -> node.become(kind(text(key, part)));
      case NAME -> node.call(text(key, part));
      case TYPE -> node.extra = isParent(text(key, part));
      case ELEMENT -> {
        if (!isMap(part)) {
          throw invalid("Array " + ELEMENT + " is not an array.");
        }
        node(part, node.elementOrNew());
      }
      default -> {
        if (!isMap(part)) {
          throw invalid("Undefined property " + key);
        }
        node(part, node.fieldOrNew(key.substring(prefix(key))));
      }
    }
  }

  private static boolean isMap(JsonValue value) {
    return value instanceof JsonObject || value instanceof JsonArray;
  }

  private static int prefix(String key) {
    return key.startsWith(FIELD) ? FIELD.length() : 0;
  }

  private static String text(String key, JsonValue value) {
    if (isMap(value)) {
      throw invalid("Conflict property " + key);
    }
    return CellText.ORIGINAL.text(value);
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "null" -> Kind.NULL;
      case "scalar", "string", "integer", "double", "boolean" -> Kind.SCALAR;
      case "object" -> Kind.OBJECT;
      case "array" -> Kind.ARRAY;
      default -> throw invalid("Undefined data type " + word);
    };
  }

  private static boolean isParent(String type) {
    if (!type.isEmpty() && !type.equals(PARENT)) {
      throw invalid("Undefined node type " + type);
    }
    return !type.isEmpty();
  }

  private static UserError invalid(String reason) {
    return new UserError(
        Problem.of(
            "State contains an invalid table structure: " + reason,
            "Reset the state, or remove 'json_parser.struct' from it; the structure is learned"
                + " anew then."));
  }
}

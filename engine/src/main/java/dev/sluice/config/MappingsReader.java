package dev.sluice.config;

import dev.sluice.config.TableMapping.ParentKey;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads [Mappings]. All mistakes are found here, although the original meets most of them in the
/// middle of a run or after it (spec: tables §4.1, §4.8, §4.10).
public final class MappingsReader {
  private static final String PREFIX = "Bad Json to CSV Mapping configuration: ";
  private static final String USUAL_DELIMITER = ".";

  private MappingsReader() {}

  /// {@return the mappings of one configuration} What is wrong is reported and left out.
  ///
  /// @param mappings `parameters.config.mappings`
  public static Mappings read(ConfigNode mappings) {
    if (mappings.isEmpty()) {
      return Mappings.NONE;
    }
    if (!mappings.isMapOrList()) {
      mappings.error(
          "The 'mappings' section must be an object.",
          "Put each mapping under the name of its data type.");
    }
    List<TableMapping> tables = new ArrayList<>();
    Map<String, Problem> refusals = new HashMap<>();
    mappings
        .entries()
        .forEach((type, mapping) -> {
          if (!isUsable(type, mapping)) {
            return;
          }
          if (isItem(mapping)) {
            List<MappingItem> only = item(type, mapping, type).stream().toList();
            tables.add(new TableMapping(type, only, Optional.empty()));
            refusals.put(type, noDestination("tableMapping", mapping.at("tableMapping")));
          } else {
            tables.add(table(type, mapping, Optional.empty()));
          }
        });
    return new Mappings(tables, refusals);
  }

  private static boolean isUsable(String type, ConfigNode mapping) {
    String where = "for '" + type + "' data type in 'mappings' config.";
    if (mapping.isEmpty()) {
      mapping.error("Empty mapping " + where);
      return false;
    }
    if (!mapping.isMapOrList()) {
      String given = mapping.value().typeName();
      mapping.error("Mapping must be 'array' type, '" + given + "' type given, " + where);
      return false;
    }
    return isTableName(type, mapping);
  }

  /// {@return whether the mapping is written like an item of one} With data that is an error,
  /// tables without data are made of it (spec: tables §4.9).
  private static boolean isItem(ConfigNode mapping) {
    return mapping.at("type").string().filter("table"::equals).isPresent()
        && mapping.at("tableMapping").isMapOrList()
        && !mapping.at("tableMapping").isEmpty();
  }

  private static boolean isTableName(String name, ConfigNode place) {
    if (name.isEmpty() || name.indexOf('/') >= 0) {
      place.error(
          "The table name '" + name + "' can't be that of a file.",
          "Choose a 'dataType' or 'destination' that is not empty and holds no '/'.");
      return false;
    }
    return true;
  }

  private static TableMapping table(String name, ConfigNode node, Optional<ParentKey> parentKey) {
    List<MappingItem> items = new ArrayList<>();
    node.entries().forEach((path, item) -> item(path, item, name).ifPresent(items::add));
    var mapping = new TableMapping(name, items, parentKey);
    checkColumns(mapping, node);
    checkTables(mapping, node);
    return mapping;
  }

  private static Optional<MappingItem> item(String path, ConfigNode item, String table) {
    if (item.string().isPresent() && !isIntegerLike(path)) {
      return destination(path, item, item)
          .map(name -> new MappingItem.Column(path, USUAL_DELIMITER, name, false, false));
    }
    return switch (type(item)) {
      case "", "column" -> column(path, item);
      case "user" ->
          destination(path, item, item.at("mapping").at("destination"))
              .map(name -> new MappingItem.UserColumn(path, name, isKey(item)));
      case "table" -> childTable(path, item, table);
      default -> {
        item.at("type")
            .error("Invalid mapping type \"" + type(item) + "\".", "Write column, user or table.");
        yield Optional.empty();
      }
    };
  }

  private static String type(ConfigNode item) {
    ConfigNode type = item.at("type");
    return type.isEmpty() ? "" : type.text().orElse(type.value().typeName());
  }

  /// {@return whether the original takes a path for a number, so that the short form of an item
  /// doesn't work} (spec: tables §4.2)
  private static boolean isIntegerLike(String path) {
    String digits = path.startsWith("-") ? path.substring(1) : path;
    boolean isDecimal = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isDecimal || (digits.charAt(0) == '0' && path.length() > 1)) {
      return false;
    }
    return new JsonNumber(path).isInteger();
  }

  private static Optional<MappingItem> column(String path, ConfigNode item) {
    return destination(path, item, item.at("mapping").at("destination"))
        .map(name ->
            new MappingItem.Column(
                path, delimiter(item), name, isKey(item), item.at("forceType").isOn()));
  }

  private static boolean isKey(ConfigNode item) {
    return item.at("mapping").at("primaryKey").isOn();
  }

  private static String delimiter(ConfigNode item) {
    return item.at("delimiter").nonEmptyText().orElse(USUAL_DELIMITER);
  }

  /// {@return the name of an item's column, if it has one}
  private static Optional<String> destination(String path, ConfigNode item, ConfigNode name) {
    if (name.nonEmptyText().isEmpty()) {
      if (item.value() instanceof JsonObject && item.at("mapping").isNull()) {
        item.error(
            "Missing mapping key at item with type \"" + type(item) + "\".",
            "Write the column's name in 'mapping.destination'.");
      } else {
        Problem problem = noDestination(path, item);
        item.error(problem.message(), problem.remedy());
      }
    }
    return name.nonEmptyText();
  }

  private static Problem noDestination(String path, ConfigNode item) {
    String message = PREFIX + "Key 'mapping.destination' is not set for column '" + path + "'.";
    return Problem.at(item.path(), message, "Write the column's name there.");
  }

  private static Optional<MappingItem> childTable(String path, ConfigNode item, String table) {
    Optional<String> destination = item.at("destination").nonEmptyText();
    ConfigNode parentKey = item.at("parentKey");
    boolean linked = !parentKey.at("disable").isOn();
    if (destination.isEmpty()) {
      item.error(PREFIX + "Key 'destination' is not set for table '" + path + "'.");
      return Optional.empty();
    }
    String name = destination.get();
    if (name.equals(table)) {
      if (linked) {
        item.error(
            PREFIX + "'parentKey.disable' must be true to parse child values into parent's table");
      }
      return Optional.of(new MappingItem.OwnTable(path, delimiter(item)));
    }
    ConfigNode rows = item.at("tableMapping");
    if (rows.isEmpty()) {
      item.error(PREFIX + "Key 'tableMapping' is not set for table '" + path + "'.");
      return Optional.empty();
    }
    if (!rows.isMapOrList()) {
      rows.error(PREFIX + "Key 'tableMapping' must be an object for table '" + path + "'.");
      return Optional.empty();
    }
    if (!isTableName(name, item)) {
      return Optional.empty();
    }
    Optional<ParentKey> key = linked ? Optional.of(parentKey(parentKey, table)) : Optional.empty();
    return Optional.of(new MappingItem.ChildTable(path, delimiter(item), table(name, rows, key)));
  }

  private static ParentKey parentKey(ConfigNode node, String parentTable) {
    return new ParentKey(
        node.at("destination").nonEmptyText().orElse(parentTable + "_pk"),
        node.at("primaryKey").isOn());
  }

  /// A header with a repeated name would be one that no importer reads (spec: tables §4.4).
  private static void checkColumns(TableMapping mapping, ConfigNode node) {
    Set<String> seen = new HashSet<>();
    for (String column : mapping.columns()) {
      if (!seen.add(column)) {
        node.error(
            "Column '" + column + "' appears twice in table '" + mapping.table() + "'.",
            "Give each column a 'destination' of its own.");
      }
    }
  }

  /// Two items may fill one table only if they agree on it (spec: tables §4.8).
  private static void checkTables(TableMapping mapping, ConfigNode node) {
    Map<String, TableMapping> seen = new HashMap<>();
    for (MappingItem item : mapping.items()) {
      if (item instanceof MappingItem.ChildTable(_, _, TableMapping child)) {
        TableMapping other = seen.putIfAbsent(child.table(), child);
        if (other != null && !other.equals(child)) {
          node.error(
              "Table '" + child.table() + "' is described twice, and not in the same way.",
              "Give each table a 'destination' of its own, or make the two the same.");
        }
      }
    }
  }
}

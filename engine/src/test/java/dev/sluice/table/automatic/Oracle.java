package dev.sluice.table.automatic;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.table.CellText;
import dev.sluice.table.Page;
import dev.sluice.table.RowKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The algorithm of the original as the spec writes it down, word for word, without any regard to
/// speed or memory (spec: tables §2.3, §2.7, §2.10, §2.12).
///
/// It says [Broken] where the original gives a broken file or crashes, so that any result is right.
final class Oracle {
  private static final String ELEMENT = "[]";

  /// The original's result is one that nobody can depend on.
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String reason) {
      super(reason);
    }
  }

  /// The original ends with a user error.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private static final class Place {
    private @Nullable String kind;
    private @Nullable String name;
    private final Map<String, Place> fields = new LinkedHashMap<>();
    private @Nullable Place element;
    private boolean extra;
  }

  private record Column(String name, Place place) {}

  private static final class Table {
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> header) {
      this.header = header;
    }
  }

  private final Map<String, Place> roots = new LinkedHashMap<>();
  private final Map<String, Set<String>> used = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, Table> tables = new TreeMap<>();
  private final Map<String, Place> owners = new HashMap<>();
  private final RowKey keys = new RowKey();

  /// {@return all files, each after a line with its name}
  static String files(List<Page> pages) {
    var oracle = new Oracle();
    pages.forEach(oracle::learnPage);
    pages.forEach(oracle::writePage);
    return oracle.files();
  }

  private static List<JsonValue> rows(Page page) {
    List<JsonValue> rows = new ArrayList<>();
    page.rows().forEach(rows::add);
    return rows.equals(List.of(JsonNull.NULL)) ? List.of() : rows;
  }

  private void learnPage(Page page) {
    List<JsonValue> rows = rows(page);
    if (!rows.isEmpty()) {
      Place root = roots.computeIfAbsent(page.dataType(), _ -> new Place());
      learnList(rows, root, List.of(page.dataType()));
      root.kind = "array";
      nameAll();
    }
  }

  private static List<String> plus(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private void learnList(List<JsonValue> list, Place place, List<String> path) {
    if (place.element == null) {
      place.element = new Place();
    }
    if (list.isEmpty()) {
      setKind(place.element, "null", plus(path, ELEMENT));
    }
    for (JsonValue value : list) {
      learn(value, place.element, plus(path, ELEMENT));
    }
  }

  private void learn(JsonValue value, Place place, List<String> path) {
    switch (value) {
      case JsonObject object -> {
        object.forEach((key, part) ->
            learn(part, place.fields.computeIfAbsent(key, _ -> new Place()), plus(path, key)));
        setKind(place, "object", path);
      }
      case JsonArray(List<JsonValue> items) -> {
        if (path.getLast().equals(ELEMENT)) {
          setKind(place, "scalar", path);
        } else {
          learnList(items, place, path);
          setKind(place, "array", path);
        }
      }
      case JsonNull _ -> setKind(place, "null", path);
      default -> setKind(place, "scalar", path);
    }
  }

  private void setKind(Place place, String arriving, List<String> path) {
    String known = place.kind;
    if (known == null || known.equals(arriving)) {
      place.kind = arriving;
    } else if (known.equals("array") || arriving.equals("array")) {
      String other = known.equals("array") ? arriving : known;
      Place element = some(place.element);
      String inside = some(element.kind);
      if (!inside.equals(other) && !inside.equals("null") && !other.equals("null")) {
        throw new Refused(
            "Error parsing response JSON: Data array in '"
                + String.join(".", path)
                + "' contains incompatible types '"
                + inside
                + "' and '"
                + other
                + "'");
      }
      element.fields.putAll(place.fields);
      place.fields.clear();
      element.kind = other;
      place.kind = "array";
      if (place.name != null) {
        element.name = "data";
      }
    } else if (known.equals("null")) {
      place.kind = arriving;
    } else if (!arriving.equals("null")) {
      throw new Refused(
          "Error parsing response JSON: Unhandled nodeType change from \""
              + known
              + "\" to \""
              + arriving
              + "\" in \""
              + String.join(".", path)
              + "\"");
    }
  }

  private static <T> T some(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("The spec has no word for this.");
    }
    return value;
  }

  private void nameAll() {
    roots.forEach((type, root) -> name(some(root.element), ELEMENT, type));
  }

  private void name(Place place, String label, String scope) {
    if (place.name == null || place.name.isEmpty() || place.name.equals("0")) {
      if (label.equals(ELEMENT)) {
        place.name = "data";
      } else {
        Set<String> taken = used.computeIfAbsent(scope, _ -> new HashSet<>());
        String base = CleanName.of(label);
        String candidate = base;
        for (int i = 0; taken.contains(candidate); i++) {
          candidate = base + "_u" + i;
        }
        taken.add(candidate);
        place.name = candidate;
      }
    }
    boolean array = "array".equals(place.kind);
    String below = array ? "" : label;
    String inside = array ? scope + "." + label : scope;
    if (place.element != null) {
      name(place.element, below.isEmpty() ? ELEMENT : below + "." + ELEMENT, inside);
    }
    place.fields.forEach(
        (key, field) -> name(field, below.isEmpty() ? key : below + "." + key, inside));
  }

  private void writePage(Page page) {
    List<JsonValue> rows = rows(page);
    if (!rows.isEmpty()) {
      Place element = some(some(roots.get(page.dataType())).element);
      writeList(rows, element, List.of(page.dataType()), page.extra().members());
    }
  }

  /// @param path without the marks of lists
  private void writeList(
      List<JsonValue> list, Place element, List<String> path, Map<String, JsonValue> given) {
    Map<String, JsonValue> extras = new LinkedHashMap<>();
    given.forEach((key, value) -> extras.put(aliases.getOrDefault(key, key), value));
    String name = CleanName.of(String.join(".", path));
    Table table = tables.get(name);
    if (table == null) {
      for (String key : List.copyOf(extras.keySet())) {
        register(element, key, extras);
      }
      List<Column> columns = new ArrayList<>();
      addColumns(element, columns);
      table = new Table(columns.stream().map(Column::name).toList());
      if (new HashSet<>(table.header).size() < table.header.size() || table.header.isEmpty()) {
        throw new Broken("header " + table.header);
      }
      tables.put(name, table);
      owners.put(name, element);
    }
    if (owners.get(name) != element) {
      throw new Broken("two places for " + name);
    }
    for (JsonValue value : list) {
      Map<String, String> cells =
          writeRow(wrapped(value, extras), element, path, extras.keySet(), "");
      List<String> row = new ArrayList<>();
      table.header.forEach(column -> row.add(cells.getOrDefault(column, "")));
      cells.keySet().removeAll(new HashSet<>(table.header));
      if (!cells.isEmpty()) {
        throw new Broken("cells " + cells);
      }
      table.rows.add(row);
    }
  }

  private static JsonObject wrapped(JsonValue value, Map<String, JsonValue> extras) {
    JsonObject row =
        switch (value) {
          case JsonObject object -> object;
          case JsonArray array ->
              JsonObject.of("data", new JsonString(CellText.ORIGINAL.json(array)));
          default -> JsonObject.of("data", value);
        };
    Map<String, JsonValue> members = row.members();
    members.putAll(extras);
    return extras.isEmpty() ? row : JsonObject.of(members);
  }

  private void register(Place element, String key, Map<String, JsonValue> extras) {
    Place field = element.fields.get(key);
    if (field != null && field.extra) {
      return;
    }
    String free = key;
    if (field != null) {
      for (int i = 0; element.fields.containsKey(free); i++) {
        free = key + "_u" + i;
      }
      aliases.put(key, free);
      extras.put(free, some(extras.remove(key)));
    }
    var column = new Place();
    column.kind = "scalar";
    column.extra = true;
    element.fields.put(free, column);
    nameAll();
  }

  private static void addColumns(Place place, List<Column> columns) {
    if ("scalar".equals(place.kind)) {
      columns.add(new Column("data", place));
    }
    addFields(place, columns);
  }

  private static void addFields(Place place, List<Column> columns) {
    for (Place field : place.fields.values()) {
      if ("object".equals(field.kind)) {
        addFields(field, columns);
      } else {
        columns.add(new Column(some(field.name), field));
      }
    }
  }

  private Map<String, String> writeRow(
      JsonObject row, Place place, List<String> path, Set<String> extras, String outer) {
    Map<String, String> cells = new HashMap<>();
    String id =
        String.join(".", path)
            + "_"
            + keys.of(form -> {
              form.value(row);
              byte[] around = outer.getBytes(StandardCharsets.UTF_8);
              form.raw(around, 0, around.length);
            });
    Map<String, Place> columns = new LinkedHashMap<>();
    if ("object".equals(place.kind)) {
      columns.putAll(place.fields);
    } else if ("scalar".equals(place.kind)) {
      columns.put("data", place);
    }
    for (String extra : new LinkedHashSet<>(extras)) {
      Place column = place.fields.get(extra);
      if (column == null || "object".equals(column.kind) || "array".equals(column.kind)) {
        throw new Broken("extra " + extra);
      }
      columns.put(extra, column);
    }
    columns.forEach((key, column) -> cell(key, column, row, new Row(path, id), cells));
    return cells;
  }

  private record Row(List<String> path, String id) {}

  private void cell(
      String key, Place column, JsonObject row, Row around, Map<String, String> cells) {
    JsonValue value = row.find(key).orElse(JsonNull.NULL);
    if (value instanceof JsonNull || value.equals(JsonArray.EMPTY)) {
      return;
    }
    if ("array".equals(column.kind)) {
      set(some(column.name), around.id, cells);
      List<JsonValue> list =
          value instanceof JsonArray(List<JsonValue> items) ? items : List.of(value);
      writeList(
          list,
          some(column.element),
          plus(around.path, key),
          Map.of("JSON_parentId", new JsonString(around.id)));
    } else if ("object".equals(column.kind)) {
      if (!(value instanceof JsonObject object)) {
        throw new Broken("no object " + value);
      }
      writeRow(object, column, plus(around.path, key), Set.of(), around.id)
          .forEach((name, text) -> set(name, text, cells));
    } else {
      String text =
          value.isScalarOrNull() ? CellText.ORIGINAL.text(value) : CellText.ORIGINAL.json(value);
      set(column.name == null ? "data" : column.name, text, cells);
    }
  }

  private static void set(String column, String text, Map<String, String> cells) {
    if (cells.put(column, text) != null) {
      throw new Broken("two values for " + column);
    }
  }

  private String files() {
    var files = new StringBuilder();
    tables.forEach((name, table) ->
        files
            .append("== ")
            .append(name)
            .append('\n')
            .append(
                new dev.sluice.table.RecordingDestination.Table(table.header, List.of(), table.rows)
                    .csv()));
    return files.toString();
  }
}

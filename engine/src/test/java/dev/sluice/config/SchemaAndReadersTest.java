package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.schema.Configurations;
import dev.sluice.config.schema.Description;
import dev.sluice.config.schema.Description.Others;
import dev.sluice.config.schema.Schema;
import dev.sluice.function.Function;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the schema and the readers together: what one knows, the other knows.
final class SchemaAndReadersTest {
  private static final Schema SCHEMA = Schema.load();
  private static final JsonObject DOCUMENT = (JsonObject) ReadConfig.json(Schema.text());

  /// Keys that mean something to others only: to editors and to the platform.
  private static final Set<String> FOR_OTHERS = Set.of("$schema", "storage");

  /// Parts of functions, which are read as a whole.
  private static final Set<String> OF_FUNCTIONS = Set.of("function", "args", "placeholder");

  /// What the readers asked for in all places of one kind: those where the same names mean
  /// something.
  private final Map<Set<String>, Set<String>> asked = new LinkedHashMap<>();

  private final Set<String> unknown = new TreeSet<>();

  @Test
  void everyKeyThatIsReadIsInTheSchemaAndTheOtherWayRound() throws IOException {
    readEverything();

    assertEquals(Set.of(), unknown, "read, but not in the schema");
    Map<Set<String>, Set<String>> unread = new LinkedHashMap<>();
    asked.forEach((keys, found) -> {
      Set<String> missing = new TreeSet<>(keys);
      missing.removeAll(found);
      missing.removeAll(FOR_OTHERS);
      missing.removeAll(OF_FUNCTIONS);
      if (!missing.isEmpty()) {
        unread.put(missing, keys);
      }
    });
    assertEquals(Map.of(), unread, "in the schema, but never read");
  }

  @Test
  void theConfigurationsReachEveryPartOfTheSchema() throws IOException {
    readEverything();

    Map<String, Set<String>> unreached = new TreeMap<>();
    collectProperties("", DOCUMENT, unreached);
    unreached
        .values()
        .removeIf(names -> asked.keySet().stream().anyMatch(keys -> keys.containsAll(names)));
    assertEquals(Map.of(), unreached);
  }

  @Test
  void everyMethodOfPagingIsInTheSchema() {
    Set<Class<?>> read = new HashSet<>(Set.of(Pagination.None.class));
    for (String name : names("pagination", "method")) {
      read.add(
          ReadConfig.of("pagination", "{\"method\":\"" + name + "\"}", PaginationReader::read)
              .value()
              .method()
              .getClass());
    }
    assertEquals(permitted(Pagination.Method.class), read);
  }

  @Test
  void everyAuthenticationIsInTheSchema() throws IOException {
    Set<Class<?>> read = new HashSet<>();
    Set<String> types = new TreeSet<>();
    for (Path file : Configurations.ofTests()) {
      Configuration configuration = read(node(file));
      read.add(configuration.iterations().getFirst().authentication().getClass());
      JsonValue document = ReadConfig.json(Files.readString(file));
      types.add(((JsonString) at(document, "parameters", "api", "authentication", "type")).value());
    }
    read.add(Authentication.None.class);
    assertEquals(permitted(Authentication.class), read);
    Set<String> known = new TreeSet<>(names("authentication", "type"));
    known.add("url.query");
    assertEquals(known, types);
  }

  @Test
  void everyItemOfMappingsIsInTheSchema() throws IOException {
    Set<Class<?>> read = new HashSet<>();
    Path everything =
        Configurations.ofTests().stream()
            .filter(file -> file.endsWith("everything.json"))
            .findFirst()
            .orElseThrow();
    Mappings mappings = read(node(everything)).iterations().getFirst().output().mappings();
    mappings.tables().forEach(table -> table.items().forEach(item -> read.add(item.getClass())));
    assertEquals(permitted(MappingItem.class), read);
    assertEquals(List.of("column", "user", "table"), names("mappingItem", "type"));
  }

  @Test
  void everyFunctionIsInTheSchema() {
    JsonArray names = (JsonArray) at(DOCUMENT, "$defs", "functionName", "enum");
    assertEquals(Function.values().length, names.items().size());
    for (JsonValue name : names.items()) {
      assertTrue(Function.find(((JsonString) name).value()).isPresent(), name::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "offsetPaging",
        "pagenumPaging",
        "responseUrlPaging",
        "responseParamPaging",
        "cursorPaging",
        "zendeskPaging"
      })
  void theDefaultsOfPagingAreThoseOfTheReader(String definition) {
    Map<String, JsonValue> required = new LinkedHashMap<>();
    JsonArray variants = (JsonArray) at(DOCUMENT, "$defs", "pagination", "allOf");
    for (JsonValue variant : variants.items()) {
      if (variant.toString().contains("/" + definition + "\"")) {
        required.put("method", at(variant, "if", "properties", "method", "const"));
      }
    }
    JsonObject properties = (JsonObject) at(DOCUMENT, "$defs", definition, "properties");
    if (((JsonObject) at(DOCUMENT, "$defs", definition)).valueOrNull("required")
        instanceof JsonArray(List<JsonValue> names)) {
      names.forEach(name -> required.put(((JsonString) name).value(), new JsonString("1")));
    }
    Map<String, JsonValue> full = new LinkedHashMap<>(required);
    properties.forEach((key, property) ->
        ((JsonObject) property).find("default").ifPresent(usual -> full.put(key, usual)));

    assertTrue(full.size() > required.size());
    assertEquals(pagination(required), pagination(full));
  }

  @Test
  void nothingThatIsInOrderIsHintedAt() throws IOException {
    List<Path> files = new ArrayList<>(Configurations.ofExamples());
    files.addAll(Configurations.ofTests());
    assertEquals(Map.of(), hints(files));
  }

  /// One of them has an option that belongs to another method of authentication.
  @Test
  void nothingInTheOriginalsConfigurationsIsTakenForATypingError() throws IOException {
    Map<String, List<String>> hints = hints(Configurations.ofTheOriginal());
    hints
        .values()
        .removeIf(found -> found.equals(List.of("The option 'apiRequest' has no effect here.")));
    assertEquals(Map.of(), hints);
  }

  private static Map<String, List<String>> hints(List<Path> files) throws IOException {
    Map<String, List<String>> hints = new TreeMap<>();
    for (Path file : files) {
      List<String> found =
          read(node(file)).hints().stream()
              .map(Problem::message)
              .filter(message -> !message.endsWith("runs on Sluice only."))
              .toList();
      if (!found.isEmpty()) {
        hints.put(file.toString(), found);
      }
    }
    return hints;
  }

  private static Pagination pagination(Map<String, JsonValue> members) {
    ReadConfig<Pagination> read =
        ReadConfig.of("pagination", JsonObject.of(members).toString(), PaginationReader::read);
    assertEquals(List.of(), read.errors());
    return read.value();
  }

  private void readEverything() throws IOException {
    for (Path file : Configurations.ofTests()) {
      ConfigNode root = node(file);
      read(root);
      compare(root.value(), root.path(), SCHEMA.describe(root.value()), root.asked());
    }
  }

  private void compare(JsonValue value, ConfigPath path, Description place, AskedKeys keys) {
    if (place.others() != Others.ENTRIES) {
      compareKeys(path, place, keys);
    }
    switch (value) {
      case JsonObject object ->
          object.forEach((key, inner) -> {
            if (keys.contains(path.key(key)) || !place.keys().contains(key)) {
              compare(inner, path.key(key), place.property(key, inner), keys);
            }
          });
      case JsonArray(List<JsonValue> items) -> {
        for (int i = 0; i < items.size(); i++) {
          compare(items.get(i), path.item(i), place.item(items.get(i)), keys);
        }
      }
      default -> {}
    }
  }

  private void compareKeys(ConfigPath path, Description place, AskedKeys keys) {
    String prefix = path.text().isEmpty() ? "" : path.text() + ".";
    Set<String> found = new TreeSet<>();
    for (ConfigPath any : keys.all()) {
      String rest = any.text().startsWith(prefix) ? any.text().substring(prefix.length()) : "";
      if (!rest.isEmpty() && rest.indexOf('.') < 0 && rest.indexOf('[') < 0) {
        found.add(rest);
      }
    }
    found.stream()
        .filter(key -> !place.keys().contains(key))
        .forEach(key -> unknown.add(prefix + key));
    asked.computeIfAbsent(place.keys(), _ -> new TreeSet<>()).addAll(found);
  }

  /// The names of all `properties` that readers have to ask for: functions are evaluated as a
  /// whole.
  private static void collectProperties(
      String path, JsonValue schema, Map<String, Set<String>> found) {
    if (!(schema instanceof JsonObject object)) {
      if (schema instanceof JsonArray(List<JsonValue> items)) {
        items.forEach(item -> collectProperties(path, item, found));
      }
      return;
    }
    boolean isMap = object.valueOrNull("additionalProperties") instanceof JsonObject;
    object.forEach((name, inner) -> {
      if (name.equals("properties") && inner instanceof JsonObject properties && !isMap) {
        found.put(path, new TreeSet<>(properties.shape().names()));
      }
      if (!name.equals("if") && !name.equals("examples")) {
        collectProperties(path + "/" + name, inner, found);
      }
    });
  }

  private static Configuration read(ConfigNode root) {
    return ConfigurationReader.read(root, JsonObject.EMPTY);
  }

  private static ConfigNode node(Path file) throws IOException {
    return ConfigNode.of(ReadConfig.json(Files.readString(file)), ConfigPath.ROOT, new Problems());
  }

  private static Set<Class<?>> permitted(Class<?> sealed) {
    return new HashSet<>(Arrays.asList(sealed.getPermittedSubclasses()));
  }

  /// The names that a definition lists for one of its keys, older ones left out.
  private static List<String> names(String definition, String key) {
    JsonArray any = (JsonArray) at(DOCUMENT, "$defs", definition, "properties", key, "anyOf");
    JsonArray names = (JsonArray) at(any.items().getFirst(), "enum");
    return names.items().stream().map(name -> ((JsonString) name).value()).toList();
  }

  private static JsonValue at(JsonValue value, String... path) {
    JsonValue found = value;
    for (String step : path) {
      found = ((JsonObject) found).find(step).orElseThrow();
    }
    return found;
  }
}

package dev.sluice.config.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.function.Place;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.testkit.RecordedCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Judges the schema by a validator of the standard.
final class SchemaTest {
  private static final SchemaRegistry STANDARD =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final JsonObject SCHEMA = (JsonObject) json(Schema.text());
  private static final com.networknt.schema.Schema VALIDATOR = STANDARD.getSchema(Schema.text());

  @Test
  void acceptsTheConfigurationsOfTheOriginal() throws IOException {
    List<Path> recorded = Configurations.ofTheOriginal();
    assumeFalse(recorded.isEmpty(), RecordedCases.ABSENT);
    assertEquals(Map.of(), refused(recorded));
  }

  @Test
  void acceptsTheExamplesOfTheProject() throws IOException {
    assertFalse(Configurations.ofExamples().isEmpty());
    assertEquals(Map.of(), refused(Configurations.ofExamples()));
  }

  @Test
  void acceptsEveryKeyOfTheLanguage() throws IOException {
    assertEquals(Map.of(), refused(Configurations.ofTests()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":1,"config":{"jobs":[{"endpoint":"a","note":"x"}],"region":"eu"}}
          {"config":{"jobs":{"orders":{"endpoint":"a","params":[],"headers":[],"children":[]}}}}
          {"config":{"mappings":[],"http":[],"userData":"x","jobs":[{"endpoint":"a","method":"post"}]}}
          {"config":{"region":"eu"},"iterations":[{"jobs":[{"endpoint":"a"}]}]}
          {"api":{"baseUrl":"{\\"attr\\":\\"url\\"}"}}
          {"api":{"baseUrl":"https://a.example.com","pagination":[],"authentication":[],"retryConfig":[]}}
          {"api":{"baseUrl":"https://a.example.com","http":{"connectTimeout":"5"},"caCertificate":null}}
          {"config":{"debug":1,"incrementalOutput":"yes","compatLevel":"2","jobs":[{"endpoint":"a"}]}}
          """)
  void isAsPermissiveAsTheLanguage(String parameters) {
    assertEquals(List.of(), errors(minimal((JsonObject) json(parameters))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"api":null}                                                              | /parameters/api
          {"api":{}}                                                                | /parameters/api
          {"api":{"baseUrl":"ftp://a.example.com"}}                                 | /parameters/api/baseUrl
          {"api":{"baseUrl":"https://a.example.com","caCertificate":""}}            | /parameters/api/caCertificate
          {"api":{"baseUrl":"https://a.example.com","http":{"headers":"Accept"}}}   | /parameters/api/http/headers
          {"api":{"baseUrl":"https://a.example.com","http":{"trustedOrigins":["example.com"]}}} | /parameters/api/http/trustedOrigins/0
          {"api":{"baseUrl":"https://a.example.com","authentication":{"type":"magic"}}} | /parameters/api/authentication/type
          {"api":{"baseUrl":"https://a.example.com","authentication":{"type":"login"}}} | /parameters/api/authentication
          {"api":{"baseUrl":"https://a.example.com","authentication":{"type":"login","loginRequest":{"endpoint":""}}}} | /parameters/api/authentication/loginRequest/endpoint
          {"api":{"baseUrl":"https://a.example.com","authentication":{"type":"login","format":"xml","loginRequest":{"endpoint":"a"}}}} | /parameters/api/authentication/format
          {"api":{"baseUrl":"https://a.example.com","pagination":{"method":"ofset"}}} | /parameters/api/pagination/method
          {"api":{"baseUrl":"https://a.example.com","pagination":{"method":"offset"}}} | /parameters/api/pagination
          {"api":{"baseUrl":"https://a.example.com","pagination":{"method":"offset","limit":"many"}}} | /parameters/api/pagination/limit
          {"api":{"baseUrl":"https://a.example.com","pagination":{"method":"cursor","idKey":"id"}}} | /parameters/api/pagination
          {"api":{"baseUrl":"https://a.example.com","pagination":{"nextPageFlag":{"field":"a","stopOn":"no"}}}} | /parameters/api/pagination/nextPageFlag/stopOn
          {"api":{"baseUrl":"https://a.example.com","pagination":{"method":"multiple","scrollers":{"a":{"method":"b"}}}}} | /parameters/api/pagination/scrollers/a/method
          {"config":{}}                                                             | /parameters/config
          {"config":{"jobs":[]}}                                                    | /parameters/config/jobs
          {"config":{"jobs":["orders"]}}                                            | /parameters/config/jobs/0
          {"config":{"jobs":[{"dataType":"orders"}]}}                               | /parameters/config/jobs/0
          {"config":{"jobs":[{"endpoint":""}]}}                                     | /parameters/config/jobs/0/endpoint
          {"config":{"jobs":[{"endpoint":"a","method":"PUT"}]}}                     | /parameters/config/jobs/0/method
          {"config":{"jobs":[{"endpoint":"a","params":"b=c"}]}}                     | /parameters/config/jobs/0/params
          {"config":{"jobs":[{"endpoint":"a","params":{"b":{"function":"rot13"}}}]}} | /parameters/config/jobs/0/params/b/function
          {"config":{"jobs":[{"endpoint":"a","params":{"b":{"function":"md5","args":[{"function":"rot13"}]}}}]}} | /parameters/config/jobs/0/params/b/args/0/function
          {"config":{"jobs":[{"endpoint":"a","userData":["b"]}]}}                   | /parameters/config/jobs/0/userData
          {"config":{"jobs":[{"endpoint":"a","children":[{"endpoint":"{b}","placeholders":["id"]}]}]}} | /parameters/config/jobs/0/children/0/placeholders
          {"config":{"jobs":[{"endpoint":"a","children":[{"endpoint":"{b}","placeholders":{"b":{"function":"md5"}}}]}]}} | /parameters/config/jobs/0/children/0/placeholders/b
          {"config":{"jobs":[{"endpoint":"a"}],"mappings":{"a":{"b":{"type":"columns"}}}}} | /parameters/config/mappings/a/b/type
          {"config":{"jobs":[{"endpoint":"a"}],"mappings":{"a":{"b":{"type":"column"}}}}} | /parameters/config/mappings/a/b
          {"config":{"jobs":[{"endpoint":"a"}],"mappings":{"a":{"b":{"mapping":{"primaryKey":true}}}}}} | /parameters/config/mappings/a/b/mapping
          {"config":{"jobs":[{"endpoint":"a"}],"mappings":{"a":{"b":{"type":"table","tableMapping":{"c":"c"}}}}}} | /parameters/config/mappings/a/b
          {"iterations":"twice"}                                                    | /parameters/iterations
          {"sshProxy":{"host":"gw.example.com"}}                                    | /parameters/sshProxy
          """)
  void refusesWhatCannotBeRun(String parameters, String place) {
    List<String> errors = errors(minimal((JsonObject) json(parameters)));
    assertTrue(errors.stream().anyMatch(error -> error.startsWith(place + ":")), errors::toString);
  }

  @Test
  void explainsEveryKey() {
    List<String> silent = new ArrayList<>();
    forEachProperty((name, property) -> {
      JsonObject explained =
          property.valueOrNull("$ref") instanceof JsonString(String reference)
                  && !property.has("description")
              ? definition(reference)
              : property;
      if (!explained.has("title") || !explained.has("description")) {
        silent.add(name);
      }
    });
    assertEquals(List.of(), silent);
  }

  @Test
  void givesExamplesAndDefaultsThatFit() {
    List<String> wrong = new ArrayList<>();
    forEachProperty((name, property) -> {
      var validator =
          STANDARD.getSchema(
              JsonWriter.compact(property.with("$defs", SCHEMA.find("$defs").orElseThrow())));
      List<JsonValue> values = new ArrayList<>();
      property.find("default").ifPresent(values::add);
      if (property.valueOrNull("examples") instanceof JsonArray(List<JsonValue> examples)) {
        values.addAll(examples);
      }
      for (JsonValue value : values) {
        if (!validator.validate(JsonWriter.compact(value), InputFormat.JSON).isEmpty()) {
          wrong.add(name + " " + value);
        }
      }
    });
    assertEquals(List.of(), wrong);
  }

  @Test
  void hasNoDefinitionThatNothingUses() {
    String text = Schema.text();
    JsonObject definitions = (JsonObject) SCHEMA.find("$defs").orElseThrow();
    List<String> unused =
        definitions.shape().names().stream()
            .filter(name -> !text.contains("\"#/$defs/" + name + "\""))
            .toList();
    assertEquals(List.of(), unused);
  }

  @ParameterizedTest
  @CsvSource({
    "JOB_PARAMS, value",
    "JOB_HEADERS, value",
    "USER_DATA, value",
    "BASE_URL, headerValue",
    "HEADERS, headerValue",
    "LOGIN_REQUEST, headerValue",
    "AUTH_QUERY, authQueryValue",
    "LOGIN_RESULT, loginResultValue",
    "OAUTH20, oauth20Value",
    "OAUTH20_LOGIN_REQUEST, oauth20LoginValue",
    "PLACEHOLDER, placeholderArgument",
  })
  void knowsWhatFunctionsCanReferTo(Place place, String definition) {
    Set<String> names = new TreeSet<>(propertyNames(definition(definition)));
    names.removeAll(Set.of("function", "args"));
    assertEquals(new TreeSet<>(place.contexts()), names);
  }

  private static Map<String, List<String>> refused(List<Path> files) throws IOException {
    Map<String, List<String>> refused = new TreeMap<>();
    for (Path file : files) {
      List<String> errors = errors(Files.readString(file));
      if (!errors.isEmpty()) {
        refused.put(file.toString(), errors);
      }
    }
    return refused;
  }

  private static List<String> errors(String document) {
    return VALIDATOR.validate(document, InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /// A configuration that can be run, with some keys of `parameters` replaced.
  private static String minimal(JsonObject replaced) {
    Map<String, JsonValue> parameters = new LinkedHashMap<>();
    parameters.put("api", json("{\"baseUrl\":\"https://api.example.com/\"}"));
    parameters.put("config", json("{\"jobs\":[{\"endpoint\":\"orders\"}]}"));
    parameters.putAll(replaced.members());
    return JsonWriter.compact(JsonObject.of("parameters", JsonObject.of(parameters)));
  }

  private static void forEachProperty(BiConsumer<String, JsonObject> action) {
    forEachProperty("", SCHEMA, action);
  }

  private static void forEachProperty(
      String path, JsonValue schema, BiConsumer<String, JsonObject> action) {
    switch (schema) {
      case JsonObject object ->
          object.forEach((name, inner) -> {
            String place = path + "/" + name;
            // The names in a condition explain nothing.
            if (name.equals("if") || place.endsWith("/then/properties")) {
              return;
            }
            if (name.equals("properties") && inner instanceof JsonObject properties) {
              properties.forEach(
                  (key, property) -> action.accept(place + "/" + key, (JsonObject) property));
            }
            forEachProperty(place, inner, action);
          });
      case JsonArray(List<JsonValue> items) ->
          items.forEach(item -> forEachProperty(path, item, action));
      default -> {}
    }
  }

  private static Set<String> propertyNames(JsonObject schema) {
    return new TreeSet<>(((JsonObject) schema.find("properties").orElseThrow()).shape().names());
  }

  private static JsonObject definition(String reference) {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    JsonObject definitions = (JsonObject) SCHEMA.find("$defs").orElseThrow();
    return (JsonObject) definitions.find(name).orElseThrow();
  }

  private static JsonValue json(String text) {
    try {
      return new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(text, e);
    }
  }
}

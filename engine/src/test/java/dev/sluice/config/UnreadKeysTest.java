package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys that nothing reads, in whole configurations.
final class UnreadKeysTest {
  private static final String API = "\"baseUrl\":\"https://api.example.com/\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"method":"response.url","paramsIsQuery":true}     | paramsIsQuery | paramIsQuery
          {"method":"pagenum","firstpage":0}                 | firstpage     | firstPage
          {"methods":"pagenum"}                              | methods       | method
          {"nextPageFlag":{"field":"m","stopOn":true,"ifNotset":true}} | nextPageFlag.ifNotset | ifNotSet
          {"forceStop":{"page":3}}                           | forceStop.page | pages
          {"method":"multiple","scrollers":{"a":{"method":"offset","limit":5,"ofsetParam":"skip"}}} | scrollers.a.ofsetParam | offsetParam
          """)
  void namesWhatWasMeantInPaging(String pagination, String place, String meant) {
    String key = place.substring(place.lastIndexOf('.') + 1);
    assertEquals(
        List.of(
            "The option '%s' is unknown and has no effect. (parameters.api.pagination.%s) Did you mean '%s'?"
                .formatted(key, place, meant)),
        hints("{\"api\":{" + API + ",\"pagination\":" + pagination + "}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"comment":"x"}                                      | comment
          {"region":"eu"}                                      | region
          {"params":{},"param":{}}                             | param
          {"dataField":{"path":"items","path2":"rows"}}        | dataField.path2
          {"children":[{"endpoint":"{x}","placeholders":{"x":"id"},"note":1}]} | children[0].note
          """)
  void namesUnknownKeysOfJobs(String job, String place) {
    String key = place.substring(place.lastIndexOf('.') + 1);
    List<Problem> found = problems("{\"config\":{\"jobs\":[" + withEndpoint(job) + "]}}");
    assertEquals(
        List.of("parameters.config.jobs[0]." + place),
        found.stream().map(problem -> problem.path().orElseThrow().text()).toList());
    assertEquals(
        keyIsKnown(key)
            ? "The option '" + key + "' has no effect here."
            : "The option '" + key + "' is unknown and has no effect.",
        found.getFirst().message());
  }

  @Test
  void namesOptionsThatBelongElsewhere() {
    assertEquals(
        List.of(
            "The option 'urlKey' has no effect here. (parameters.api.pagination.urlKey)",
            "The option 'loginRequest' has no effect here."
                + " (parameters.api.authentication.loginRequest)",
            "The option 'placeholders' has no effect here."
                + " (parameters.config.jobs[0].placeholders)",
            "The option 'forceType' has no effect here."
                + " (parameters.config.mappings.orders.loaded.forceType)"),
        hints(
            """
            {"api": {
               "baseUrl": "https://api.example.com/",
               "pagination": {"method": "pagenum", "urlKey": "next"},
               "authentication": {"type": "none", "loginRequest": {"nonsense": 1}}},
             "config": {
               "jobs": [{"endpoint": "orders", "placeholders": {"id": "id"}}],
               "mappings": {"orders": {"loaded":
                 {"type": "user", "forceType": true, "mapping": {"destination": "loaded"}}}}}}
            """));
  }

  @ParameterizedTest
  @CsvSource({
    "outputbucket, outputBucket",
    "incremental_output, incrementalOutput",
    "mapping, mappings",
    "userdata, userData",
    "#passwort, #password",
  })
  void takesAttributesForOptionsOnlyWhenTheyAreNearlyOne(String key, String meant) {
    assertEquals(
        List.of(
            "The option '%s' is unknown and has no effect. (parameters.config.%s) Did you mean '%s'?"
                .formatted(key, key, meant)),
        hints("{\"config\":{\"jobs\":[{\"endpoint\":\"a\"}],\"" + key + "\":\"x\"}}").stream()
            .map(hint -> hint.replace("has no effect here.", "is unknown and has no effect."))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"config\":{\"jobs\":[{\"endpoint\":\"a\"}],\"region\":\"eu\",\"#token\":\"a secret\",\"id2\":1}}",
        "{\"config\":{\"jobs\":[{\"endpoint\":\"a\"}],\"outputBucket\":\"b\",\"outputBucket2\":\"c\"}}",
        "{\"config\":{\"jobs\":[{\"endpoint\":\"a\",\"params\":{\"u\":{\"attr\":\"userName\"}}}],\"userName\":\"ada\"}}",
        "{\"config\":{\"jobs\":[{\"endpoint\":\"a\",\"__NAME\":\"x\",\"params\":{\"functions\":1,\"attrs\":{\"times\":2}}}]}}",
        "{\"config\":{\"jobs\":[{\"endpoint\":\"a\",\"headers\":{\"X\":\"1\"},\"userData\":{\"endpoint\":\"x\"}}]}}",
        "{\"config\":{\"jobs\":[{\"endpoint\":\"a\"}],\"mappings\":{\"a\":{\"types\":\"b\",\"mapping\":\"c\"}}}}",
        "{\"config\":{\"jobs\":[{\"endpoint\":\"a\"}]},\"iterations\":[{\"region\":\"eu\",\"jobs\":[{\"endpoint\":\"b\"}]}]}",
      })
  void leavesTheUsersOwnKeysAlone(String parameters) {
    assertEquals(List.of(), hints(parameters));
  }

  @Test
  void looksIntoIterationsAndAtTheWholeFile() {
    assertEquals(
        List.of(
            "The option 'iteration' is unknown and has no effect. (parameters.iteration)",
            "The option 'datatype' is unknown and has no effect."
                + " (parameters.iterations[0].jobs[0].datatype) Did you mean 'dataType'?"),
        hints(
            """
            {"iteration": [],
             "iterations": [{"jobs": [{"endpoint": "a", "datatype": "b"}]}]}
            """));
    JsonValue document =
        ReadConfig.json(
            """
            {"parameters": {"api": {"baseUrl": "https://api.example.com/"},
                            "config": {"jobs": [{"endpoint": "a"}]}},
             "runtime": {}, "authorisation": {}}
            """);
    assertEquals(
        List.of(
            "The option 'authorisation' is unknown and has no effect."
                + " Did you mean 'authorization'?"),
        texts(ConfigurationReader.read(document, JsonObject.EMPTY).hints()));
  }

  @Test
  void saysOnceWhatAllIterationsShare() {
    assertEquals(
        1,
        hints(
                """
                {"config": {"jobs": [{"endpoint": "a", "datatype": "b"}]},
                 "iterations": [{"region": "eu"}, {"region": "us"}]}
                """)
            .size());
  }

  @Test
  void namesAttributesThatAreNotThere() {
    assertEquals(
        List.of(
            "parameters.api.http.headers.X-Region",
            "parameters.config.http.headers.X-User",
            "parameters.config.userData.source",
            "parameters.config.jobs[0].params.since.args[0]",
            "parameters.config.jobs[0].headers.X-Job",
            "parameters.config.jobs[0].userData.shop",
            "parameters.config.jobs[0].children[0].params.region"),
        problems(
                """
                {"api": {
                   "baseUrl": "https://api.example.com/",
                   "http": {"headers": {"X-Region": {"attr": "region"}, "X-Host": {"attr": "host"}}}},
                 "config": {
                   "host": "a",
                   "http": {"headers": {"X-User": {"attr": "user"}}},
                   "userData": {"source": {"attr": "source"}},
                   "jobs": [{
                     "endpoint": "a",
                     "params": {"since": {"function": "strtotime", "args": [{"attr": "since"}]}},
                     "headers": {"X-Job": {"attr": "job"}},
                     "userData": {"shop": {"attr": "shop"}},
                     "children": [{
                       "endpoint": "{id}",
                       "placeholders": {"id": "id"},
                       "params": {"region": {"attr": "region"}}}]}]}}
                """)
            .stream()
            .map(problem -> problem.path().orElseThrow().text())
            .toList());
  }

  @Test
  void anAttributeOfEachIterationIsThere() {
    assertEquals(
        List.of(),
        hints(
            """
            {"config": {"jobs": [{"endpoint": "a", "params": {"region": {"attr": "region"}}}]},
             "iterations": [{"region": "eu"}, {"region": "us"}]}
            """));
  }

  private static String withEndpoint(String job) {
    return "{\"endpoint\":\"orders\"," + job.substring(1);
  }

  private static boolean keyIsKnown(String key) {
    return dev.sluice.config.schema.Schema.load().keys().contains(key);
  }

  private static List<String> hints(String parameters) {
    return texts(problems(parameters));
  }

  private static List<String> texts(List<Problem> problems) {
    return problems.stream().map(Problem::text).toList();
  }

  /// Reads a configuration that can be run, with some keys of `parameters` replaced.
  private static List<Problem> problems(String replaced) {
    Map<String, JsonValue> parameters = new LinkedHashMap<>();
    parameters.put("api", ReadConfig.json("{" + API + "}"));
    parameters.put("config", ReadConfig.json("{\"jobs\":[{\"endpoint\":\"orders\"}]}"));
    parameters.putAll(((JsonObject) ReadConfig.json(replaced)).members());
    return ConfigurationReader.read(
            JsonObject.of("parameters", JsonObject.of(parameters)), JsonObject.EMPTY)
        .hints();
  }
}

package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappedTypesTest {
  private static final String JOBS =
      """
      "jobs":[{"endpoint":"orders","children":[{"endpoint":"orders/{id}","dataType":"details",
        "placeholders":{"id":"id"}}]}]
      """;

  private static List<Problem> warnings(String mappings) throws JsonSyntaxError {
    var problems = new Problems();
    ConfigNode config =
        ConfigNode.of(
            new JsonReader().read("{" + JOBS + ",\"mappings\":" + mappings + "}"),
            ConfigPath.of("config"),
            problems);
    List<Job> jobs = JobReader.read(config.at("jobs"), PaginationReader.read(config.at("none")));
    ConfigNode node = config.at("mappings");
    MappedTypes.check(node, MappingsReader.read(node), jobs);
    assertEquals(List.of(), problems.errors());
    return problems.warnings();
  }

  // Spec: tables T-06.
  @Test
  void warnsOfAMisspeltDataType() throws JsonSyntaxError {
    assertEquals(
        List.of(
            Problem.at(
                ConfigPath.of("config.mappings.order"),
                "No job has the data type 'order', so its table has no rows.",
                "Did you mean 'orders'?"),
            Problem.at(
                ConfigPath.of("config.mappings.Details"),
                "No job has the data type 'Details', so its table has no rows.",
                "Did you mean 'details'?")),
        warnings("{\"order\":{\"id\":\"id\"},\"Details\":{\"id\":\"id\"}}"));
  }

  @Test
  void saysNothingOfTypesThatAreMappedOrQuiteDifferent() throws JsonSyntaxError {
    assertEquals(
        List.of(),
        warnings(
            "{\"orders\":{\"id\":\"id\"},\"order\":{\"id\":\"id\"},\"spare\":{\"id\":\"id\"}}"));
  }
}

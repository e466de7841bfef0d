package dev.sluice.function;

import static dev.sluice.function.Evaluator.json;
import static dev.sluice.function.Evaluator.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Functions §2.
class SectionTest {
  private final Evaluator params =
      new Evaluator(Place.JOB_PARAMS)
          .with(
              "attr",
              """
              {"a": 1, "#key": "s3cr3t", "hidden": {"function": "md5", "args": [{"attr": "#key"}]}}
              """);

  @Test
  void evaluatesItsValuesInOrder() {
    assertEquals(
        json("{\"z\": 1, \"b\": \"text\", \"c\": {\"d\": 1}}"),
        params
            .section("{\"z\":{\"attr\":\"a\"},\"b\":\"text\",\"c\":{\"d\":{\"attr\":\"a\"}}}")
            .object());
  }

  @Test
  void doesNotSearchListsThatAreItsValues() {
    assertEquals(
        json("{\"ids\": [{\"attr\": \"a\"}], \"f\": {\"ids\": [1]}}"),
        params
            .section("{\"ids\": [{\"attr\": \"a\"}], \"f\": {\"ids\": [{\"attr\": \"a\"}]}}")
            .object());
  }

  @Test
  void tellsWhichListsHoldFunctions() {
    Section section =
        Section.of(
            object(
                """
                {"ids": [1, {"attr": "a"}, {"x": {"function": "time"}}], "plain": [{"y": 1}],
                 "f": {"ids": [{"attr": "a"}]}}
                """),
            Place.JOB_PARAMS);
    assertEquals(
        List.of(ConfigPath.of("params.ids[1]"), ConfigPath.of("params.ids[2].x")),
        section.unsearchedFunctions(ConfigPath.of("params")));
  }

  @Test
  void tellsWhereItsFaultsAre() {
    Section section =
        Section.of(
            object(
                "{\"a\": {\"function\":\"md5\",\"args\":[{\"function\":\"time\",\"args\":[1]}]}}"),
            Place.JOB_PARAMS);
    assertEquals(
        List.of(
            Problem.at(
                ConfigPath.of("params.a.args[0]"),
                "User script error: time() expects exactly 0 arguments, 1 given",
                "")),
        section.problems(ConfigPath.of("params")));
    assertEquals(List.of("time() expects exactly 0 arguments, 1 given"), section.faults());
  }

  @Test
  void tellsWhichAttributesDoNotExist() {
    Section section =
        Section.of(
            object(
                """
                {"a": {"attr": "a"}, "b": {"function": "md5", "args": [{"attr": "token"}]},
                 "c": {"attr": "columns"}, "d": {"time": "currentStart"}}
                """),
            Place.JOB_PARAMS);
    assertEquals(
        List.of(
            Problem.at(
                ConfigPath.of("params.b.args[0]"),
                "User script error: Error evaluating user function - attr 'token' not found!",
                "")),
        section.unknownAttributes(
            ConfigPath.of("params"), json("{\"a\": 1, \"#token\": \"x\", \"columns\": []}")));
  }

  @Test
  void namesTheValuesMadeOfSecrets() {
    String source =
        """
        {"open": {"attr": "a"}, "key": {"function": "concat", "args": ["k=", {"attr": "#key"}]},
         "behind": {"attr": "hidden"}}
        """;
    assertEquals(Set.of("key"), Section.of(object(source), Place.JOB_PARAMS).secretKeys());
    assertEquals(Set.of("key", "behind"), params.section(source).secretKeys());
  }

  @Test
  void mustBeAnObject() {
    assertEquals(
        "Expected 'object' type, given 'string' type, value '\"k=v\"'.",
        Section.typeFault(json("\"k=v\"")));
    assertEquals(
        "Expected 'object' type, given 'double' type, value '1.5'.",
        Section.typeFault(json("1.5")));
  }
}

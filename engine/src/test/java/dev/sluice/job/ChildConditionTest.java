package dev.sluice.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.ConfigNode;
import dev.sluice.config.JobReader;
import dev.sluice.config.Pagination;
import dev.sluice.config.RecursionFilter;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import dev.sluice.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Which rows a child runs for (spec: jobs-and-paging §5.8).
final class ChildConditionTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/vectors/jobs-and-paging/5.8-recursion-filter.csv",
      delimiterString = " | ",
      quoteCharacter = '`',
      numLinesToSkip = 2)
  void comparesAsTheTableSays(String condition, String row, boolean result) {
    assertEquals(result, holds(condition, Trace.json(row)));
  }

  @Test
  void takesWhiteSpaceAsPartOfNameAndValue() {
    JsonValue row = Trace.json("{\"state \":\" open\",\"state\":\"open\"}");
    assertTrue(holds("state == open", row));
    assertFalse(holds("state== open", row));
    assertTrue(holds("state==open", row));
  }

  @Test
  void refusesToCompareAnObject() {
    var error = assertThrows(UserError.class, () -> holds("a==1", Trace.json("{\"a\":{\"b\":1}}")));
    assertEquals(
        "The 'recursionFilter' of 'orders/{id}' can't compare 'a': the value is an object.",
        error.problems().getFirst().message());
  }

  @Test
  void doesNotLookAtAConditionThatCannotMatter() {
    assertTrue(holds("b==1|a==1", Trace.json("{\"a\":{},\"b\":1}")));
    assertFalse(holds("b==1&a==1", Trace.json("{\"a\":{},\"b\":2}")));
  }

  private static boolean holds(String condition, JsonValue row) {
    return ChildCondition.holds(read(condition), row, "orders/{id}");
  }

  private static RecursionFilter read(String condition) {
    var problems = new Problems();
    JsonObject child =
        JsonObject.builder().put("endpoint", "c").put("recursionFilter", condition).build();
    JsonObject job =
        JsonObject.builder().put("endpoint", "p").put("children", JsonArray.of(child)).build();
    var jobs =
        JobReader.read(
            ConfigNode.of(JsonArray.of(job), ConfigPath.of("jobs"), problems), Pagination.NONE);
    problems.throwIfAny();
    return jobs.getFirst().children().getFirst().rule().recursionFilter().orElseThrow();
  }
}

package dev.sluice.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.config.ConfigNode;
import dev.sluice.config.DataField;
import dev.sluice.config.Job;
import dev.sluice.config.JobReader;
import dev.sluice.config.Pagination;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import dev.sluice.problem.UserError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Finding the rows (spec: jobs-and-paging §3).
final class RowSelectorTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/vectors/jobs-and-paging/3-rows.csv",
      delimiterString = " | ",
      quoteCharacter = '`',
      numLinesToSkip = 2)
  void findsTheRowsAndSaysWhyThereAreNone(
      String response, String dataField, String rows, String warning) {
    RowSelector.Selection found = selector(dataField).select(Trace.json(response));
    assertEquals(Trace.json(rows), new JsonArray(found.rows()));
    assertEquals(warning, found.warning().orElse("-"));
  }

  @Test
  void refusesToChooseAmongSeveralLists() {
    var error =
        assertThrows(
            UserError.class,
            () -> selector("-").select(Trace.json("{\"orders\":[],\"n\":1,\"errors.all\":[]}")));
    assertEquals(
        "More than one array found in response! Use 'dataField' parameter to specify a key to the"
            + " data array. (endpoint: shops/7, arrays in response root: orders, errors.all)",
        error.problems().getFirst().message());
    assertEquals(
        "Write \"dataField\": \"orders\" or \"dataField\":"
            + " {\"path\":\"errors.all\",\"delimiter\":\"/\"}.",
        error.problems().getFirst().remedy());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "\"x\"", "true"})
  void refusesSingleValuesAsResponses(String response) {
    var error = assertThrows(UserError.class, () -> selector("-").select(Trace.json(response)));
    assertEquals("Unknown response from API.", error.problems().getFirst().message());
  }

  private static RowSelector selector(String dataField) {
    return new RowSelector(read(dataField), "shops/7");
  }

  private static Optional<DataField> read(String dataField) {
    JsonObject job = JsonObject.builder().put("endpoint", "shops/{id}").build();
    JsonObject whole = dataField.equals("-") ? job : job.with("dataField", Trace.json(dataField));
    var problems = new Problems();
    List<Job> jobs =
        JobReader.read(
            ConfigNode.of(JsonArray.of(whole), ConfigPath.of("jobs"), problems), Pagination.NONE);
    problems.throwIfAny();
    return jobs.getFirst().rows().dataField();
  }
}

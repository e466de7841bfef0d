package dev.sluice.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.config.Pagination;
import dev.sluice.config.ResponseFilterPaths;
import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.UserError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts of rows as JSON text (spec: jobs-and-paging §4).
final class ResponseFilterTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/vectors/jobs-and-paging/4-response-filter.csv",
      delimiterString = " | ",
      quoteCharacter = '`',
      numLinesToSkip = 2)
  void keepsPartsOfRowsAsText(
      String row, String paths, String delimiter, String level3, String level2) {
    var filter = new ResponseFilterPaths(List.of(paths.split(",", -1)), delimiter);
    assertEquals(level3, filtered(filter, 3, false, row));
    assertEquals(level2.equals("=") ? level3 : level2, filtered(filter, 2, false, row));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"x\":null}", "{\"x\":{\"0\":1}}", "{\"x\":\"text\"}", "{\"x\":1}"})
  void refusesElementsOfWhatIsNoList(String row) {
    var filter = new ResponseFilterPaths(List.of("x[].y"), ".");
    var error = assertThrows(UserError.class, () -> filtered(filter, 3, false, row));
    assertEquals("Error filtering response. 'x' is not an array.", error.getMessage());
  }

  @Test
  void leavesNullUnderElementsAloneAtLevel2() {
    var filter = new ResponseFilterPaths(List.of("x[]"), ".");
    assertEquals("{\"x\":null}", filtered(filter, 2, false, "{\"x\":null}"));
  }

  @Test
  void keepsLiteralsOfNumbersWhenLossless() {
    var filter = new ResponseFilterPaths(List.of("x", "y"), ".");
    assertEquals(
        "{\"x\":\"[0.10,12345678901234567890]\",\"y\":\"1.50\"}",
        filtered(filter, 3, true, "{\"x\":[0.10,12345678901234567890],\"y\":1.50}"));
    assertEquals(
        "{\"x\":\"[0.10]\",\"y\":\"1.50\"}",
        filtered(filter, 2, true, "{\"x\":[0.10],\"y\":1.50}"));
  }

  private static String filtered(
      ResponseFilterPaths paths, int level, boolean lossless, String row) {
    var settings =
        new JobSettings(
            Pagination.NONE,
            Scope.of(() -> Trace.NOW),
            Section.EMPTY,
            Optional.empty(),
            level,
            lossless);
    var filter = new ResponseFilter(paths, settings);
    return JsonWriter.compact(filter.apply(List.of(Trace.json(row))).getFirst());
  }
}

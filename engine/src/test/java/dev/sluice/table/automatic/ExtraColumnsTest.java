package dev.sluice.table.automatic;

import static dev.sluice.table.automatic.Conversion.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.problem.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Extra columns (spec: tables §2.12); conflicts of names are in the examples.
class ExtraColumnsTest {

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "{\"a\":1}", "[[]]"})
  void areNoListsAndNoObjects(String value) {
    UserError error =
        assertThrows(
            UserError.class,
            () -> Conversion.of(page("n", "[{\"id\":1}]", "{\"tag\":" + value + "}")));
    assertEquals(
        "Error assigning parentId to a CSV file! $parentId array cannot be multidimensional. The"
            + " value of the extra column 'tag' must be a text, a number or a boolean: check"
            + " 'userData'.",
        error.getMessage());
  }

  @Test
  void mayBeEmptyListsAndObjects() {
    assertEquals(
        "\"id\",\"a\",\"b\"\n\"1\",\"\",\"\"\n",
        Conversion.of(page("n", "[{\"id\":1}]", "{\"a\":[],\"b\":{}}")).csv("n"));
  }

  @Test
  void doNotMatterOnPagesWithoutRows() {
    assertEquals("", Conversion.of(page("n", "[]", "{\"tag\":[1]}")).files());
    assertEquals("", Conversion.of(page("n", "[null]", "{\"tag\":[1]}")).files());
  }

  @Test
  void areInAllRowsOfTheirPage() {
    assertEquals(
        "\"a\",\"tag\"\n\"\",\"x\"\n\"1\",\"x\"\n",
        Conversion.of(page("n", "[null,{\"a\":1}]", "{\"tag\":\"x\"}")).csv("n"));
  }

  /// Spec: tables §2.12, "Aliases spread".
  @Test
  void renameTheLinkColumnOfLaterTables() {
    Conversion run =
        Conversion.of(
            page("a", "[{\"t\":[1]}]"),
            page("b", "[{\"t\":[{\"JSON_parentId\":1}],\"u\":[2]}]"),
            page("a", "[{\"t\":[2]}]"),
            page("c", "[{\"t\":[3]}]"));
    assertEquals("\"data\",\"JSON_parentId\"", header(run, "a_t"));
    assertEquals("\"JSON_parentId\",\"JSON_parentId_u0\"", header(run, "b_t"));
    assertEquals("\"data\",\"JSON_parentId_u0\"", header(run, "b_u"));
    assertEquals("\"data\",\"JSON_parentId_u0\"", header(run, "c_t"));
  }

  private static String header(Conversion run, String table) {
    return run.csv(table).lines().findFirst().orElse("");
  }
}

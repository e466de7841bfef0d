package dev.sluice.table.automatic;

import static dev.sluice.table.automatic.Conversion.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.problem.UserError;
import dev.sluice.table.Page;
import org.junit.jupiter.api.Test;

class TypeConflictTest {

  @Test
  void namesTheRequestTheRowAndTheRemedy() {
    assertEquals(
        "Error parsing response JSON: Unhandled nodeType change from \"scalar\" to \"object\" in"
            + " \"users.[].t\". The conflict is in row 3 of job 'users', page 1. To store the value"
            + " as JSON text, add \"responseFilter\": \"t\" to the job, or use 'mappings' with"
            + " \"forceType\": true for this property.",
        text(page("users", "[{\"t\":1},{},{\"t\":{}}]")));
  }

  @Test
  void countsRowsFromTheStartOfTheirPage() {
    assertEquals(
        "The conflict is in row 1 of job 'users', page 1. ",
        sentence(page("users", "[{\"t\":1},{}]"), page("users", "[{\"t\":{}}]")));
  }

  @Test
  void writesFiltersThatGoThroughLists() {
    assertEquals(
        "\"responseFilter\": \"t[].k.v\"",
        filter(page("users", "[{\"t\":[{\"k\":{\"v\":1}},{\"k\":{\"v\":{}}}]}]")));
  }

  @Test
  void filtersTheListWhenItsElementsDiffer() {
    assertEquals("\"responseFilter\": \"t\"", filter(page("users", "[{\"t\":[1,{}]}]")));
  }

  @Test
  void choosesADelimiterThatIsNotInTheKeys() {
    assertEquals(
        "\"responseFilter\": \"a.b/c\", \"responseFilterDelimiter\": \"/\"",
        filter(page("users", "[{\"a.b\":{\"c\":1}},{\"a.b\":{\"c\":{}}}]")));
  }

  @Test
  void hasAnotherRemedyForWholeRows() {
    assertEquals(
        "Error parsing response JSON: Unhandled nodeType change from \"scalar\" to \"object\" in"
            + " \"users.[]\". The conflict is in row 2 of job 'users', page 1. Rows must be all"
            + " objects or all scalars: check 'dataField', or describe the rows of this data type in"
            + " 'mappings'.",
        text(page("users", "[1,{}]")));
  }

  private static String text(Page... pages) {
    return String.valueOf(assertThrows(UserError.class, () -> Conversion.of(pages)).getMessage());
  }

  private static String sentence(Page... pages) {
    String text = text(pages);
    return text.substring(text.indexOf("The conflict"), text.indexOf("To store"));
  }

  private static String filter(Page... pages) {
    String text = text(pages);
    return text.substring(text.indexOf("\"responseFilter"), text.indexOf(" to the job"));
  }
}

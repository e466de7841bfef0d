package dev.sluice.table.automatic;

import static dev.sluice.table.automatic.Conversion.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.UserError;
import dev.sluice.table.RecordingDestination.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// Merging of kinds (spec: tables §2.4, §2.5, §10.4).
class KindsTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/vectors/tables/automatic/kinds.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void merge(String first, String second, String kind, String element, String cells, String child) {
    if (kind.contains(" ")) {
      String error = "Error parsing response JSON: " + kind;
      assertEquals(error, error(() -> inOnePage(first, second)));
      assertEquals(error, error(() -> inTwoPages(first, second)));
    } else {
      for (Conversion run : List.of(inOnePage(first, second), inTwoPages(first, second))) {
        assertEquals(kind, kind("data/_users/[]/_t/nodeType", run));
        assertEquals(text(element), kind("data/_users/[]/_t/[]/nodeType", run));
        assertEquals(text(cells), cellsOfUsers(run));
        assertEquals(text(child), childTable(run, kind("data/_users/[]/_t/nodeType", run)));
      }
    }
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static String row(String value) {
    return "{\"t\":" + value + "}";
  }

  private static Conversion inOnePage(String first, String second) {
    return Conversion.of(page("users", "[" + row(first) + "," + row(second) + "]"));
  }

  private static Conversion inTwoPages(String first, String second) {
    return Conversion.of(
        page("users", "[" + row(first) + "]"), page("users", "[" + row(second) + "]"));
  }

  private static String error(Runnable run) {
    return assertThrows(UserError.class, run::run).problems().getFirst().message();
  }

  private static String kind(String path, Conversion run) {
    JsonValue found = JsonPath.find(path, run.state(), "/").orElse(new JsonString(""));
    return ((JsonString) found).value();
  }

  private static String cellsOfUsers(Conversion run) {
    List<String> cells = new ArrayList<>();
    for (List<String> row : run.table("users").rows()) {
      cells.add(row.getFirst().startsWith("users_") ? "link" : shown(row.getFirst()));
    }
    return String.join("; ", cells);
  }

  /// {@return the header and the rows without the link; the name of a moved property in another
  /// page is that of its old place, E08}
  private static String childTable(Conversion run, String kind) {
    Table table = run.tables().get("users_t");
    if (table == null) {
      return "";
    }
    assertEquals("array", kind);
    int columns = table.columns().size() - 1;
    List<String> cells = new ArrayList<>();
    table.rows().forEach(row -> cells.add(shown(String.join(",", row.subList(0, columns)))));
    String header =
        String.join(",", table.columns().subList(0, columns)).replaceAll("^(t_x|x_u0)$", "x");
    return header + ": " + String.join("; ", cells);
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? "''" : cell;
  }

  /// Spec: tables §2.5.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'t':null},{'t':['a']}] | true",
        "[{'t':['a']},{'t':null}] | true",
        "[{'t':null},{'t':['a']},{'t':['b']}] | false",
        "[{'t':['a']},{'t':null},{'t':[]}] | true",
        "[{'t':['a']},{'t':null},{'t':[null]}] | true",
        "[{'t':['a']},{'t':null},{'t':'b'}] | false"
      })
  void aNullBesideAListLosesItsValues(String rows, boolean loses) {
    Conversion run = Conversion.of(page("users", rows.replace('\'', '"')));
    assertEquals(!loses, run.csv("users_t").contains("\"a\""));
    assertEquals(
        loses,
        run.log()
            .contains(
                "warning: Values of 'users.[].t' are not written, because the last list value was"
                    + " null. With \"lossless\": true in 'config' they are."));
    Conversion lossless = Conversion.Setup.LOSSLESS.of(page("users", rows.replace('\'', '"')));
    assertTrue(lossless.csv("users_t").contains("\"a\""));
    assertEquals(List.of(), lossless.log());
  }

  @Test
  void theObjectsVersionOfAPropertyDecides() {
    Conversion run =
        Conversion.of(page("users", "[{\"t\":{\"k\":\"s\"}},{\"t\":[{\"k\":[\"x\"]}]}]"));
    assertTrue(run.csv("users_t").startsWith("\"k\",\"JSON_parentId\"\n\"s\",\"users_"));
    assertTrue(run.csv("users_t").contains("\n\"[\"\"x\"\"]\",\"users_"));
    assertEquals(
        List.of("error: Data parse error in 'k' - unexpected 'array' where 'scalar' was expected!"),
        run.log());
  }

  /// The original ends with a crash (spec: tables §2.4).
  @Test
  void aMovedObjectDoesNotTakeScalars() {
    assertEquals(
        "Error parsing response JSON: Unhandled nodeType change from \"object\" to \"scalar\" in"
            + " \"users.[].t.[].k\"",
        error(() ->
            Conversion.of(page("users", "[{\"t\":{\"k\":{\"z\":1}}},{\"t\":[{\"k\":\"s\"}]}]"))));
  }

  @Test
  void saysWhichPropertiesOfMovedObjectsAreNotWritten() {
    String rows = "[{\"t\":{\"k\":{\"z\":1}}},{\"t\":[{\"k\":{\"w\":\"lost\"}}]}]";
    assertEquals(
        List.of(
            "warning: Values of 'users.[].t.[].k.w' are not written, because other values at this"
                + " place are of another kind."),
        Conversion.of(page("users", rows)).log());
    assertTrue(
        Conversion.Setup.LOSSLESS.of(page("users", rows)).csv("users_t").contains("\"lost\""));
  }

  @Test
  void reportsConflictsFurtherDownFirst() {
    assertEquals(
        "Error parsing response JSON: Unhandled nodeType change from \"scalar\" to \"object\" in"
            + " \"users.[].t.[]\"",
        error(() -> Conversion.of(page("users", "[{\"t\":{\"k\":1}},{\"t\":[1,{}]}]"))));
  }

  @Test
  void rowsAreAllObjectsOrAllScalars() {
    assertEquals(
        "Error parsing response JSON: Unhandled nodeType change from \"scalar\" to \"object\" in"
            + " \"users.[]\"",
        error(() -> Conversion.of(page("users", "[\"a\",{\"a\":1}]"))));
  }
}

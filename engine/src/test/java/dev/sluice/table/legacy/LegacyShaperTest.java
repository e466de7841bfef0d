package dev.sluice.table.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.UserError;
import dev.sluice.table.Page;
import dev.sluice.table.RecordedLog;
import dev.sluice.table.RecordingDestination;
import dev.sluice.table.RowKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spec: tables §3.2, §3.3.
class LegacyShaperTest {
  @TempDir Path temporary;
  private final RecordingDestination destination = new RecordingDestination();
  private final RecordedLog log = new RecordedLog();

  private static JsonArray list(String json) throws JsonSyntaxError {
    return (JsonArray) new JsonReader().read(json.replace('`', '"'));
  }

  private static JsonObject object(String json) throws JsonSyntaxError {
    return (JsonObject) list("[" + json + "]").items().getFirst();
  }

  private static Page page(String type, String rows) throws JsonSyntaxError {
    return page(type, rows, "{}");
  }

  private static Page page(String type, String rows, String extra) throws JsonSyntaxError {
    return new Page(type, list(rows).items(), object(extra), "job 'orders', page 1");
  }

  private LegacyShaper shaper(Optional<JsonObject> known) {
    return new LegacyShaper(known, false, temporary, destination, log);
  }

  private Map<String, List<String>> tables(Page... pages) {
    return tables(Optional.empty(), pages);
  }

  private Map<String, List<String>> tables(Optional<JsonObject> known, Page... pages) {
    try (var shaper = shaper(known)) {
      for (Page page : pages) {
        shaper.take(page);
      }
      shaper.finish();
    }
    return destination.lines();
  }

  private List<String> warnings() {
    return log.lines().stream().filter(line -> line.startsWith("warning")).toList();
  }

  @Test
  void keepsTheValuesOfAListBesideNull() throws JsonSyntaxError {
    Map<String, List<String>> tables =
        tables(page("o", "[{`t`:null},{`t`:[`a`]},{`t`:null}]"), page("o", "[{`t`:[]}]"));
    assertEquals(2, tables.getOrDefault("o_t", List.of()).size());
    assertTrue(tables.getOrDefault("o_t", List.of()).getLast().startsWith("a,o_"));
  }

  @Test
  void makesSingleValuesListsWhereOthersAreLists() throws JsonSyntaxError {
    Map<String, List<String>> tables = tables(page("o", "[{`t`:`a`},{`t`:[`b`,`c`]},{`t`:``}]"));
    assertEquals(
        List.of("data,JSON_parentId", "a", "b", "c", ""),
        tables.getOrDefault("o_t", List.of()).stream()
            .map(line -> line.startsWith("data") ? line : line.substring(0, line.indexOf(',')))
            .toList());
  }

  @Test
  void linksListsInObjectsToTheObject() throws JsonSyntaxError {
    // The same hashes as in E06.
    assertEquals(
        Map.of(
            "orders",
            List.of("id,meta_labels", "7,orders.meta_7ef52defc63d8b13da496f1b8d4c7725"),
            "orders_meta_labels",
            List.of("data,JSON_parentId", "x,orders.meta_7ef52defc63d8b13da496f1b8d4c7725")),
        tables(page("orders", "[{`id`:7,`meta`:{`labels`:[`x`]}}]")));
  }

  @Test
  void leavesScalarsAndObjectsBesideAnEmptyListAsTheyAre() throws JsonSyntaxError {
    assertEquals(
        Map.of("o", List.of("u,v_k", "x,1", ",")),
        tables(page("o", "[{`u`:`x`,`v`:{`k`:1}},{`u`:[],`v`:[]}]")));
  }

  @Test
  void writesAnEmptyObjectBesideAScalarAsJson() throws JsonSyntaxError {
    assertEquals(Map.of("o", List.of("t", "a", "{}")), tables(page("o", "[{`t`:`a`},{`t`:{}}]")));
    assertEquals(
        List.of(
            "debug: Analyzing o",
            "error: Data parse error in 't' - unexpected 'object' where 'scalar' was expected!"),
        log.lines());
  }

  @Test
  void takesAnObjectForEmptyWhoseFirstPropertyIs() throws JsonSyntaxError {
    assertEquals(
        Map.of("o", List.of("id", "1")), tables(page("o", "[{`id`:1,`x`:{`a`:{},`b`:1}}]")));
    destination.tables().clear();
    assertEquals(
        Map.of("o", List.of("id,x_b", "1,2")), tables(page("o", "[{`id`:1,`x`:{`b`:2,`a`:{}}}]")));
  }

  @Test
  void showsTheLastOfTwoPropertiesWithOneNameAndAnEmptyColumn() throws JsonSyntaxError {
    String second = RowKey.ofText("a_b");
    assertEquals(
        Map.of("o", List.of("a_b," + second, "2,", ",")),
        tables(page("o", "[{`a.b`:1,`a_b`:2},{`a.b`:3}]")));
  }

  @Test
  void takesNamesForEqualThatAreEqualAsNumbers() throws JsonSyntaxError {
    List<String> rows = tables(page("o", "[{`10`:1,`1e1`:2,`x`:3}]")).get("o");
    assertEquals(List.of("10," + RowKey.ofText("1e1") + ",x,1e1", "1,,3,2"), rows);
  }

  @Test
  void neverRepeatsAName() throws JsonSyntaxError {
    List<String> rows = tables(page("o", "[{`a.b`:1,`a_b`:2,`a`:{`b`:3}}]")).get("o");
    String hash = RowKey.ofText("a_b");
    assertEquals(List.of("a_b," + hash + "," + RowKey.ofText(hash), "3,,"), rows);
  }

  @Test
  void letsExtraColumnsWinOverData() throws JsonSyntaxError {
    assertEquals(
        Map.of("o", List.of("c,x," + RowKey.ofText("c"), "parent,1,")),
        tables(page("o", "[{`c`:`own`,`x`:1}]", "{`c`:`parent`}")));
  }

  @Test
  void makesRectangularTablesWhereExtraColumnsDiffer() throws JsonSyntaxError {
    assertEquals(
        Map.of("o", List.of("id,e,f", "1,a,", "2,,b", "3,,")),
        tables(
            page("o", "[{`id`:1}]", "{`e`:`a`}"),
            page("o", "[{`id`:2}]", "{`f`:`b`}"),
            page("o", "[{`id`:3}]")));
  }

  @Test
  void refusesExtraColumnsThatAreListsOrObjects() throws JsonSyntaxError {
    Page page = page("o", "[{`id`:1}]", "{`e`:[1]}");
    UserError error = assertThrows(UserError.class, () -> tables(page));
    assertTrue(error.problems().getFirst().message().startsWith("Error assigning parentId"));
    destination.tables().clear();
    assertEquals(Map.of("p", List.of("id,e", "1,")), tables(page("p", "[{`id`:1}]", "{`e`:{}}")));
  }

  @Test
  void unitesTablesWithOneNameByColumns() throws JsonSyntaxError {
    assertEquals(
        Map.of("a_b", List.of("x,y,z", "1,2,", ",4,3")),
        tables(page("a.b", "[{`x`:1,`y`:2}]"), page("a/b", "[{`z`:3,`y`:4}]")));
    assertEquals(1, warnings().size());
  }

  @ParameterizedTest
  @CsvSource({"[]", "[null]", "[false]", "[0]", "[``]", "[[]]"})
  void knowsNothingOfAnEmptyPage(String rows) throws JsonSyntaxError {
    assertEquals(Map.of(), tables(page("o", rows)));
    assertEquals(List.of("debug: No data returned in 'o'"), log.lines());
  }

  @Test
  void writesAHeaderForAnEmptyPageOfAKnownType() throws JsonSyntaxError {
    assertEquals(
        Map.of("o", List.of("id,v_k")),
        tables(
            Optional.of(object("{`o.v`:{`k`:`scalar`},`o`:{`id`:`scalar`,`v`:`object`}}")),
            page("o", "[]")));
  }

  @Test
  void keepsTheColumnsAndKindsOfTheState() throws JsonSyntaxError {
    JsonObject state = object("{`o.t`:{`data`:`scalar`},`o`:{`old`:`scalar`,`t`:`arrayOfscalar`}}");
    Map<String, List<String>> tables = tables(Optional.of(state), page("o", "[{`id`:1,`t`:`a`}]"));
    assertEquals("old,t,id", tables.getOrDefault("o", List.of()).getFirst());
    assertEquals(2, tables.getOrDefault("o_t", List.of()).size());
    assertTrue(
        log.lines()
            .contains(
                "debug: Trying to parse an unknown data type 'o.t'. Trying on-the-fly analysis"));
  }

  @Test
  void doesNotPutWhatWritingFoundIntoTheState() throws JsonSyntaxError {
    JsonObject state = object("{`o`:{`t`:`arrayOfNULL`}}");
    try (var shaper = shaper(Optional.of(state))) {
      shaper.take(page("o", "[{`t`:`a`}]"));
      JsonObject learned = object("{`o`:{`t`:`arrayOfscalar`}}");
      assertEquals(Optional.of(learned), shaper.structure());
      shaper.finish();
      assertEquals(Optional.of(learned), shaper.structure());
    }
    assertEquals(
        "data,JSON_parentId", destination.lines().getOrDefault("o_t", List.of()).getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {`o`:{`a`:`integer`}} | Undefined data type integer.
          {`o`:{`a`:7}} | Undefined data type integer.
          {`o`:`x`} | Undefined data type o.
          """)
  void refusesAStateThatIsNoStructure(String state, String message) throws JsonSyntaxError {
    JsonObject broken = object(state.strip());
    UserError error = assertThrows(UserError.class, () -> shaper(Optional.of(broken)).close());
    assertEquals(
        "State contains an invalid table structure: " + message + " Reset the state.",
        error.problems().getFirst().text());
  }

  @Test
  void givesATableWithTheLinkOnlyToElementsWithoutColumns() throws JsonSyntaxError {
    Map<String, List<String>> tables = tables(page("o", "[{`id`:1,`n`:[null],`h`:[{}]}]"));
    assertEquals("JSON_parentId", tables.getOrDefault("o_n", List.of()).getFirst());
    assertEquals(2, tables.getOrDefault("o_n", List.of()).size());
    assertEquals(2, tables.getOrDefault("o_h", List.of()).size());
  }

  @Test
  void makesNoTableOfRowsWithoutColumns() throws JsonSyntaxError {
    assertEquals(Map.of(), tables(page("o", "[{},{}]")));
    assertEquals(1, warnings().size());
  }

  @Test
  void writesListsInListsAsJsonAndSaysSoOnce() throws JsonSyntaxError {
    assertEquals(
        Map.of("o", List.of("data", "[1,\"é\"]".replace("é", "\\u00e9"), "[2]")),
        tables(page("o", "[[1,`é`],[2]]")));
    String message = "Unsupported array nesting in 'o'! Converting to JSON string.";
    assertEquals(List.of("warning: " + message, "warning: " + message + " (2 times)"), warnings());
  }

  @Test
  void writesTheRowWhereOnlyNullWasExpected() throws JsonSyntaxError {
    assertEquals(
        Map.of("o", List.of("id,a_b", "1,", "2,{\"id\":2,\"a.b\":{}}")),
        tables(page("o", "[{`id`:1,`a.b`:null},{`id`:2,`a.b`:{}}]")));
    assertEquals(
        List.of("warning: Encountered data where 'NULL' was expected from previous analysis"),
        warnings());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          [{`t`:`a`},{`t`:{`x`:1}}] | Unhandled type change from "scalar" to "object" in 'o.t'
          [{`t`:{`x`:1}},{`t`:`a`}] | Unhandled type change from "object" to "scalar" in 'o.t'
          [{`t`:`a`},{`t`:[{`x`:1}]}] | Data array in 'o.t' contains incompatible data types 'scalar' and 'object'!
          [{`t`:[{`x`:1}]},{`t`:`a`}] | Unhandled type change from "arrayOfobject" to "scalar" in 'o.t'
          [{`t`:[1,{`a`:1}]}] | Data array in 'o.t' contains incompatible data types 'scalar' and 'object'!
          [{`t`:[1]},{`t`:[{`a`:1}]}] | Data array in 'o.t' contains incompatible data types 'scalar' and 'object'!
          [`a`,{`a`:1}] | Data array in 'o' contains incompatible data types 'scalar' and 'object'!
          """)
  void refusesTypesThatExcludeEachOther(String rows, String message) throws JsonSyntaxError {
    Page page = page("o", rows.strip());
    UserError error = assertThrows(UserError.class, () -> tables(page));
    assertEquals("Error parsing response JSON: " + message, error.problems().getFirst().message());
    assertTrue(error.problems().getFirst().text().contains("of job 'orders', page 1"));
  }

  @Test
  void findsConflictsAcrossPages() throws JsonSyntaxError {
    Page scalars = page("o", "[`a`]");
    Page objects = page("o", "[{`a`:1}]");
    UserError error = assertThrows(UserError.class, () -> tables(scalars, objects));
    assertEquals(
        "Error parsing response JSON: Data array in 'o' contains incompatible data types 'scalar'"
            + " and 'object'!",
        error.problems().getFirst().message());
  }

  @Test
  void acceptsAPropertyNamedDataOnEveryPage() throws JsonSyntaxError {
    assertEquals(
        Map.of("o", List.of("data", "1", "2")),
        tables(page("o", "[{`data`:1}]"), page("o", "[{`data`:2}]")));
  }

  @Test
  void keepsMoreRowsThanFitIntoMemory() throws JsonSyntaxError, IOException {
    String wide = "x".repeat(1000);
    try (var shaper = shaper(Optional.empty())) {
      for (int i = 0; i < 1500; i++) {
        shaper.take(page("o", "[{`id`:" + i + ",`w`:`" + wide + "`}]", "{`e`:" + i + "}"));
      }
      try (var files = Files.list(temporary)) {
        assertEquals(1, files.count());
      }
      shaper.finish();
    }
    List<String> rows = destination.lines().getOrDefault("o", List.of());
    assertEquals(1501, rows.size());
    assertEquals("1499," + wide + ",1499", rows.getLast());
    try (var files = Files.list(temporary)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void refusesADataTypeOfWhichNothingIsLeft() throws JsonSyntaxError {
    Page page = page("日本", "[{`a`:1}]");
    UserError error = assertThrows(UserError.class, () -> tables(page));
    assertTrue(error.problems().getFirst().message().startsWith("Cannot name the table"));
  }
}

package dev.sluice.table.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.ConfigNode;
import dev.sluice.config.Mappings;
import dev.sluice.config.MappingsReader;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import dev.sluice.problem.UserError;
import dev.sluice.table.CellText;
import dev.sluice.table.Destination;
import dev.sluice.table.Page;
import dev.sluice.table.RecordedLog;
import dev.sluice.table.RecordingDestination;
import dev.sluice.table.Shaper;
import dev.sluice.table.TableWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedShaperTest {
  private static final String KEYED_KIDS =
      """
      {`u`:{`id`:{`mapping`:{`destination`:`id`,`primaryKey`:true}},
            `kids`:{`type`:`table`,`destination`:`kids`,`tableMapping`:{`.`:`v`}}}}
      """;
  private static final String KIDS =
      "{`u`:{`id`:`id`,`kids`:{`type`:`table`,`destination`:`kids`,`tableMapping`:{`.`:`v`}}}}";

  private final RecordingDestination destination = new RecordingDestination();
  private final RecordedLog log = new RecordedLog();

  private static JsonArray list(String json) throws JsonSyntaxError {
    return (JsonArray) new JsonReader().read(json.replace('`', '"'));
  }

  private static Page page(String type, String rows) throws JsonSyntaxError {
    return page(type, rows, "{}");
  }

  private static Page page(String type, String rows, String extra) throws JsonSyntaxError {
    JsonObject columns = (JsonObject) list("[" + extra + "]").items().getFirst();
    return new Page(type, list(rows).items(), columns, "job 'users', page 2");
  }

  private static Mappings mappings(String json) throws JsonSyntaxError {
    var problems = new Problems();
    Mappings mappings =
        MappingsReader.read(
            ConfigNode.of(
                new JsonReader().read(json.replace('`', '"')), ConfigPath.ROOT, problems));
    problems.throwIfAny();
    return mappings;
  }

  private Map<String, List<String>> tables(String mappings, CellText form, Page... pages)
      throws JsonSyntaxError {
    try (var shaper = new MappedShaper(mappings(mappings), form, destination, log, NoShaper::new)) {
      for (Page page : pages) {
        shaper.take(page);
      }
      shaper.finish();
    }
    return destination.lines();
  }

  private Map<String, List<String>> tables(String mappings, Page... pages) throws JsonSyntaxError {
    return tables(mappings, CellText.ORIGINAL, pages);
  }

  // Spec: tables §4.5.
  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "``", "`0`", "0", "0.0", "false"})
  void skipsEmptyValuesWithoutAPrimaryKey(String value) throws JsonSyntaxError {
    assertEquals(
        Map.of("u", List.of("id,kids", "1,")),
        tables(KIDS, page("u", "[{`id`:1,`kids`:" + value + "}]")));
  }

  @Test
  void takesAnEmptyObjectForARow() throws JsonSyntaxError {
    String mappings = KIDS.replace("`.`:`v`", "`n`:`v`");
    Map<String, List<String>> tables = tables(mappings, page("u", "[{`id`:1,`kids`:{}}]"));
    assertEquals(2, tables.getOrDefault("kids", List.of()).size());
  }

  // Spec: tables §4.5, T-12.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      nullValues = "no row",
      textBlock =
          """
          {`id`:1}             | ,1
          {`id`:1,`kids`:null} | ,1
          {`id`:1,`kids`:``}   | ,1
          {`id`:1,`kids`:0}    | 0,1
          {`id`:1,`kids`:false}| ,1
          {`id`:1,`kids`:`a`}  | a,1
          {`id`:1,`kids`:[]}   | no row
          """)
  void makesABlankRowOfAMissingValueUnderAPrimaryKey(
      String row, @org.jspecify.annotations.Nullable String kid) throws JsonSyntaxError {
    List<String> kids = tables(KEYED_KIDS, page("u", "[" + row + "]")).get("kids");
    assertEquals(kid == null ? List.of("v,u_pk") : List.of("v,u_pk", kid), kids);
  }

  @Test
  void warnsOfBlankRowsOncePerTable() throws JsonSyntaxError {
    tables(KEYED_KIDS, page("u", "[{`id`:1},{`id`:2},{`id`:3,`kids`:0}]"), page("u", "[{}]"));
    assertEquals(1, log.lines().size());
    assertTrue(log.lines().getFirst().startsWith("warning: Table 'kids' gets a row without"));
  }

  @Test
  void leavesBlankRowsOutWhenNothingMayBeLost() throws JsonSyntaxError {
    assertEquals(
        Map.of("u", List.of("id", "1", "2", "3"), "kids", List.of("v,u_pk", "0,3")),
        tables(
            KEYED_KIDS,
            CellText.LOSSLESS,
            page("u", "[{`id`:1},{`id`:2,`kids`:null},{`id`:3,`kids`:0}]")));
    assertEquals(List.of(), log.lines());
  }

  @Test
  void makesBlankRowsUnderATableThatHasOnlyItsParentKey() throws JsonSyntaxError {
    Map<String, List<String>> tables =
        tables(
            """
            {`u`:{`id`:{`mapping`:{`destination`:`id`,`primaryKey`:true}},
              `kids`:{`type`:`table`,`destination`:`kids`,`parentKey`:{`primaryKey`:true},
                `tableMapping`:{`n`:`n`,
                  `toys`:{`type`:`table`,`destination`:`toys`,`tableMapping`:{`.`:`t`}}}}}}
            """,
            page("u", "[{`id`:7,`kids`:[{`n`:`a`}]}]"));
    assertEquals(List.of("n,u_pk", "a,7"), tables.get("kids"));
    assertEquals(List.of("t,kids_pk", ",7"), tables.get("toys"));
    assertEquals(List.of("u_pk"), destination.primaryKeys().get("kids"));
  }

  @Test
  void writesValuesInTheFormThatIsAskedFor() throws JsonSyntaxError {
    String mappings = "{`u`:{`a`:`a`,`b`:`b`,`c`:{`mapping`:{`destination`:`c`},`forceType`:1}}}";
    String rows = "[{`a`:true,`b`:1e400,`c`:[1.10]}]";
    assertEquals(
        List.of("a,b,c", "1,INF,[1.1000000000000001]"), tables(mappings, page("u", rows)).get("u"));
    destination.tables().clear();
    assertEquals(
        List.of("a,b,c", "true,1e400,[1.10]"),
        tables(mappings, CellText.LOSSLESS, page("u", rows)).get("u"));
  }

  @Test
  void warnsOnceOfNumbersThatLoseDigits() throws JsonSyntaxError {
    tables(
        "{`u`:{`a`:`a`,`b`:`b`}}",
        page("u", "[{`a`:12345678901234567890,`b`:0.1},{`a`:98765432109876543210}]"));
    assertEquals(1, log.lines().size());
    assertTrue(log.lines().getFirst().startsWith("warning: Numbers of column 'a' in table 'u'"));
  }

  @Test
  void takesRowsOfAnyKind() throws JsonSyntaxError {
    assertEquals(
        List.of("a,v,first", ",x,", ",,", ",,p", ",7,"),
        tables(
                "{`u`:{`a`:`a`,``:`v`,`0`:{`mapping`:{`destination`:`first`}}}}",
                page("u", "[`x`,null,[`p`,`q`],7]"))
            .get("u"));
  }

  @Test
  void looksUpUserColumnsStepByStepButTheirKeysWhole() throws JsonSyntaxError {
    Map<String, List<String>> tables =
        tables(
            """
            {`u`:{`a/b`:{`type`:`user`,`mapping`:{`destination`:`deep`,`primaryKey`:true}},
                  `id`:{`mapping`:{`destination`:`id`,`primaryKey`:true}},
                  `k`:{`type`:`table`,`destination`:`k`,`tableMapping`:{`.`:`v`}}}}
            """,
            page("u", "[{`id`:1,`k`:[`x`]}]", "{`a`:{`b`:`in`}}"));
    assertEquals(List.of("deep,id", "in,1"), tables.get("u"));
    assertEquals(List.of("v,u_pk", "x,,1"), tables.get("k"));
  }

  @Test
  void joinsKeyValuesWithoutEscapes() throws JsonSyntaxError {
    String key = "`mapping`:{`primaryKey`:true,`destination`:";
    Map<String, List<String>> tables =
        tables(
            "{`u`:{`a`:{"
                + key
                + "`a`}},`b`:{"
                + key
                + "`b`}},`c`:{"
                + key
                + "`c`}},"
                + "`k`:{`type`:`table`,`destination`:`k`,`tableMapping`:{`.`:`v`}}}}",
            page("u", "[{`a`:1.5,`b`:true,`c`:false,`k`:1},{`a`:`x,y`,`b`:null,`k`:2}]"));
    assertEquals(List.of("v,u_pk", "1,1.5,1,", "2,x,y,,"), tables.get("k"));
  }

  // Spec: tables §4.7.
  @Test
  void endsInTheOwnTableUnderAPrimaryKey() throws JsonSyntaxError {
    assertEquals(
        Map.of("u", List.of("id", "11", "1", "", "2", "3")),
        tables(
            """
            {`u`:{`id`:{`mapping`:{`destination`:`id`,`primaryKey`:true}},
                  `kids`:{`type`:`table`,`destination`:`u`,`parentKey`:{`disable`:true}}}}
            """,
            page("u", "[{`id`:1,`kids`:[{`id`:11}]},{`id`:2,`kids`:0},{`id`:3,`kids`:null}]")));
    assertEquals(List.of(), log.lines());
  }

  @Test
  void givesRowsOfTheOwnTableTheParentKeyOfTheRowTheyCameFrom() throws JsonSyntaxError {
    Map<String, List<String>> tables =
        tables(
            """
            {`u`:{`id`:{`mapping`:{`destination`:`id`,`primaryKey`:true}},
              `k`:{`type`:`table`,`destination`:`k`,`tableMapping`:{`n`:`n`,
                `sub`:{`type`:`table`,`destination`:`k`,`parentKey`:{`disable`:true}}}}}}
            """,
            page("u", "[{`id`:9,`k`:[{`n`:1,`sub`:[{`n`:2,`sub`:{`n`:3}}]},{`n`:4}]}]"));
    assertEquals(List.of("n,u_pk", "3,9", "2,9", "1,9", "4,9"), tables.get("k"));
  }

  @Test
  void opensATableOnItsFirstPageOrValueEvenIfEmpty() throws JsonSyntaxError {
    assertEquals(Map.of("u", List.of("id,kids")), tables(KIDS, page("u", "[]")));
    destination.tables().clear();
    assertEquals(
        Map.of("u", List.of("id", "1"), "kids", List.of("v,u_pk")),
        tables(KEYED_KIDS, page("u", "[{`id`:1,`kids`:[]}]")));
  }

  @Test
  void writesTheChildrenOfATableThatHasNoColumnItself() throws JsonSyntaxError {
    assertEquals(
        Map.of("k", List.of("v", "x")),
        tables(
            """
            {`u`:{`k`:{`type`:`table`,`destination`:`k`,`tableMapping`:{`.`:`v`},
                       `parentKey`:{`disable`:true}}}}
            """,
            page("u", "[{`k`:[`x`]}]")));
    assertEquals(1, log.lines().size());
  }

  // Spec: tables §4.8.
  @Test
  void unitesTwoItemsThatFillOneTable() throws JsonSyntaxError {
    String list =
        "{`type`:`table`,`destination`:`mails`,`tableMapping`:{`.`:`mail`},"
            + "`parentKey`:{`disable`:true}}";
    assertEquals(
        List.of("mail", "a", "b", "c"),
        tables(
                "{`u`:{`id`:`id`,`home`:" + list + ",`work`:" + list + "}}",
                page("u", "[{`id`:1,`home`:[`a`],`work`:`b`},{`id`:2,`work`:[`c`]}]"))
            .get("mails"));
    assertEquals(List.of(), log.lines());
  }

  @Test
  void mergesTablesOfDifferentLevels() throws JsonSyntaxError {
    Map<String, List<String>> tables =
        tables(
            """
            {`u`:{`id`:{`mapping`:{`destination`:`id`,`primaryKey`:true}},
              `b`:{`type`:`table`,`destination`:`b`,`tableMapping`:{
                `n`:{`mapping`:{`destination`:`n`,`primaryKey`:true}},
                `deep`:{`type`:`table`,`destination`:`t`,`parentKey`:{`destination`:`ref`},
                  `tableMapping`:{`.`:`v`}}}},
              `a`:{`type`:`table`,`destination`:`t`,`parentKey`:{`destination`:`ref`},
                `tableMapping`:{`.`:`v`}}}}
            """,
            page(
                "u",
                "[{`id`:1,`a`:[`x`],`b`:[{`n`:`n1`,`deep`:[`y`]}]},"
                    + "{`id`:2,`a`:[`z`],`b`:[{`n`:`n2`,`deep`:[]}]}]"));
    assertEquals(List.of("v,ref", "y,n1", "x,1", "z,2"), tables.get("t"));
    assertEquals(List.of("debug: Merging results for 't'."), log.lines());
  }

  @Test
  void mergesATableThatIsNamedLikeAnAncestor() throws JsonSyntaxError {
    Map<String, List<String>> tables =
        tables(
            """
            {`u`:{`v`:`v`,
              `k`:{`type`:`table`,`destination`:`k`,`parentKey`:{`disable`:true},`tableMapping`:{
                `n`:`n`,
                `w`:{`type`:`table`,`destination`:`u`,`parentKey`:{`disable`:true},
                  `tableMapping`:{`v`:`v`}}}}}}
            """,
            page("u", "[{`v`:`top`,`k`:[{`n`:1,`w`:[{`v`:`deep`}]}]},{`v`:`next`}]"));
    assertEquals(Map.of("u", List.of("v", "top", "next", "deep"), "k", List.of("n", "1")), tables);
  }

  @Test
  void refusesToMergeTablesWithDifferentColumns() throws JsonSyntaxError {
    String mappings =
        "{`u`:{`k`:{`type`:`table`,`destination`:`t`,`tableMapping`:{`.`:`a`}}},"
            + "`o`:{`k`:{`type`:`table`,`destination`:`t`,`tableMapping`:{`.`:`a`}}}}";
    Page first = page("u", "[{`k`:[1]}]");
    Page second = page("o", "[{`k`:[1]}]");
    UserError error = assertThrows(UserError.class, () -> tables(mappings, first, second));
    assertEquals(
        "Multiple results for 't' table have different columns!",
        error.problems().getFirst().message());
  }

  @Test
  void mergesWithTablesThatAreNotMapped() throws JsonSyntaxError {
    try (var shaper =
        new MappedShaper(
            mappings("{`u`:{`v`:`v`}}"), CellText.ORIGINAL, destination, log, SoleTable::new)) {
      shaper.take(page("other", "[1,2]"));
      assertEquals(1, shaper.take(page("u", "[{`v`:`mapped`}]")));
      shaper.finish();
    }
    assertEquals(Map.of("u", List.of("v", "mapped", "automatic")), destination.lines());
    assertEquals(List.of("debug: Merging results for 'u'."), log.lines());
  }

  /// Makes one row of table `u` of each page.
  private record SoleTable(Destination destination) implements Shaper {
    @Override
    public long take(Page page) {
      return 2;
    }

    @Override
    public void finish() {
      TableWriter writer = destination.begin(List.of("v"));
      writer.write(new String[] {"automatic"});
      destination.finish("u", List.of("v"), List.of(), List.of(writer));
    }

    @Override
    public Optional<JsonObject> structure() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  // Spec: tables §4.3.
  @Test
  void refusesListsAndObjectsInColumns() throws JsonSyntaxError {
    Page page = page("u", "[{`id`:{`c`:`UK`},`kids`:[],`b`:[`a`]}]", "{}");
    UserError error =
        assertThrows(UserError.class, () -> tables("{`u`:{`b`:`bee`,`x`:`x`,`id`:`id`}}", page));
    assertEquals(
        "Error saving 'u' data to CSV column: Error writing 'bee,id' column: Cannot write data into"
            + " column: [\"a\"]. Map a value inside it, or set 'forceType' to keep it as JSON (job"
            + " 'users', page 2).",
        error.problems().getFirst().text());
  }

  @Test
  void refusesListsAndObjectsInUserColumnsWhateverForceTypeSays() throws JsonSyntaxError {
    Page page = page("u", "[{}]", "{`tag`:{`a`:1}}");
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                tables(
                    "{`u`:{`tag`:{`type`:`user`,`forceType`:1,`mapping`:{`destination`:`t`}}}}",
                    page));
    assertTrue(
        error
            .problems()
            .getFirst()
            .message()
            .endsWith("'t' column: Cannot write data into column: {\"a\":1}"));
  }

  @Test
  void quotesNoMoreOfAValueThanAnErrorMay() throws JsonSyntaxError {
    Page page = page("u", "[{`a`:[`" + "é".repeat(500) + "`]}]");
    UserError error = assertThrows(UserError.class, () -> tables("{`u`:{`a`:`a`}}", page));
    String message = error.problems().getFirst().message();
    assertTrue(message.endsWith("[\"" + "é".repeat(59) + "…"), message);
  }

  // Spec: tables §4.6.
  @Test
  void refusesListsAndObjectsInKeysOnlyWhereChildRowsNeedThem() throws JsonSyntaxError {
    String key =
        "`id`:{`forceType`:1,`mapping`:{`destination`:`id`,`primaryKey`:true}},"
            + "`b`:{`mapping`:{`destination`:`b`,`primaryKey`:true}}";
    Page page = page("u", "[{`id`:[1],`b`:`x`,`k`:[`v`]}]");
    assertEquals(List.of("id,b", "[1],x"), tables("{`u`:{" + key + "}}", page).get("u"));
    String mappings =
        "{`u`:{" + key + ",`k`:{`type`:`table`,`destination`:`k`,`tableMapping`:{`.`:`v`}}}}";
    UserError error = assertThrows(UserError.class, () -> tables(mappings, page));
    assertEquals(
        "Bad Json to CSV Mapping configuration: Only scalar values are allowed in primary key."
            + " Primary key: [[1],\"x\"]",
        error.problems().getFirst().message());
  }

  @Test
  void refusesRowsOfAMappingThatIsWrittenLikeAnItem() throws JsonSyntaxError {
    String mappings = "{`u`:{`type`:`table`,`destination`:`k`,`tableMapping`:{`n`:`n`}}}";
    Page page = page("u", "[]");
    UserError error = assertThrows(UserError.class, () -> tables(mappings, page));
    assertTrue(error.problems().getFirst().message().endsWith("for column 'tableMapping'."));
    assertEquals(
        List.of(
            new TableHeader("k", List.of("n", "u_pk"), List.of()),
            new TableHeader("u", List.of(), List.of())),
        MissingTables.of(mappings(mappings), false));
  }

  // Spec: tables §4.9, T-13.
  @Test
  void listsNestedTablesBeforeTheirParents() throws JsonSyntaxError {
    Mappings mappings =
        mappings(
            """
            {`u`:{`id`:`id`,
              `self`:{`type`:`table`,`destination`:`u`,`parentKey`:{`disable`:true}},
              `k`:{`type`:`table`,`destination`:`k`,`parentKey`:{`primaryKey`:1},
                `tableMapping`:{`n`:{`type`:`user`,`mapping`:{`destination`:`n`}},
                  `t`:{`type`:`table`,`destination`:`t`,`tableMapping`:{`.`:`t`},
                    `parentKey`:{`disable`:true}}}}},
             `spare`:{`a`:{`mapping`:{`destination`:`a`,`primaryKey`:true}}}}
            """);
    assertEquals(
        List.of(
            new TableHeader("t", List.of("t"), List.of()),
            new TableHeader("k", List.of("n", "u_pk"), List.of("u_pk")),
            new TableHeader("u", List.of("id"), List.of()),
            new TableHeader("spare", List.of("a"), List.of("a"))),
        MissingTables.of(mappings, false));
    assertEquals(List.of("id", "k"), MissingTables.of(mappings, true).get(2).columns());
  }
}

package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.config.MappingItem.ChildTable;
import dev.sluice.config.MappingItem.Column;
import dev.sluice.config.MappingItem.OwnTable;
import dev.sluice.config.MappingItem.UserColumn;
import dev.sluice.config.TableMapping.ParentKey;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingsReaderTest {
  private final Problems problems = new Problems();

  private Mappings read(String mappings) throws JsonSyntaxError {
    return MappingsReader.read(
        ConfigNode.of(
            new JsonReader().read(mappings.replace('`', '"')),
            ConfigPath.of("config.mappings"),
            problems));
  }

  private TableMapping users(String items) throws JsonSyntaxError {
    Mappings mappings = read("{`users`:" + items + "}");
    assertEquals(List.of(), problems.errors());
    return mappings.find("users").orElseThrow();
  }

  // Spec: tables §4.2.
  @Test
  void readsEachKindOfItemWithItsDefaults() throws JsonSyntaxError {
    assertEquals(
        List.of(
            new Column("short", ".", "a", false, false),
            new Column("plain", ".", "b", false, false),
            new Column("full", "->", "c", true, true),
            new UserColumn("user", "d", true),
            new ChildTable(
                "list",
                ".",
                new TableMapping(
                    "list-table",
                    List.of(new Column(".", ".", "value", false, false)),
                    Optional.of(new ParentKey("users_pk", false)))),
            new OwnTable("kids", "/")),
        users(
                """
                {"short":"a",
                 "plain":{"mapping":{"destination":"b"}},
                 "full":{"type":"column","delimiter":"->","forceType":1,
                         "mapping":{"destination":"c","primaryKey":true}},
                 "user":{"type":"user","mapping":{"destination":"d","primaryKey":"yes"}},
                 "list":{"type":"table","destination":"list-table","tableMapping":{".":"value"}},
                 "kids":{"type":"table","destination":"users","delimiter":"/",
                         "parentKey":{"disable":true}}}
                """)
            .items());
  }

  @Test
  void readsParentKeys() throws JsonSyntaxError {
    TableMapping users =
        users(
            """
            {"a":{"type":"table","destination":"a","tableMapping":{".":"v"},
                  "parentKey":{"destination":"user","primaryKey":true}},
             "b":{"type":"table","destination":"b","tableMapping":{".":"v"},
                  "parentKey":{"destination":"user","disable":"true"}}}
            """);
    assertEquals(
        List.of(Optional.of(new ParentKey("user", true)), Optional.empty()),
        users.items().stream().map(item -> ((ChildTable) item).mapping().parentKey()).toList());
  }

  @Test
  void readsNamesThatAreNumbers() throws JsonSyntaxError {
    assertEquals(
        List.of("7", "1"),
        users("{`a`:{`mapping`:{`destination`:7}},`b`:{`mapping`:{`destination`:true}}}")
            .columns());
  }

  @Test
  void takesAnEmptyTypeForAColumnAndAnEmptyDelimiterForTheUsualOne() throws JsonSyntaxError {
    assertEquals(
        List.of(new Column("a", ".", "a", false, false)),
        users("{`a`:{`type`:``,`delimiter`:``,`mapping`:{`destination`:`a`}}}").items());
  }

  // Spec: tables §4.4.
  @Test
  void putsLinkColumnsIntoTheHeaderOnlyWithoutAPrimaryKey() throws JsonSyntaxError {
    String items =
        """
        {"kids":{"type":"table","destination":"kids","tableMapping":
                  {"n":{"mapping":{"destination":"n"}},
                   "toys":{"type":"table","destination":"toys","tableMapping":{".":"t"}}}},
         "off":{"type":"table","destination":"off","tableMapping":{".":"t"},
                "parentKey":{"disable":1}},
         "id":{"mapping":{"destination":"id","primaryKey":%s}}}
        """;
    TableMapping linked = users(items.formatted(false));
    assertEquals(List.of("kids", "id"), linked.columns());
    assertEquals(List.of("id"), linked.columnsWithoutLinks());
    assertEquals(List.of(), linked.primaryKey());
    TableMapping keyed = users(items.formatted(true));
    assertEquals(List.of("id"), keyed.columns());
    assertEquals(List.of("id"), keyed.primaryKey());
    TableMapping kids = ((ChildTable) keyed.items().getFirst()).mapping();
    assertEquals(List.of("n", "toys", "users_pk"), kids.columns());
    assertEquals(List.of("n", "users_pk"), kids.columnsWithoutLinks());
  }

  @Test
  void countsTheParentKeyAsPartOfThePrimaryKey() throws JsonSyntaxError {
    TableMapping users =
        users(
            """
            {"id":"id","kids":{"type":"table","destination":"kids","parentKey":{"primaryKey":1},
              "tableMapping":{"n":{"mapping":{"destination":"n","primaryKey":true}},
                "toys":{"type":"table","destination":"toys","tableMapping":{".":"t"}}}}}
            """);
    TableMapping kids = ((ChildTable) users.items().getLast()).mapping();
    assertEquals(List.of("n", "users_pk"), kids.primaryKey());
    assertEquals(List.of("n", "users_pk"), kids.columns());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "false", "0", "``", "[]", "{}"})
  void takesEmptyMappingsForNone(String mappings) throws JsonSyntaxError {
    assertTrue(read(mappings).isEmpty());
    assertEquals(List.of(), problems.errors());
  }

  @Test
  void agreesWithTwoItemsForOneTableThatSayTheSame() throws JsonSyntaxError {
    String list =
        "{`type`:`table`,`destination`:`contacts`,`tableMapping`:{`m`:`mail`},"
            + "`parentKey`:{`disable`:true}}";
    assertEquals(2, users("{`home`:" + list + ",`work`:" + list + "}").items().size());
  }

  // Spec: tables §4.9.
  @Test
  void keepsAMappingThatIsWrittenLikeAnItemForTablesWithoutData() throws JsonSyntaxError {
    Mappings mappings =
        read("{`u`:{`type`:`table`,`destination`:`kids`,`tableMapping`:{`n`:`n`}}}");
    assertEquals(List.of(), problems.errors());
    assertEquals(List.of(), mappings.find("u").orElseThrow().columnsWithoutLinks());
    Problem refusal = mappings.refusals().get("u");
    assertEquals(
        "Bad Json to CSV Mapping configuration: Key 'mapping.destination' is not set for column"
            + " 'tableMapping'.",
        refusal == null ? "" : refusal.message());
  }

  // Spec: tables §4.1, §4.4, §4.8, §4.10, run-and-http §1.9.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {`u`:{}} | u | Empty mapping for 'u' data type in 'mappings' config.
          {`u`:null} | u | Empty mapping for 'u' data type in 'mappings' config.
          {`u`:`0`} | u | Empty mapping for 'u' data type in 'mappings' config.
          {`u`:`x`} | u | Mapping must be 'array' type, 'string' type given, for 'u' data type in 'mappings' config.
          {`u`:7} | u | Mapping must be 'array' type, 'integer' type given, for 'u' data type in 'mappings' config.
          {`u`:1.5} | u | Mapping must be 'array' type, 'double' type given, for 'u' data type in 'mappings' config.
          {`u`:true} | u | Mapping must be 'array' type, 'boolean' type given, for 'u' data type in 'mappings' config.
          {`u`:{`a.b`:7}} | u.a.b | BAD Key 'mapping.destination' is not set for column 'a.b'.
          {`u`:{`a`:[1]}} | u.a | BAD Key 'mapping.destination' is not set for column 'a'.
          {`u`:{`a`:null}} | u.a | BAD Key 'mapping.destination' is not set for column 'a'.
          {`u`:{`a`:``}} | u.a | BAD Key 'mapping.destination' is not set for column 'a'.
          {`u`:{`a`:`0`}} | u.a | BAD Key 'mapping.destination' is not set for column 'a'.
          {`u`:{`0`:`x`}} | u.0 | BAD Key 'mapping.destination' is not set for column '0'.
          {`u`:{`-12`:`x`}} | u.-12 | BAD Key 'mapping.destination' is not set for column '-12'.
          {`u`:{`a`:{`mapping`:`x`}}} | u.a | BAD Key 'mapping.destination' is not set for column 'a'.
          {`u`:{`a`:{`mapping`:{}}}} | u.a | BAD Key 'mapping.destination' is not set for column 'a'.
          {`u`:{`a`:{`mapping`:{`destination`:``}}}} | u.a | BAD Key 'mapping.destination' is not set for column 'a'.
          {`u`:{`a`:{`mapping`:{`destination`:[1]}}}} | u.a | BAD Key 'mapping.destination' is not set for column 'a'.
          {`u`:{`a`:{`type`:`user`,`mapping`:{`primaryKey`:1}}}} | u.a | BAD Key 'mapping.destination' is not set for column 'a'.
          {`u`:{`a`:{}}} | u.a | Missing mapping key at item with type "".
          {`u`:{`a`:{`type`:`column`}}} | u.a | Missing mapping key at item with type "column".
          {`u`:{`a`:{`type`:`user`}}} | u.a | Missing mapping key at item with type "user".
          {`u`:{`a`:{`type`:`Table`}}} | u.a.type | Invalid mapping type "Table".
          {`u`:{`a`:{`type`:5,`mapping`:{`destination`:`a`}}}} | u.a.type | Invalid mapping type "5".
          {`u`:{`a`:{`type`:`table`,`tableMapping`:{`x`:`x`}}}} | u.a | BAD Key 'destination' is not set for table 'a'.
          {`u`:{`a`:{`type`:`table`,`destination`:`t`}}} | u.a | BAD Key 'tableMapping' is not set for table 'a'.
          {`u`:{`a`:{`type`:`table`,`destination`:`t`,`tableMapping`:{}}}} | u.a | BAD Key 'tableMapping' is not set for table 'a'.
          {`u`:{`a`:{`type`:`table`,`destination`:`t`,`tableMapping`:`x`}}} | u.a.tableMapping | BAD Key 'tableMapping' must be an object for table 'a'.
          {`u`:{`a`:{`type`:`table`,`destination`:`u`}}} | u.a | BAD 'parentKey.disable' must be true to parse child values into parent's table
          {`u`:{`a`:{`type`:`table`,`destination`:`x/y`,`tableMapping`:{`x`:`x`}}}} | u.a | The table name 'x/y' can't be that of a file.
          {`u/{id}`:{`a`:`a`}} | u/{id} | The table name 'u/{id}' can't be that of a file.
          {``:{`a`:`a`}} | | The table name '' can't be that of a file.
          {`u`:{`a`:`x`,`b`:`x`}} | u | Column 'x' appears twice in table 'u'.
          {`u`:{`kids`:`kids`,`k`:{`type`:`table`,`destination`:`kids`,`tableMapping`:{`x`:`x`}}}} | u | Column 'kids' appears twice in table 'u'.
          {`u`:{`k`:{`type`:`table`,`destination`:`t`,`tableMapping`:{`x`:`u_pk`}}}} | u.k.tableMapping | Column 'u_pk' appears twice in table 't'.
          {`u`:{`k`:{`type`:`table`,`destination`:`t`,`tableMapping`:{`x`:`x`}},`l`:{`type`:`table`,`destination`:`t`,`tableMapping`:{`x`:`y`},`parentKey`:{`disable`:1}}}} | u | Table 't' is described twice, and not in the same way.
          {`u`:{`k`:{`type`:`table`,`destination`:`t`,`tableMapping`:{`x`:{`type`:`odd`}}}}} | u.k.tableMapping.x.type | Invalid mapping type "odd".
          `x` | | The 'mappings' section must be an object.
          """)
  void reportsWhatTheOriginalMeetsLater(String mappings, String path, String message)
      throws JsonSyntaxError {
    read(mappings.strip());
    Problem problem = problems.errors().getFirst();
    assertEquals(
        message.replace("BAD ", "Bad Json to CSV Mapping configuration: "), problem.message());
    String below = path == null ? "" : "." + path;
    String place = problem.path().map(ConfigPath::text).orElse("none");
    assertEquals(
        "config.mappings" + below,
        place.endsWith(".") ? place.substring(0, place.length() - 1) : place);
  }

  @Test
  void reportsAllMistakesTogether() throws JsonSyntaxError {
    Mappings mappings = read("{`u`:{`a`:7,`b`:{`type`:`odd`},`c`:`c`},`v`:{},`w`:{`a`:`a`}}");
    assertEquals(3, problems.errors().size());
    assertTrue(mappings.find("w").isPresent());
  }

  @Test
  void readsTheSettingsAroundMappings() throws JsonSyntaxError {
    assertEquals(
        new OutputSettings(Optional.of("shop"), true, 3, false, Mappings.NONE),
        settings("{}", "{`outputBucket`:`shop`,`id`:7,`incrementalOutput`:`yes`}"));
    assertEquals(
        new OutputSettings(Optional.of("ex-api-generic-7"), false, 3, true, Mappings.NONE),
        settings("{}", "{`id`:7,`lossless`:true}"));
    assertEquals(Optional.of("ex-api-crm-x"), settings("{`name`:`crm`}", "{`id`:`x`}").bucket());
    assertEquals(Optional.empty(), settings("{}", "{`outputBucket`:``,`id`:0}").bucket());
    assertEquals(List.of(), problems.errors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {`outputBucket`:`a/b`} | outputBucket | The bucket name 'a/b' must not contain '/'.
          {`outputBucket`:[1]} | outputBucket | The name of the output bucket must be a text.
          {`id`:`a/b`} | id | The bucket name 'ex-api-generic-a/b' must not contain '/'.
          {`id`:{`a`:1}} | id | The name of the output bucket must be a text.
          """)
  void refusesBucketsWithoutAUsableName(String config, String path, String message)
      throws JsonSyntaxError {
    settings("{}", config.strip());
    assertEquals(List.of(Problem.at(ConfigPath.of(path), message, "")), problems.errors());
  }

  private OutputSettings settings(String api, String config) throws JsonSyntaxError {
    return OutputSettingsReader.read(node(api), node(config));
  }

  private ConfigNode node(String json) throws JsonSyntaxError {
    return ConfigNode.of(new JsonReader().read(json.replace('`', '"')), ConfigPath.ROOT, problems);
  }
}

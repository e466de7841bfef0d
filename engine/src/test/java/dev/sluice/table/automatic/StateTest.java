package dev.sluice.table.automatic;

import static dev.sluice.table.automatic.Conversion.json;
import static dev.sluice.table.automatic.Conversion.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonObject;
import dev.sluice.problem.UserError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The structure between runs (spec: tables §2.15).
class StateTest {

  private static Conversion.Setup knowing(String structure) {
    return new Conversion.Setup(Optional.of((JsonObject) json(structure)), false);
  }

  /// {@return a structure with one data type}
  private static Conversion.Setup knowingRows(String element) {
    return knowing("{\"data\":{\"_users\":{\"[]\":" + element + ",\"nodeType\":\"array\"}}}");
  }

  @Test
  void isEmptyWhenNothingWasLearned() {
    assertEquals(
        "{\"data\":[],\"parent_aliases\":[]}",
        Conversion.of(page("users", "[]")).state().toString());
  }

  @Test
  void doesNotHoldWhatWritingAdds() {
    Conversion run = Conversion.of(page("users", "[{\"tag\":1}]", "{\"tag\":2}"));
    assertEquals(
        "{\"data\":{\"_users\":{\"[]\":{\"_tag\":{\"nodeType\":\"scalar\",\"headerNames\":\"tag\"},"
            + "\"nodeType\":\"object\",\"headerNames\":\"data\"},\"nodeType\":\"array\"}},"
            + "\"parent_aliases\":[]}",
        run.state().toString());
  }

  @Test
  void comesBackAsItWas() {
    Conversion run =
        Conversion.of(
            page("users", "[{\"a\":{\"b\":[{\"c\":1}]}}]"),
            page("users", "[{\"a\":{\"d\":null},\"e\":[]}]"),
            page("users", "[{\"e\":{\"f\":1}}]"),
            page("orders", "[1]"));
    assertEquals(run.state(), run.next().of().state());
    assertEquals(Conversion.json(run.state().toString()), run.state());
  }

  @Test
  void isTheSameAfterTheSameDataAndExtraColumns() {
    Conversion first = Conversion.of(page("users", "[{\"tag\":1}]", "{\"tag\":2,\"a\":3}"));
    Conversion second = first.next().of(page("users", "[{\"tag\":1}]", "{\"tag\":2,\"a\":3}"));
    assertEquals(first.files(), second.files());
    assertEquals(first.state(), second.state());
  }

  @Test
  void keepsOldColumnsInTheirPlaces() {
    Conversion first = Conversion.of(page("users", "[{\"a\":{\"b\":1},\"c\":2}]"));
    Conversion second = first.next().of(page("users", "[{\"d\":3,\"a\":{\"e\":4}}]"));
    assertEquals("\"a_b\",\"a_e\",\"c\",\"d\"\n\"\",\"4\",\"\",\"3\"\n", second.csv("users"));
  }

  @Test
  void neverMakesATable() {
    Conversion first = Conversion.of(page("users", "[{\"t\":[1]}]"));
    assertEquals("", first.next().of(page("users", "[]")).files());
    assertEquals(
        List.of("users"), List.copyOf(first.next().of(page("users", "[{}]")).tables().keySet()));
  }

  @Test
  void keepsKinds() {
    Conversion first = Conversion.of(page("users", "[{\"t\":\"a\"}]"));
    UserError error =
        assertThrows(UserError.class, () -> first.next().of(page("users", "[{\"t\":{\"x\":1}}]")));
    assertEquals(
        "Error parsing response JSON: Unhandled nodeType change from \"scalar\" to \"object\" in"
            + " \"users.[].t\"",
        error.problems().getFirst().message());
  }

  @Test
  void repairsListsWhoseElementsWereForgotten() {
    Conversion first = Conversion.of(page("users", "[{\"t\":[\"a\"]},{\"t\":null}]"));
    Conversion second = first.next().of(page("users", "[{\"t\":[\"b\"]}]"));
    assertTrue(second.csv("users_t").startsWith("\"data\",\"JSON_parentId\"\n\"b\","));
  }

  /// The original gives the name again, and writes rows that are too short.
  @Test
  void reservesStoredNames() {
    Conversion first = Conversion.of(page("users", "[{\"a.b\":1}]"));
    Conversion second = first.next().of(page("users", "[{\"a_b\":2,\"a.b\":1}]"));
    assertEquals("\"a_b\",\"a_b_u0\"\n\"1\",\"2\"\n", second.csv("users"));
  }

  @Test
  void doesNotReserveStoredNamesOfObjects() {
    Conversion first = Conversion.of(page("users", "[{\"a.b\":{\"c\":1}}]"));
    Conversion second = first.next().of(page("users", "[{\"a_b\":2}]"));
    assertEquals("\"a_b_c\",\"a_b\"\n\"\",\"2\"\n", second.csv("users"));
  }

  @Test
  void numbersStoredNamesThatComeOutEmptyAsTheFirstRunDid() {
    Conversion first = Conversion.of(page("users", "[{\"日\":1}]"));
    Conversion second = first.next().of(page("users", "[{\"日\":1}]"));
    assertEquals(first.files(), second.files());
  }

  /// Left by the original, which merges states recursively.
  @Test
  void usesFieldsLeftBesideAListWhenAnObjectComesAgain() {
    Conversion.Setup known =
        knowingRows(
            """
            {"_addr":{"_city":{"nodeType":"scalar","headerNames":"addr_city"},"nodeType":"array",
             "headerNames":"addr","[]":{"_city":{"nodeType":"scalar","headerNames":"addr_city"},
             "nodeType":"object","headerNames":"data"}},"nodeType":"object","headerNames":"data"}\
            """);
    Conversion run = known.of(page("users", "[{\"addr\":{\"city\":\"Brno\"}}]"));
    assertTrue(run.csv("users_addr").startsWith("\"addr_city\",\"JSON_parentId\"\n\"Brno\","));
  }

  @Test
  void leavesOutWhatIsLeftBesideLists() {
    Conversion.Setup known =
        knowingRows(
            """
            {"_t":{"_x":{"nodeType":"scalar","headerNames":"t_x"},"nodeType":"array",
             "headerNames":"t","[]":{"nodeType":"scalar","headerNames":"data"}},
             "nodeType":"object","headerNames":"data"}\
            """);
    assertEquals(
        "{\"data\":{\"_users\":{\"[]\":{\"_t\":{\"nodeType\":\"array\",\"headerNames\":\"t\","
            + "\"[]\":{\"nodeType\":\"scalar\",\"headerNames\":\"data\"}},\"nodeType\":\"object\","
            + "\"headerNames\":\"data\"},\"nodeType\":\"array\"}},\"parent_aliases\":[]}",
        known.of().state().toString());
  }

  @Test
  void understandsStoredExtraColumnsAndAliases() {
    Conversion.Setup known =
        knowing(
            """
            {"data":{"_users":{"[]":{"_tag":{"nodeType":"scalar","headerNames":"tag"},
             "_tag_u0":{"nodeType":"scalar","type":"parent","headerNames":"tag_u0"},
             "nodeType":"object","headerNames":"data"},"nodeType":"array"}},
             "parent_aliases":{"tag":"tag_u0"}}\
            """);
    Conversion run = known.of(page("users", "[{\"tag\":1}]", "{\"tag\":2}"));
    assertEquals("\"tag\",\"tag_u0\"\n\"1\",\"2\"\n", run.csv("users"));
    assertEquals(known.known(), Optional.of(Conversion.json(ordered(run.state()))));
  }

  /// `type` is written last.
  private static String ordered(JsonObject state) {
    return state
        .toString()
        .replace(
            "\"headerNames\":\"tag_u0\",\"type\":\"parent\"",
            "\"type\":\"parent\",\"headerNames\":\"tag_u0\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | Node data type is not set.",
        "[] | Node data type is not set.",
        "{'nodeType':''} | Node data type is not set.",
        "{'nodeType':'list'} | Undefined data type list",
        "{'nodeType':'array'} | Array node does not have array.",
        "{'nodeType':'array','[]':'x'} | Array [] is not an array.",
        "{'nodeType':'object','headerNames':{'a':'b'}} | Conflict property headerNames",
        "{'nodeType':'object','_x':'scalar'} | Undefined property _x",
        "{'nodeType':'object','other':1} | Undefined property other",
        "{'nodeType':'scalar','type':'child'} | Undefined node type child",
        "{'nodeType':'object','_x':{'headerNames':'x'}} | Node data type is not set."
      })
  void refusesWhatIsNoStructure(String element, String reason) {
    UserError error =
        assertThrows(UserError.class, () -> knowingRows(element.replace('\'', '"')).of().state());
    assertEquals(
        "State contains an invalid table structure: " + reason,
        error.problems().getFirst().message());
    assertTrue(error.problems().getFirst().remedy().startsWith("Reset the state"));
  }

  @Test
  void unitesStructuresOfSeveralBuckets() {
    JsonObject earlier =
        Conversion.of(page("users", "[{\"t\":{\"x\":1},\"a\":1}]"), page("logs", "[1]")).state();
    JsonObject later =
        Conversion.of(page("users", "[{\"t\":[{\"y\":1}],\"b\":1}]"), page("orders", "[2]"))
            .state();
    JsonObject united = StoredStructures.merge(earlier, later);
    Conversion run = new Conversion.Setup(Optional.of(united), false).of();
    assertEquals(united, run.state());
    assertEquals(
        List.of("_users", "_logs", "_orders"),
        ((JsonObject) united.find("data").orElseThrow()).shape().names());
    Conversion next =
        new Conversion.Setup(Optional.of(united), false)
            .of(page("users", "[{\"t\":1.5}]".replace("1.5", "[{}]")));
    assertTrue(next.csv("users").startsWith("\"t\",\"a\",\"b\"\n"));
    assertTrue(next.csv("users_t").startsWith("\"y\",\"JSON_parentId\"\n"));
  }

  @Test
  void unitesWithNothing() {
    JsonObject nothing = (JsonObject) json("{\"data\":[],\"parent_aliases\":[]}");
    JsonObject known = Conversion.of(page("users", "[{\"a\":1}]")).state();
    assertEquals(known, StoredStructures.merge(nothing, known));
    assertEquals(known, StoredStructures.merge(known, nothing));
  }
}

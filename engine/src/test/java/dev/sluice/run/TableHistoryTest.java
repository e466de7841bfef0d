package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.destination.csv.PublishedTable;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TableHistoryTest {
  private JsonObject state = JsonObject.EMPTY;

  @Test
  void hasNothingToSayInAFirstRun() {
    assertEquals(List.of(), changes(table("orders", "id note", "", 2)));
  }

  @Test
  void hasNothingToSayWhenNothingChanged() {
    run(table("orders", "id note", "note", 2));
    assertEquals(List.of(), changes(table("orders", "id note", "note", 5)));
  }

  @Test
  void namesNewTablesAndThoseThatAreGone() {
    run(table("orders", "id", "", 2), table("customers", "id", "", 2));
    assertEquals(
        List.of(
            "The table 'customers' was not made this time: no rows came for it.",
            "The table 'refunds' is new."),
        changes(table("orders", "id", "", 2), table("refunds", "id", "", 2)));
  }

  @Test
  void saysOnceThatATableIsGoneAndKnowsItWhenItComesBack() {
    run(table("orders", "id", "", 2), table("customers", "id", "", 2));
    run(table("orders", "id", "", 2));
    assertEquals(List.of(), changes(table("orders", "id", "", 2)));
    run(table("orders", "id", "", 2));
    assertEquals(
        List.of("The table 'customers' has new columns: name."),
        changes(table("orders", "id", "", 2), table("customers", "id name", "", 2)));
  }

  @Test
  void namesColumnsThatAreNewOrGoneOrEmpty() {
    run(table("orders", "id note old fax", "fax", 2));
    assertEquals(
        List.of(
            "The table 'orders' has new columns: vat, rate.",
            "The table 'orders' has lost columns: old.",
            "The table 'orders' has no values any more in: note."),
        changes(table("orders", "id note fax vat rate", "note fax rate", 2)));
  }

  @Test
  void aTableWithoutRowsSaysNothingOfItsColumns() {
    run(table("orders", "id note", "", 2));
    assertEquals(List.of(), changes(table("orders", "id note", "id note", 0)));
    run(table("orders", "id note", "id note", 0));
    assertEquals(
        List.of("The table 'orders' has no values any more in: note."),
        changes(table("orders", "id note", "note", 1)));
  }

  @Test
  void listsSomeOfManyColumns() {
    run(table("orders", "id", "", 1));
    String columns = String.join(" ", IntStream.range(0, 23).mapToObj(i -> "c" + i).toList());
    String shown = String.join(", ", IntStream.range(0, 20).mapToObj(i -> "c" + i).toList());
    assertEquals(
        List.of("The table 'orders' has new columns: " + shown + " and 3 more."),
        changes(table("orders", "id " + columns, "", 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sluice.tables\":[]}",
        "{\"sluice.tables\":7}",
        "{\"sluice.tables\":{\"orders\":null}}"
      })
  void readsOverWhatIsNotOurs(String text) throws JsonSyntaxError {
    state = (JsonObject) new JsonReader().read(text);
    assertEquals(List.of(), changes(table("orders", "id", "", 1)));
  }

  private List<String> changes(PublishedTable... tables) {
    return TableHistory.of(state).changes(List.of(tables)).stream().map(TableChange::text).toList();
  }

  private void run(PublishedTable... tables) {
    state = JsonObject.of(TableHistory.KEY, TableHistory.of(state).after(List.of(tables)));
  }

  private static PublishedTable table(String name, String columns, String empty, long rows) {
    return new PublishedTable(Path.of("out/tables", name), names(columns), names(empty), rows);
  }

  private static List<String> names(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }
}

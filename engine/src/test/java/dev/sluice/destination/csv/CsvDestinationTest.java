package dev.sluice.destination.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Events;
import dev.sluice.problem.UserError;
import dev.sluice.table.TableWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvDestinationTest {
  @TempDir Path root;
  private DataFolder folder;

  @BeforeEach
  void open() {
    folder = DataFolder.open(new DataPaths(root), Events.NONE);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  private CsvDestination bucket(String name) {
    return folder.bucket(Optional.of(name).filter(text -> !text.isEmpty()));
  }

  private Map<String, String> published() {
    folder.publish("{}");
    return FolderContent.of(root.resolve("out/tables"));
  }

  private static void table(CsvDestination bucket, String name, List<String> key) {
    TableWriter rows = bucket.begin(List.of("id"));
    rows.write(new String[] {"1"});
    bucket.finish(name, List.of("id"), key, List.of(rows));
  }

  // Spec: tables §1.1.
  @Test
  void enclosesEveryCellAndChangesNothingButQuotes() {
    List<String> columns = List.of("a", "say \"b\"");
    TableWriter rows = bucket("").begin(columns);
    rows.write(new String[] {"", " x "});
    rows.write(new String[] {"a,\"b\"", "1\r\n2\t\\n\0"});
    rows.write(new String[] {"žluť 🙂", "007"});
    bucket("").finish("t", columns, List.of(), List.of(rows));
    assertEquals(
        """
        "a","say ""b""\"
        ""," x "
        "a,""b""\","1\r
        2\t\\n\0"
        "žluť 🙂","007"
        """,
        published().get("t"));
  }

  @Test
  void writesAHeaderForATableWithoutRows() {
    bucket("").finish("none", List.of("id"), List.of(), List.of());
    assertEquals("\"id\"\n", published().get("none"));
  }

  @Test
  void joinsTheRowsOfSeveralWritersUnderOneHeader() {
    List<String> columns = List.of("id", "name");
    TableWriter second = bucket("").begin(columns);
    TableWriter first = bucket("").begin(columns);
    TableWriter empty = bucket("").begin(columns);
    second.write(new String[] {"2", "b"});
    first.write(new String[] {"1", "a"});
    second.write(new String[] {"3", "c"});
    bucket("").finish("t", columns, List.of(), List.of(first, empty, second));
    assertEquals(
        """
        "id","name"
        "1","a"
        "2","b"
        "3","c"
        """,
        published().get("t"));
  }

  @Test
  void copesWithRowsLongerThanAnyBuffer() {
    String cell = "é".repeat(200_000);
    TableWriter rows = bucket("").begin(List.of("a", "b"));
    rows.write(new String[] {cell, "end"});
    bucket("").finish("t", List.of("a", "b"), List.of(), List.of(rows));
    assertEquals("\"a\",\"b\"\n\"" + cell + "\",\"end\"\n", published().get("t"));
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    TableWriter rows = bucket("").begin(List.of("a", "b"));
    assertThrows(IllegalArgumentException.class, () -> rows.write(new String[] {"1"}));
  }

  // Spec: run-and-http §1.7, §1.8.
  @Test
  void namesFilesAndManifestsAfterTheBucket() {
    table(bucket("shop"), "orders", List.of("id"));
    table(bucket("in.c-old"), "orders", List.of());
    table(bucket(""), "orders", List.of());
    Map<String, String> files = published();
    assertEquals(
        List.of(
            "in.c-old.orders",
            "in.c-old.orders.manifest",
            "orders",
            "orders.manifest",
            "shop.orders",
            "shop.orders.manifest"),
        List.copyOf(files.keySet()));
    assertEquals(
        "{\"destination\":\"in.c-shop.orders\",\"incremental\":false,\"primary_key\":[\"id\"]}",
        files.get("shop.orders.manifest"));
    assertEquals(
        "{\"destination\":\"in.c-in.c-old.orders\",\"incremental\":false}",
        files.get("in.c-old.orders.manifest"));
    assertEquals("{\"incremental\":false}", files.get("orders.manifest"));
  }

  @Test
  void letsTheLastConfigurationOfABucketDecideOnIncremental() {
    bucket("shop").setIncremental(true);
    table(bucket("shop"), "orders", List.of());
    bucket("shop").setIncremental(false);
    bucket("shop").addMissing("spare", List.of("a"), List.of("a"), true);
    bucket("other").setIncremental(true);
    table(bucket("other"), "orders", List.of());
    Map<String, String> files = published();
    assertEquals(
        "{\"destination\":\"in.c-shop.orders\",\"incremental\":false}",
        files.get("shop.orders.manifest"));
    assertEquals(
        "{\"incremental\":true,\"destination\":\"in.c-shop.spare\",\"primary_key\":[\"a\"]}",
        files.get("shop.spare.manifest"));
    assertEquals(
        "{\"destination\":\"in.c-other.orders\",\"incremental\":true}",
        files.get("other.orders.manifest"));
  }

  // Spec: run-and-http §1.9.
  @Test
  void addsMissingTablesOnlyWhereThisRunMadeNone() {
    table(bucket("shop"), "orders", List.of());
    bucket("shop").addMissing("orders", List.of("other"), List.of(), false);
    bucket("shop").addMissing("spare", List.of("a"), List.of(), false);
    bucket("shop").addMissing("spare", List.of("b"), List.of(), false);
    bucket("shop").addMissing("hollow", List.of(), List.of(), false);
    assertTrue(bucket("shop").has("spare"));
    assertFalse(bucket("").has("spare"));
    Map<String, String> files = published();
    assertEquals("\"id\"\n\"1\"\n", files.get("shop.orders"));
    assertEquals("\"a\"\n", files.get("shop.spare"));
    assertFalse(files.containsKey("shop.hollow"));
  }

  @Test
  void refusesNamesThatLeadElsewhere() {
    assertThrows(UserError.class, () -> bucket("a/b"));
    for (String name : List.of("a/b", "..", ".", "", "a\0b", "/abs", "a/")) {
      UserError error =
          assertThrows(
              UserError.class, () -> bucket("").finish(name, List.of("a"), List.of(), List.of()));
      assertTrue(text(error).contains("no file can have that name"), name);
    }
  }

  @Test
  void refusesTwoTablesThatNeedOneFile() {
    table(bucket("shop"), "orders", List.of());
    UserError error =
        assertThrows(UserError.class, () -> table(bucket(""), "shop.orders", List.of()));
    assertTrue(text(error).contains("'shop.orders'"), text(error));
    assertThrows(UserError.class, () -> table(bucket("shop"), "orders.manifest", List.of()));
  }

  @Test
  void tellsWhatItPublished() {
    bucket("").addMissing("spare", List.of("a"), List.of(), false);
    table(bucket("shop"), "orders", List.of());
    assertEquals(
        List.of(
            new PublishedTable(root.resolve("out/tables/shop.orders"), List.of("id"), List.of(), 1),
            new PublishedTable(root.resolve("out/tables/spare"), List.of("a"), List.of("a"), 0)),
        folder.tables());
  }

  private static String text(UserError error) {
    return error.problems().getFirst().text();
  }
}

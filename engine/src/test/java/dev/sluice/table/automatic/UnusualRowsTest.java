package dev.sluice.table.automatic;

import static dev.sluice.table.automatic.Conversion.page;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.table.Page;
import dev.sluice.table.RecordingDestination.Table;
import dev.sluice.table.RowKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Rows that leave the fast path, or would be costly without care.
class UnusualRowsTest {

  /// More orders of names than layouts are kept for.
  @Test
  void mayHaveTheirPropertiesInAnyOrder() {
    var random = new Random(7);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      keys.add("k" + i);
    }
    List<JsonValue> rows = new ArrayList<>();
    rows.add(row(keys, 0));
    for (int i = 1; i < 12_000; i++) {
      Collections.shuffle(keys, random);
      rows.add(row(keys, i));
    }
    var extra = JsonObject.of("src", new JsonString("x"));
    Table table = Conversion.of(new Page("n", rows, extra, "")).table("n");
    var hashes = new RowKey();
    for (int i = 0; i < rows.size(); i++) {
      List<String> expected = new ArrayList<>();
      for (int j = 0; j < 20; j++) {
        expected.add(i + "-" + j);
      }
      expected.set(
          3, "n_" + hashes.of(((JsonObject) rows.get(i)).with("src", new JsonString("x"))));
      expected.add("x");
      assertEquals(expected, table.rows().get(i));
    }
  }

  private static JsonObject row(List<String> keys, int number) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String key : keys) {
      JsonValue text = new JsonString(number + "-" + key.substring(1));
      members.put(key, key.equals("k3") ? JsonArray.of(text) : text);
    }
    return JsonObject.of(members);
  }

  /// Long paths are cut to equal names: most of the tables are one.
  @Test
  void mayBeNestedAsDeepAsTheReaderAllows() {
    int depth = 160;
    String row = "{\"a\":[{\"b\":".repeat(depth) + "1" + "}]}".repeat(depth);
    Conversion run = Conversion.of(page("n", "[" + row + "]"));
    int rows = run.tables().values().stream().mapToInt(table -> table.rows().size()).sum();
    assertEquals(depth + 1, rows);
  }

  @Test
  void mayBeObjectsInsideObjectsOfAnyDepth() {
    int depth = 500;
    String row = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    assertEquals(1, Conversion.of(page("n", "[" + row + "]")).table("n").columns().size());
  }

  /// Each page makes a new number; neither time nor memory may grow with the square of them.
  @Test
  void mayAlternateBetweenObjectAndListOnEachPage() {
    List<Page> pages = new ArrayList<>();
    pages.add(page("n", "[{\"t\":[{\"k\":0}]}]"));
    for (int i = 0; i < 5_000; i++) {
      pages.add(page("n", "[{\"t\":{\"k\":1}}]"));
    }
    Table table = Conversion.Setup.FIRST.of(pages).table("n_t");
    assertEquals(List.of("k_u4999", "JSON_parentId"), table.columns());
  }

  @Test
  void keepTheLastOfEqualNames() {
    assertEquals(
        "\"a\",\"b\"\n\"3\",\"2\"\n",
        Conversion.of(page("n", "[{\"a\":1,\"b\":2,\"a\":3}]")).csv("n"));
  }

  @Test
  void mayArriveOneOnAPage() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      pages.add(
          new Page(
              "n",
              List.of(JsonObject.of("id", JsonNumber.of(i))),
              JsonObject.of("parent_id", JsonNumber.of(i / 10)),
              ""));
    }
    Table table = Conversion.Setup.FIRST.of(pages).table("n");
    assertEquals(3_000, table.rows().size());
    assertEquals(List.of("2999", "299"), table.rows().getLast());
  }
}

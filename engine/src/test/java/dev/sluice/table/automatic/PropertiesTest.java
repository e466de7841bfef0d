package dev.sluice.table.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.UserError;
import dev.sluice.table.Page;
import dev.sluice.table.RecordingDestination.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What holds for any rows, also where the original's result is broken (spec: tables §10).
class PropertiesTest {
  private static final int RUNS = Integer.getInteger("sluice.test.runs", 800);
  private static final long FIRST_SEED = Long.getLong("sluice.test.seed", System.nanoTime());

  private interface Law {
    void hold(List<Page> pages);
  }

  private static void forRandomPages(Law law) {
    int refused = 0;
    for (int i = 0; i < RUNS; i++) {
      long seed = FIRST_SEED + i;
      List<Page> pages = new RandomPages(seed).pages();
      try {
        law.hold(pages);
      } catch (UserError _) {
        refused++;
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + "\n" + OracleTest.text(pages), e);
      }
    }
    assertTrue(refused < RUNS * 3 / 4, "refused " + refused);
  }

  @Test
  void tablesAreRectangularAndNamesUnique() {
    forRandomPages(pages -> {
      for (Table table : Conversion.Setup.FIRST.of(pages).tables().values()) {
        int columns = table.columns().size();
        assertTrue(columns > 0);
        assertEquals(columns, new HashSet<>(table.columns()).size(), table.columns().toString());
        table.rows().forEach(row -> assertEquals(columns, row.size()));
      }
    });
  }

  @Test
  void eachLinkOfAChildRowStandsInAParentRow() {
    forRandomPages(pages -> {
      Conversion run = Conversion.Setup.FIRST.of(withoutLinksOfTheirOwn(pages));
      Set<String> cells = new HashSet<>();
      run.tables().forEach((_, table) -> parents(table).forEach(cells::addAll));
      run.tables()
          .forEach((name, table) ->
              links(table).forEach(link -> assertTrue(cells.contains(link), name)));
    });
  }

  private static List<Page> withoutLinksOfTheirOwn(List<Page> pages) {
    return renamed(pages, "JSON_parentId", "own");
  }

  private static List<Page> renamed(List<Page> pages, String key, String other) {
    return mapRows(
        pages,
        row ->
            Conversion.json(
                JsonWriter.compact(row).replace("\"" + key + "\":", "\"" + other + "\":")));
  }

  /// {@return the cells of a table without its own link column}
  private static List<List<String>> parents(Table table) {
    int link = linkColumn(table);
    return table.rows().stream().map(row -> link < 0 ? row : row.subList(0, link)).toList();
  }

  private static List<String> links(Table table) {
    int link = linkColumn(table);
    return link < 0 ? List.of() : table.rows().stream().map(row -> row.get(link)).toList();
  }

  private static int linkColumn(Table table) {
    int last = table.columns().size() - 1;
    boolean isLink =
        table.columns().get(last).startsWith("JSON_parentId")
            && table.rows().stream().allMatch(row -> row.get(last).matches(".+_[0-9a-f]{32}"));
    return isLink ? last : -1;
  }

  @Test
  void eachScalarIsFoundOrAWarningIsLogged() {
    forRandomPages(pages -> {
      Conversion run = Conversion.Setup.FIRST.of(withUniqueScalars(pages));
      boolean warned = run.log().stream().anyMatch(line -> line.startsWith("warning: Values of "));
      if (!warned) {
        assertAllFound(withUniqueScalars(pages), run);
      }
    });
  }

  @Test
  void warnsOfAForgottenPropertyThatHasTheNameOfTheLink() {
    Conversion run =
        Conversion.Setup.FIRST.of(
            List.of(
                page("[{\"d\":[{\"e\":[{\"JSON_parentId\":\"own\"}]}]}]"),
                page("[{\"d\":{\"e\":[{\"b\":1}]}}]")));
    assertEquals(
        List.of(
            "warning: Values of 'orders.[].d.[].e.[].JSON_parentId' are not written, because other"
                + " values at this place are of another kind."),
        run.log());
  }

  private static Page page(String rows) {
    JsonArray list = (JsonArray) Conversion.json(rows);
    return new Page("orders", list.items(), JsonObject.EMPTY, "orders");
  }

  @Test
  void eachScalarIsFoundWhenNothingMayBeLost() {
    forRandomPages(pages -> {
      Conversion run = Conversion.Setup.LOSSLESS.of(withUniqueScalars(pages));
      assertAllFound(withUniqueScalars(pages), run);
    });
  }

  @Test
  void linksDoNotDependOnLosslessness() {
    forRandomPages(pages -> {
      List<Page> plain = withoutLinksOfTheirOwn(pages);
      Conversion lossy = Conversion.Setup.FIRST.of(plain);
      Conversion lossless;
      try {
        lossless = Conversion.Setup.LOSSLESS.of(plain);
      } catch (UserError _) {
        return;
      }
      lossy
          .tables()
          .forEach((name, table) -> {
            Table other = lossless.tables().get(name);
            if (other != null && linkColumn(table) >= 0 && linkColumn(other) >= 0) {
              assertTrue(links(other).containsAll(links(table)), name);
            }
          });
    });
  }

  @Test
  void theSameDataWithTheStateGivesTheSameTables() {
    forRandomPages(pages -> {
      List<Page> steady = withoutMixedKinds(pages);
      Conversion first = Conversion.Setup.FIRST.of(steady);
      Conversion second = first.next().of(steady);
      assertEquals(first.files(), second.files());
      assertEquals(first.state(), second.state());
    });
  }

  private static void assertAllFound(List<Page> pages, Conversion run) {
    var cells = new StringBuilder();
    run.tables()
        .values()
        .forEach(table -> table.rows().forEach(row -> cells.append(row).append('\n')));
    String all = cells.toString();
    for (String text : texts(pages)) {
      if (!all.contains(text)) {
        fail(text + " is lost in " + run.files() + OracleTest.text(pages));
      }
    }
  }

  private static List<String> texts(List<Page> pages) {
    List<String> texts = new ArrayList<>();
    for (Page page : pages) {
      page.rows().forEach(row -> addTexts(row, texts));
    }
    return texts;
  }

  private static void addTexts(JsonValue value, List<String> texts) {
    switch (value) {
      case JsonString(String text) -> texts.add(text);
      case JsonArray(List<JsonValue> items) -> items.forEach(item -> addTexts(item, texts));
      case JsonObject object -> object.forEach((_, part) -> addTexts(part, texts));
      default -> {}
    }
  }

  /// {@return the pages with each scalar replaced by a text that is nowhere else}
  private static List<Page> withUniqueScalars(List<Page> pages) {
    int[] next = {100_000};
    return mapRows(pages, row -> unique(row, next));
  }

  private static JsonValue unique(JsonValue value, int[] next) {
    return switch (value) {
      case JsonNull _ -> value;
      case JsonArray(List<JsonValue> items) -> {
        List<JsonValue> copies = new ArrayList<>();
        items.forEach(item -> copies.add(unique(item, next)));
        yield new JsonArray(copies);
      }
      case JsonObject object -> {
        Map<String, JsonValue> copies = new LinkedHashMap<>();
        object.forEach((name, part) -> copies.put(name, unique(part, next)));
        yield JsonObject.of(copies);
      }
      default -> new JsonString("v" + next[0]++);
    };
  }

  /// {@return the pages with values of the same kinds at each path, without keys of which no name
  /// is left, and without extra columns} Otherwise names depend on what the first run has
  /// forgotten, such as the names of objects (spec: tables §2.7, §2.15).
  private static List<Page> withoutMixedKinds(List<Page> pages) {
    Map<String, JsonValue> kinds = new LinkedHashMap<>();
    return mapRows(
            withoutNulls(
                renamed(renamed(renamed(pages, "é", "e"), "0", "zero"), "JSON_parentId", "own")),
            row -> steady(row, "", kinds))
        .stream()
        .map(page -> new Page(page.dataType(), page.rows(), JsonObject.EMPTY, page.origin()))
        .toList();
  }

  private static List<Page> withoutNulls(List<Page> pages) {
    return mapRows(
        pages,
        row ->
            row instanceof JsonNull
                ? row
                : Conversion.json(JsonWriter.compact(row).replace("null", "true")));
  }

  private static JsonValue steady(JsonValue value, String path, Map<String, JsonValue> kinds) {
    JsonValue first = kinds.putIfAbsent(path, value);
    JsonValue known = first == null ? value : first;
    return switch (value) {
      case JsonObject object when known instanceof JsonObject -> {
        Map<String, JsonValue> copies = new LinkedHashMap<>();
        object.forEach((name, part) -> copies.put(name, steady(part, path + "." + name, kinds)));
        yield JsonObject.of(copies);
      }
      case JsonArray(List<JsonValue> items) when known instanceof JsonArray -> {
        List<JsonValue> copies = new ArrayList<>();
        items.forEach(item -> copies.add(steady(item, path + ".[]", kinds)));
        yield new JsonArray(copies);
      }
      default ->
          switch (known) {
            case JsonObject _ -> JsonObject.EMPTY;
            case JsonArray _ -> JsonArray.EMPTY;
            default -> value.isScalarOrNull() ? value : JsonBoolean.TRUE;
          };
    };
  }

  private interface Change {
    JsonValue of(JsonValue row);
  }

  private static List<Page> mapRows(List<Page> pages, Change change) {
    List<Page> changed = new ArrayList<>();
    for (Page page : pages) {
      List<JsonValue> rows = new ArrayList<>();
      page.rows().forEach(row -> rows.add(change.of(row)));
      changed.add(new Page(page.dataType(), rows, page.extra(), page.origin()));
    }
    return changed;
  }
}

package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.cli.TextTable.Column;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTableTest {
  @Test
  void alignsTextsLeftAndNumbersRight() {
    var table = new TextTable(List.of(Column.text("Table"), Column.number("Rows")));
    table.add("orders", "1,000");
    table.add("注文", "7");

    assertEquals(
        """
        Table    Rows
        orders  1,000
        注文        7
        """,
        text(table, 80));
  }

  @Test
  void cutsTheWidestCellsWhenTheScreenIsNarrow() {
    var table = new TextTable(List.of(Column.text("id"), Column.text("note"), Column.text("city")));
    table.add("1", "left at the neighbour's door", "Brno");

    assertEquals(
        """
        id  note            city
        1   left at the ne…  Brno
        """
            .replace("note            city", "note             city"),
        text(table, 25));
  }

  @Test
  void saysHowManyColumnsDidNotFit() {
    List<Column> columns =
        List.of("one", "two", "three", "four", "five").stream().map(Column::text).toList();
    var table = new TextTable(columns);
    table.add("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc", "dddddddddd", "eeeeeeeeee");

    assertEquals(
        """
        one         two         +3 more
        aaaaaaaaaa  bbbbbbbbbb
        """,
        text(table, 34));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 21, 30, 47, 79, 200})
  void neverGrowsWiderThanTheScreen(int width) {
    var table =
        new TextTable(
            List.of("id", "customer", "a much longer title", "note").stream()
                .map(Column::text)
                .toList());
    table.add("1", "Žofie Nováková", "注文番号 注文番号 注文番号", "👍".repeat(30));
    table.add("1000000", "", "x", "y".repeat(100));

    for (String line : table.lines(width, Style.PLAIN)) {
      assertEquals(Math.min(width, DisplayWidth.of(line)), DisplayWidth.of(line), line);
    }
  }

  @Test
  void refusesARowOfAnotherSize() {
    var table = new TextTable(List.of(Column.text("id")));

    assertThrows(IllegalArgumentException.class, () -> table.add("1", "2"));
  }

  private static String text(TextTable table, int width) {
    return String.join("\n", table.lines(width, Style.PLAIN)) + "\n";
  }
}

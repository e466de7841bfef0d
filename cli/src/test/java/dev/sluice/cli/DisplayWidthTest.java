package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "orders, 6",
    "'', 0",
    "Žofie, 5",
    "Z\u030Cofie, 5",
    "注文, 4",
    "ｆｕｌｌ, 8",
    "주문, 4",
    "👍, 2",
    "👩‍👩‍👧, 2",
    "🇨🇿, 2",
    "❤️, 2",
    "…, 1",
  })
  void countsColumnsAsATerminalDoes(String text, int columns) {
    assertEquals(columns, DisplayWidth.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "orders, 6, orders",
    "orders, 5, orde…",
    "orders, 1, …",
    "注文番号, 8, 注文番号",
    "注文番号, 7, 注文番…",
    "注文番号, 6, 注文…",
    "👩‍👩‍👧👩‍👩‍👧, 3, 👩‍👩‍👧…",
    "Z\u030Cofie, 2, Z\u030C…",
  })
  void cutsBetweenCharactersAsAReaderSeesThem(String text, int columns, String cut) {
    assertEquals(cut, DisplayWidth.cut(text, columns));
  }

  @Test
  void takesFromATextWhatATerminalWouldObey() {
    assertEquals("a b c", DisplayWidth.printable("a\r\nb\tc"));
    assertEquals("\uFFFD[31mred\uFFFD[0m", DisplayWidth.printable("\u001b[31mred\u001b[0m"));
    assertEquals("\uFFFDgpj.exe", DisplayWidth.printable("\u202Egpj.exe"));
  }

  @Test
  void breaksLinesBetweenWords() {
    assertEquals(
        List.of("error: Name", "  the folder", "  注文番号", "  https://example.com/orders", "  now."),
        DisplayWidth.wrap("error: Name the folder 注文番号 https://example.com/orders now.", 13, "  "));
    assertEquals(List.of("orders"), DisplayWidth.wrap("orders", 3, "  "));
    assertEquals(List.of(""), DisplayWidth.wrap("", 3, "  "));
  }
}

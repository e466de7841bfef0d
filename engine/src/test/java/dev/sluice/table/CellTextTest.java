package dev.sluice.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

  /// Spec: tables §1.2 and README G-04.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "\"true\"|true|true",
        "\"007\"|007|007",
        "\" x \"| x | x ",
        "true|1|true",
        "false|''|false",
        "null|''|''",
        "42|42|42",
        "-0|0|-0",
        "1.50|1.5|1.50",
        "12345678901234567890|1.2345678901235E+19|12345678901234567890",
        "1e400|INF|1e400",
        "0.30000000000000004|0.3|0.30000000000000004"
      })
  void hasTwoForms(String json, String original, String lossless) throws JsonSyntaxError {
    var value = new JsonReader().read(json);
    assertEquals(original, CellText.of(false).text(value));
    assertEquals(lossless, CellText.of(true).text(value));
  }

  @ParameterizedTest
  @CsvSource({
    "12345678901234567890, true",
    "9223372036854775807, false",
    "1e400, true",
    "-1E400, true",
    "1e20, false",
    "0.1, false",
    "3.14159265358979312, false"
  })
  void knowsWhichNumbersItLoses(String literal, boolean loses) {
    assertEquals(loses, CellText.ORIGINAL.loses(new JsonNumber(literal)));
    assertFalse(CellText.LOSSLESS.loses(new JsonNumber(literal)));
  }

  @ParameterizedTest
  @CsvSource({"308, false", "309, false", "400, true"})
  void losesDecimalsBeyondTheDoubleRange(int digits, boolean loses) {
    assertEquals(
        loses, CellText.ORIGINAL.loses(new JsonNumber("1" + "0".repeat(digits - 1) + ".5")));
  }

  @Test
  void writesJsonInBothForms() throws JsonSyntaxError {
    var value = new JsonReader().read("[2.50,\"/\"]");
    assertEquals("[2.5,\"\\/\"]", CellText.ORIGINAL.json(value));
    assertEquals("[2.50,\"\\/\"]", CellText.LOSSLESS.json(value));
  }

  @Test
  void hasNoTextForLists() {
    assertThrows(IllegalArgumentException.class, () -> CellText.ORIGINAL.text(JsonArray.EMPTY));
  }
}

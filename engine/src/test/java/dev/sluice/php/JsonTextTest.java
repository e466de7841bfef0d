package dev.sluice.php;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/vectors/tables/doubles.csv", delimiter = '|')
  void writesNumbersWith17Digits(String literal, String cell, String json, String hash)
      throws JsonSyntaxError {
    assertEquals(json == null ? "" : json, JsonText.of(json(literal)));
  }

  /// Spec: tables §1.3, E11, E20.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "[1,2.50] | [1,2.5]",
        "[\"é/\"] | [\"\\u00e9\\/\"]",
        "{ \"a\" : null , \"b\":[ ], \"c\":{} } | {\"a\":null,\"b\":[],\"c\":{}}",
        "[true,false] | [true,false]",
        "\"x\" | \"x\"",
        "\"\\u017e \\ud83d\\ude42\" | \"\\u017e \\ud83d\\ude42\"",
        "\"\\\" \\\\ \\b\\f\\n\\r\\t\\u0000\\u001f\" | \"\\\" \\\\ \\b\\f\\n\\r\\t\\u0000\\u001f\"",
        "{\"/\":\"<>&'\"} | {\"\\/\":\"<>&'\"}"
      })
  void escapesAsTheOriginalDoes(String json, String expected) throws JsonSyntaxError {
    assertEquals(expected, JsonText.of(json(json)));
    assertEquals(expected.length(), JsonText.length(json(json)));
  }

  @Test
  void countsWhatIsTooLongToKeep() throws JsonSyntaxError {
    JsonValue rows = json("[" + "{\"note\":\"ž/\"},".repeat(5_000) + "[[\"end\"]]]");
    assertEquals(JsonText.of(rows).length(), JsonText.length(rows));
  }

  @Test
  void leavesDeleteAsItIs() throws JsonSyntaxError {
    assertEquals("\"\u007f\\u0080\"", JsonText.of(json("\"\u007f\u0080\"")));
  }

  @Test
  void isEmptyWhenANumberAnywhereIsInfinite() throws JsonSyntaxError {
    assertEquals("", JsonText.of(json("{\"a\":[1,{\"b\":-1e999}],\"c\":2}")));
    assertEquals(0, JsonText.length(json("{\"a\":[1,{\"b\":-1e999}],\"c\":2}")));
  }

  @Test
  void keepsLiteralsWhenNothingMayBeLost() throws JsonSyntaxError {
    assertEquals(
        "[1e400,-0,2.50,12345678901234567890,\"\\/\"]",
        JsonText.lossless(json("[1e400, -0, 2.50, 12345678901234567890, \"/\"]")));
  }

  private static JsonValue json(String text) throws JsonSyntaxError {
    return new JsonReader().read(text);
  }
}

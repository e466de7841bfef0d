package dev.sluice.php;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Functions §4.2.
class SprintfTest {
  static Stream<Arguments> rows() {
    return Vectors.of("functions/sprintf");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void printsEachRow(JsonString format, JsonArray arguments, JsonString text) throws SprintfError {
    assertEquals(text.value(), sprintf(format.value(), arguments.items()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%-010d] | 5 | 5         ]",
        "%-010.2f] | 1.5 | 1.50000000]",
        "%.1f | -0.01 | -0.0",
        "%.1f | -0.0 | 0.0",
        "%+d | -7 | -7",
        "%+u | 7 | 7",
        "%x | 9223372036854775807 | 7fffffffffffffff",
        "%d | 12.999e1 | 129",
        "%05.1f | -2.25 | -02.2",
        "%+g | 1.5 | +1.5",
        "%.0g | 1234 | 1.0e+3",
        "%.60f | 0.5 | 0.50000000000000000000000000000000000000000000000000000",
      })
  void printsNumbers(String format, String number, String text) throws SprintfError {
    assertEquals(text, sprintf(format, List.of(new JsonNumber(number))));
  }

  @ParameterizedTest
  @CsvSource({
    "'99999999999999999999', 9223372036854775807",
    "'-99999999999999999999', -9223372036854775808",
    "'+5', 5",
    "'.9', 0",
    "'1e', 1",
    "'5.', 5",
  })
  void readsTheNumberThatATextBeginsWith(String text, String number) throws SprintfError {
    assertEquals(number, sprintf("%d", List.of(new JsonString(text))));
  }

  @Test
  void countsListsAsOneOrNothing() throws SprintfError {
    assertEquals(
        "1 0", sprintf("%d %d", List.of(JsonArray.of(new JsonString("a")), JsonArray.EMPTY)));
  }

  @Test
  void putsBytesTogetherToOneCharacter() throws SprintfError {
    assertEquals("ž", sprintf("%c%c", List.of(JsonNumber.of(0xc5), JsonNumber.of(0xbe + 256))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%s %s | 3 arguments are required, 2 given",
        "%4$s %s | 5 arguments are required, 2 given",
        "%y | Unknown format specifier \"y\"",
        "%*d | Unknown format specifier \"*\"",
        "%h | Unknown format specifier \"h\"",
        "50% | Missing format specifier at end of string",
        "%-05 | Missing format specifier at end of string",
        "%0$s | Argument number specifier must be greater than zero",
        "%' | Missing padding character",
        "%9999999s | sprintf(): a number in the format is above 1000000",
      })
  void refusesFaultyFormats(String format, String reason) {
    SprintfError error =
        assertThrows(SprintfError.class, () -> sprintf(format, List.of(new JsonString("a"))));
    assertEquals(reason, error.reason());
  }

  @Test
  void refusesListsAndObjectsAsText() {
    assertEquals(
        "sprintf(): Argument #2 must be of type string, array given",
        assertThrows(SprintfError.class, () -> sprintf("%s", List.of(JsonArray.EMPTY))).reason());
    assertEquals(
        "Object of class stdClass could not be converted to string",
        assertThrows(SprintfError.class, () -> sprintf("%s", List.of(JsonObject.EMPTY))).reason());
  }

  private static String sprintf(String format, List<JsonValue> arguments) throws SprintfError {
    return new String(Sprintf.format(format, arguments), StandardCharsets.UTF_8);
  }
}

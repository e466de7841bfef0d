package dev.sluice.php;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Casts and numeric texts (spec: jobs-and-paging §0).
final class IntCastTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12                     | 12
          -3.99                  | -3
          3.99                   | 3
          1e2                    | 100
          1e300                  | 9223372036854775807
          "12 pcs"               | 12
          "x"                    | 0
          ""                     | 0
          "1e2"                  | 100
          " 12"                  | 12
          "12.9"                 | 12
          "-7"                   | -7
          "+7"                   | 7
          ".5"                   | 0
          "0x1A"                 | 0
          "99999999999999999999" | 9223372036854775807
          true                   | 1
          false                  | 0
          null                   | 0
          []                     | 0
          [0]                    | 1
          """)
  void castsToIntegers(String value, long expected) throws JsonSyntaxError {
    assertEquals(expected, IntCast.of(new JsonReader().read(value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12         | 12
          1.5        | 1.5
          "12"       | 12
          " 12"      | 12
          "-1.5e3"   | -1.5e3
          ".5"       | .5
          "5."       | 5
          "+5"       | 5
          """)
  void seesNumbersAndTextsOfThem(String value, BigDecimal expected) throws JsonSyntaxError {
    assertEquals(Optional.of(expected), IntCast.numeric(new JsonReader().read(value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"12 \"",
        "\"x\"",
        "\"\"",
        "\".\"",
        "\"0x1\"",
        "\"1e\"",
        "true",
        "null",
        "[1]",
        "{}",
        "1e999999999",
        "\"1e99999999999999999999\""
      })
  void seesNoNumberInOtherThings(String value) throws JsonSyntaxError {
    assertEquals(Optional.empty(), IntCast.numeric(new JsonReader().read(value)));
  }
}

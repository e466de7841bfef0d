package dev.sluice.table.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CleanNameTest {
  private static final Pattern REPEAT = Pattern.compile("(.)\\*(\\d\\d)");

  @ParameterizedTest
  @CsvFileSource(
      resources = "/vectors/tables/automatic/clean-names.csv",
      delimiter = '|',
      quoteCharacter = '\'',
      ignoreLeadingAndTrailingWhitespace = false)
  void makesColumnNamesOfLabels(String key, String column) {
    assertEquals(full(column), CleanName.of("[]." + full(key)));
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/vectors/tables/automatic/table-names.csv",
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false)
  void makesTableNamesOfPaths(String path, String table) {
    assertEquals(full(table), CleanName.of(full(path)));
  }

  /// {@return the text with `k*61` written out}
  private static String full(String text) {
    return text == null
        ? ""
        : REPEAT
            .matcher(text)
            .replaceAll(match -> match.group(1).repeat(Integer.parseInt(match.group(2))));
  }
}

package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmountTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "49, 0.0 s",
    "5840, 5.8 s",
    "59949, 59.9 s",
    "59950, 0 min 59 s",
    "60000, 1 min 00 s",
    "245000, 4 min 05 s",
    "3599999, 59 min 59 s",
    "3600000, 1 h 00 min",
    "90061000, 25 h 01 min",
  })
  void saysTimesAsPeopleDo(long millis, String text) {
    assertEquals(text, Amount.of(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0 rows", "1, 1 row", "2, 2 rows", "'12400', '12,400 rows'"})
  void countsThings(long number, String text) {
    assertEquals(text, Amount.of(number, "row"));
  }
}

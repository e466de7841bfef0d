package dev.sluice.php;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonString;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Functions §4.1.
class PhpDateTest {
  private static final long A = 1_710_513_045L;
  private static final long B = 1_609_650_249L;

  static Stream<Arguments> characters() {
    return Vectors.of("functions/date-characters");
  }

  static Stream<Arguments> formats() {
    return Vectors.of("functions/date-formats");
  }

  @ParameterizedTest
  @MethodSource("characters")
  void printsEachFormatCharacter(JsonString character, JsonString a, JsonString b) {
    assertEquals(a.value(), PhpDate.format(character.value(), A));
    assertEquals(b.value(), PhpDate.format(character.value(), B));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void printsWholeFormats(JsonString format, JsonString text) {
    assertEquals(text.value(), PhpDate.format(format.value(), A));
  }

  @Test
  void copiesEverythingElse() {
    String literals = "bCEfJkKqQRVpxX 年:🙂";
    assertEquals(literals, PhpDate.format(literals, A));
  }

  @Test
  void dropsABackslashAtTheEnd() {
    assertEquals("2024", PhpDate.format("Y\\", A));
  }

  @ParameterizedTest
  @CsvSource({
    "Y-m-d H:i:s, -1, 1969-12-31 23:59:59",
    "Y o W, -62167219200, 0000 -1 52",
    "Y-m-d, 253402300800, 10000-01-01",
    "Y-m-d H:i:s, 1490000000, 2017-03-20 08:53:20",
    "Y, -100000000000, -1199",
    "L t, 951782400, 1 29",
    "L t, 4107456000, 0 28",
    "g h A, 0, 12 12 AM",
    "jS, 1704499200, 6th",
    "B, -5000, 983",
  })
  void printsMomentsFarAway(String format, long timestamp, String text) {
    assertEquals(text, PhpDate.format(format, timestamp));
  }

  @ParameterizedTest
  @CsvSource({
    "1, st", "2, nd", "3, rd", "4, th", "11, th", "12, th", "13, th", "21, st", "22, nd", "23, rd",
    "30, th", "31, st"
  })
  void addsEnglishOrdinals(int day, String suffix) {
    assertEquals(suffix, PhpDate.format("S", CivilDate.epochDay(2024, 1, day) * 86_400));
  }

  @ParameterizedTest
  @ValueSource(longs = {-719_528, -719_469, -1, 0, 59, 11_016, 19_782, 2_932_896, 400_000_000})
  void agreesWithTheCalendarOfJava(long epochDay) {
    var expected = java.time.LocalDate.ofEpochDay(epochDay);
    CivilDate date = CivilDate.of(epochDay);
    assertEquals(expected.getYear(), date.year());
    assertEquals(expected.getMonthValue(), date.month());
    assertEquals(expected.getDayOfMonth(), date.day());
    assertEquals(expected.getDayOfYear() - 1, date.dayOfYear());
    assertEquals(expected.lengthOfMonth(), date.monthLength());
    assertEquals(epochDay, CivilDate.epochDay(date.year(), date.month(), date.day()));
  }
}

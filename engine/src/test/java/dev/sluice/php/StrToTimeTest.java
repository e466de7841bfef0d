package dev.sluice.php;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Functions §7.
class StrToTimeTest {
  /// Friday 2024-03-15 14:30:45 UTC.
  private static final long BASE = 1_710_513_045L;

  static Stream<Arguments> texts() {
    return Vectors.of("functions/strtotime");
  }

  static Stream<Arguments> bases() {
    return Vectors.of("functions/strtotime-bases");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsEachText(JsonString text, JsonValue result) {
    JsonValue read =
        StrToTime.parse(text.value(), BASE).stream()
            .<JsonValue>mapToObj(JsonNumber::of)
            .findFirst()
            .orElse(JsonBoolean.FALSE);
    assertEquals(result, read);
  }

  @ParameterizedTest
  @MethodSource("bases")
  void countsFromOtherMoments(JsonString text, JsonString base, JsonString result) {
    assertEquals(
        result.value(),
        PhpDate.format(
            "Y-m-d H:i:s",
            StrToTime.parse(text.value(), seconds(base.value())).orElse(Long.MIN_VALUE)));
  }

  @Test
  void readsWhatDateAndTimestampsPrint() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      long moment = random.nextLong(-10_000_000_000L, 100_000_000_000L);
      String date = PhpDate.format("Y-m-d H:i:s", moment);
      assertEquals(OptionalLong.of(moment), StrToTime.parse(date, BASE), () -> "seed " + seed);
      assertEquals(
          OptionalLong.of(moment), StrToTime.parse("@" + moment, BASE), () -> "seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-15 08:00 Europe/Prague, 2024-01-15 07:00:00",
    "2024-07-15 08:00 Europe/Prague, 2024-07-15 06:00:00",
    "2024-03-31 02:30 Europe/Prague, 2024-03-31 01:30:00",
    "2024-10-27 02:30 Europe/Prague, 2024-10-27 00:30:00",
    "2024-07-15 08:00 America/New_York, 2024-07-15 12:00:00",
    "2024-01-15 08:00 acst, 2024-01-14 22:30:00",
    "2024-01-15 08:00 (PST), 2024-01-15 16:00:00",
    "2024-01-15 08:00 +530, 2024-01-15 02:30:00",
    "2024-01-15 08:00 -5:30, 2024-01-15 13:30:00",
    "2024-01-15 08:00 EST UTC, 2024-01-15 13:00:00",
  })
  void readsZones(String text, String moment) {
    assertEquals(OptionalLong.of(seconds(moment)), StrToTime.parse(text, BASE));
  }

  @ParameterizedTest
  @CsvSource({
    "saturday this week, 2024-03-16 00:00:00",
    "weekday, 2024-03-18 00:00:00",
    "2 sundays ago, 2024-03-03 06:00:00",
    "-2 sunday, 2024-03-03 00:00:00",
    "1 week ago monday, 2024-03-11 00:00:00",
    "Jan 15 10:30, 2024-01-15 10:30:00",
    "Jan 15 3:30pm UTC, 2024-01-15 15:30:00",
    "2024:01:15 08:09:10, 2024-01-15 08:09:10",
    "20240115T08:09:10, 2024-01-15 08:09:10",
    "Jan-15-24, 2024-01-15 00:00:00",
    "24-Jan-15, 2015-01-24 00:00:00",
    "15.1.2024, 2024-01-15 00:00:00",
    "15 III 2024, 2024-03-15 00:00:00",
    "15 iii 2024, ",
    "2026-W53-7, 2027-01-03 00:00:00",
    "@1700000000.123456, 2023-11-14 22:13:20",
    "2024-01-15 @86400, 1970-01-02 00:00:00",
    "@0 2024-01-15, 2024-01-15 00:00:00",
    "10:00 1999, 1999-03-15 10:00:00",
    "10:00 1030, 1030-03-15 10:00:00",
    "10:00 1030 1040, ",
    "-1 msec, 2024-03-15 14:30:44",
    "+5 weekdays ago, 2024-03-08 00:00:00",
    "1 sunday ago, 2024-03-10 00:00:00",
    "EST UTC GMT, ",
    "2024-01-15 08:00 Europe/Nowhere, ",
    "J, ",
    "é, ",
  })
  void followsTheTableOfForms(String text, String moment) {
    assertEquals(
        moment == null ? OptionalLong.empty() : OptionalLong.of(seconds(moment)),
        StrToTime.parse(text, BASE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"@99999999999999999999", "+9999999999999 years", "@9223372036854775807 +1 s"})
  void meansNothingBeyondTheRangeOfTimestamps(String text) {
    assertEquals(OptionalLong.empty(), StrToTime.parse(text, BASE));
  }

  @Test
  void readsLongTexts() {
    int days = 2_000;
    assertEquals(
        OptionalLong.of(BASE + 86_400L * days), StrToTime.parse("+1 day ".repeat(days), BASE));
    assertEquals(
        OptionalLong.of(BASE + 86_400), StrToTime.parse("+1" + " ".repeat(100_000) + "day", BASE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "Jan-", "Europe/", "_a", "1.", "e/E", "(", "I."})
  void survivesLongNonsense(String part) {
    StrToTime.parse("Europe/" + part.repeat(20_000), BASE);
    assertEquals(OptionalLong.empty(), StrToTime.parse(part.repeat(20_000) + "!", BASE));
  }

  @Test
  void ignoresWhiteSpaceAroundAndCase() {
    assertEquals(
        OptionalLong.of(seconds("2024-03-14 00:00:00")),
        StrToTime.parse(" \t\nYESTERDAY\r\n", BASE));
  }

  private static long seconds(String moment) {
    return LocalDateTime.parse(moment.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
  }
}

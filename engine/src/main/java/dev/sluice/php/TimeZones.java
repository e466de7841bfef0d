package dev.sluice.php;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/// The time zones that [StrToTime] knows (spec: functions §7.3).
final class TimeZones {
  /// An offset such as `+2`, `-0530` or `GMT+02:00`.
  static final String OFFSET = "(?:GMT)?(?<offset>[+-](?:2[0-4]|[01]?[0-9]):?[0-5]?[0-9]?)";

  /// A word that may be an abbreviation or not.
  static final String ABBREVIATION = "\\(?(?<abbreviation>[a-z]{1,6})\\)?";

  /// The name of a zone of the IANA database.
  static final String IDENTIFIER = "(?<identifier>(?-i:[A-Z])[a-z]+/[a-z_/-]*[a-z])";

  private static final int HOUR = 3600;

  private static final Map<String, Integer> OFFSETS = new HashMap<>();

  static {
    at(0, "utc gmt z uct wet");
    at(1, "west bst cet met a");
    at(2, "cest mest eet sast ist b");
    at(3, "eest msk eat c");
    at(4, "d");
    at(5, "pkt e");
    at(6, "f");
    at(7, "g");
    at(8, "hkt awst h");
    at(9, "jst i");
    at(10, "aest k");
    at(11, "aedt l");
    at(12, "nzst m");
    at(13, "nzdt");
    at(-1, "n");
    at(-2, "o");
    at(-3, "adt p");
    at(-4, "ast edt q");
    at(-5, "est cdt r");
    at(-6, "cst mdt s");
    at(-7, "mst pdt t");
    at(-8, "pst akdt u");
    at(-9, "akst v");
    at(-10, "hst w");
    at(-11, "x");
    at(-12, "y");
    OFFSETS.put("acst", 9 * HOUR + HOUR / 2);
  }

  private TimeZones() {}

  private static void at(int hours, String names) {
    for (String name : names.split(" ", -1)) {
      OFFSETS.put(name, hours * HOUR);
    }
  }

  /// {@return the offset in seconds that a text asks for}
  ///
  /// @param text what [#OFFSET] matched: a sign, then hours, or hours and minutes
  static long offset(String text) {
    String digits = text.substring(1);
    int colon = digits.indexOf(':');
    int hourDigits =
        colon >= 0 ? colon : digits.length() > 2 ? digits.length() - 2 : digits.length();
    String minutes = digits.substring(hourDigits).replace(":", "");
    long seconds = Long.parseLong(digits.substring(0, hourDigits)) * HOUR;
    seconds += minutes.isEmpty() ? 0 : Long.parseLong(minutes) * 60;
    return text.startsWith("-") ? -seconds : seconds;
  }

  /// {@return the offset of an abbreviation, if it is known; the same all year}
  ///
  /// @param name in any case
  static Optional<LongUnaryOperator> abbreviation(String name) {
    return Optional.ofNullable(OFFSETS.get(name.toLowerCase(Locale.ROOT)))
        .map(offset -> _ -> offset);
  }

  /// {@return the offsets of an identifier, if it is known, by the local time in seconds}
  ///
  /// A local time that does not exist, when clocks go forward, is read with the offset before; one
  /// that exists twice means the earlier one.
  ///
  /// @param name e.g. `Europe/Prague`
  static Optional<LongUnaryOperator> identifier(String name) {
    try {
      ZoneId zone = ZoneId.of(name);
      return Optional.of(local -> local - epochSecond(local, zone));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static long epochSecond(long local, ZoneId zone) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
    return ZonedDateTime.of(time, zone).toEpochSecond();
  }
}

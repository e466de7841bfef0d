package dev.sluice.php;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The words that [StrToTime] knows, and patterns of them (spec: functions §7.1).
final class TimeWords {
  /// Abbreviations of month names.
  static final String SHORT_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec";

  /// English month names and their abbreviations.
  static final String PLAIN_MONTH =
      "january|february|march|april|may|june|july|august|september|october|november|december|"
          + SHORT_MONTH;

  /// Month names, their abbreviations and Roman numbers, which alone mind the case.
  static final String MONTH = PLAIN_MONTH + "|(?-i:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)";

  /// Weekday names and their abbreviations.
  static final String WEEKDAY =
      "sunday|monday|tuesday|wednesday|thursday|friday|saturday|sun|mon|tue|wed|thu|fri|sat";

  /// Words that name one of several.
  static final String ORDINAL =
      "first|second|third|fourth|fifth|sixth|seventh|eighth?|ninth|tenth|eleventh|twelfth|"
          + "next|last|previous|this";

  /// Words that name a neighbour.
  static final String NEIGHBOUR = "next|last|previous|this";

  /// What can be counted, but for `week`.
  static final String UNIT =
      "ms|(?:msec|millisecond|usec|microsecond|sec|second|min|minute|hour|day|fortnight|forthnight"
          + "|month|year)s?|weeks|weekdays?|"
          + WEEKDAY;

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");
  private static final List<String> WEEKDAYS =
      List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
  private static final Map<String, Integer> NEIGHBOURS =
      Map.of("next", 1, "last", -1, "previous", -1, "this", 0);
  private static final List<String> ORDINALS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth");

  private TimeWords() {}

  /// {@return the number of a month, 1 to 12}
  ///
  /// @param name a word that [#MONTH] matches
  static int month(String name) {
    String lower = lower(name);
    int roman = ROMAN.indexOf(lower);
    return 1 + (roman >= 0 ? roman : MONTHS.indexOf(lower.substring(0, 3)));
  }

  /// {@return the number of a weekday, 0 = Sunday; `weekday` itself counts as Monday}
  ///
  /// @param name a word that [#WEEKDAY] matches, or `weekday`
  static int weekday(String name) {
    return isBusinessDay(name) ? 1 : WEEKDAYS.indexOf(lower(name).substring(0, 3));
  }

  /// {@return what an ordinal counts as: 1 for `first` and `next`, 0 for `this`, -1 for `last`}
  ///
  /// @param word a word that [#ORDINAL] matches
  static int ordinal(String word) {
    String lower = lower(word);
    return NEIGHBOURS.getOrDefault(
        lower, 1 + ORDINALS.indexOf(lower.equals("eight") ? "eighth" : lower));
  }

  /// {@return whether a unit is a day of the week}
  ///
  /// @param unit a word that [#UNIT] matches
  static boolean isWeekday(String unit) {
    return lower(unit).matches(WEEKDAY);
  }

  /// {@return whether a unit is `weekday` or `weekdays`}
  ///
  /// @param unit a word that [#UNIT] matches
  static boolean isBusinessDay(String unit) {
    return lower(unit).startsWith("weekday");
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}

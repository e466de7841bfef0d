package dev.sluice.php;

import dev.sluice.php.ParsedTime.Counting;
import dev.sluice.php.ParsedTime.Direction;
import dev.sluice.php.ParsedTime.Edge;
import dev.sluice.php.RelativeTime.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/// The table of token forms (spec: functions §7.2), in its order, which decides between matches of
/// the same length.
final class TimeForms {
  private static final long NOON = 12;
  private static final String SPACE = "[ \\t]+";
  private static final String OPTIONAL_SPACE = "[ \\t]*";
  private static final String LOOSE = "[ \\t.-]*";
  private static final String LOOSE_AFTER_DAY = "[ \\t,.stndrh]+";

  private static final String HOUR = "(?<hour>2[0-4]|[01]?[0-9])";
  private static final String HOUR_2 = "(?<hour>2[0-4]|[01][0-9])";
  private static final String HALF_DAY_HOUR = "(?<hour>1[0-2]|0?[1-9])";
  private static final String MINUTE = "(?<minute>[0-5]?[0-9])";
  private static final String MINUTE_2 = "(?<minute>[0-5][0-9])";
  private static final String SECOND = "(?<second>60|[0-5]?[0-9])";
  private static final String SECOND_2 = "(?<second>60|[0-5][0-9])";
  private static final String FRACTION = "\\.[0-9]+";
  private static final String HALF = "(?<half>[ap]\\.?m\\.?)(?=[ \\t]|\\z)";
  private static final String MONTH = "(?<month>1[0-2]|0?[0-9])";
  private static final String MONTH_2 = "(?<month>1[0-2]|0[0-9])";
  private static final String DAY = "(?<day>3[01]|[0-2]?[0-9])(?:st|nd|rd|th)?";
  private static final String DAY_2 = "(?<day>3[01]|[0-2][0-9])";
  private static final String YEAR = "(?<year>[0-9]{1,4})";
  private static final String YEAR_2 = "(?<year>[0-9]{2})";
  private static final String YEAR_4 = "(?<year>[0-9]{4})";
  private static final String NAME = "(?<name>" + TimeWords.MONTH + ")";
  private static final String SHORT_NAME = "(?<name>" + TimeWords.SHORT_MONTH + ")";
  private static final String ORDINAL = "(?<ordinal>" + TimeWords.ORDINAL + ")";
  private static final String WEEKDAY = "(?<weekday>" + TimeWords.WEEKDAY + ")";
  private static final String UPPER_T = "(?-i:T)";

  private static final String NAME_THEN_DAY = NAME + LOOSE + DAY;
  private static final String DATE_WITHOUT_YEAR = NAME_THEN_DAY + "(?:" + LOOSE_AFTER_DAY + "|\\z)";
  private static final String SHORT_CLOCK_12 =
      HALF_DAY_HOUR + "[:.]" + MINUTE_2 + OPTIONAL_SPACE + HALF;
  private static final String LONG_CLOCK_12 =
      HALF_DAY_HOUR + "[:.]" + MINUTE + "[:.]" + SECOND_2 + OPTIONAL_SPACE + HALF;
  private static final String CLOCK_24 =
      "t?" + HOUR + "[:.]" + MINUTE + "(?:[:.]" + SECOND + "(?:" + FRACTION + ")?)?";

  /// All rows.
  static final List<TimeForm> ALL =
      Stream.of(words(), clocks(), dates(), datesOfOtherPrograms(), relative(), datesWithClock())
          .flatMap(List::stream)
          .toList();

  private TimeForms() {}

  /// Rows 1 to 8.
  private static List<TimeForm> words() {
    return List.of(
        TimeForm.of("yesterday", (_, time) -> neighbour(time, -1)),
        TimeForm.of("tomorrow", (_, time) -> neighbour(time, 1)),
        TimeForm.of("now", (_, _) -> {}),
        TimeForm.of("today|midnight", (_, time) -> time.resetTime()),
        TimeForm.of("noon", (_, time) -> newTime(time, 12, 0)),
        TimeForm.of(
            "@(?<count>-?[0-9]+)(?:\\.[0-9]{6})?",
            (token, time) -> time.timestamp(new BigInteger(token.group("count")).longValueExact())),
        TimeForm.of("first day of", (_, time) -> time.edge(Edge.FIRST)),
        TimeForm.of("last day of", (_, time) -> time.edge(Edge.LAST)),
        TimeForm.of(
            "back of " + HOUR + "(?:" + OPTIONAL_SPACE + HALF + ")?",
            (token, time) -> newTime(time, hour(token), 15)),
        TimeForm.of(
            "front of " + HOUR + "(?:" + OPTIONAL_SPACE + HALF + ")?",
            (token, time) -> newTime(time, hour(token) - 1, 45)),
        TimeForm.of(ORDINAL + SPACE + WEEKDAY + SPACE + "of", TimeForms::weekdayOfMonth));
  }

  /// Rows 9 to 12.
  private static List<TimeForm> clocks() {
    return List.of(
        TimeForm.of(HALF_DAY_HOUR + OPTIONAL_SPACE + HALF, TimeForms::time),
        TimeForm.of(SHORT_CLOCK_12, TimeForms::time),
        TimeForm.of(LONG_CLOCK_12, TimeForms::time),
        TimeForm.of(CLOCK_24, TimeForms::time),
        TimeForm.of(
            "t?" + HOUR_2 + MINUTE_2,
            (token, time) -> time.timeOrYear(token.group("hour") + token.group("minute"))),
        TimeForm.of("t?" + HOUR_2 + MINUTE_2 + SECOND_2, TimeForms::time));
  }

  /// Rows 13 to 22.
  private static List<TimeForm> dates() {
    return List.of(
        TimeForm.of(MONTH + "/" + DAY, TimeForms::dateWithoutYear),
        TimeForm.of(MONTH + "/" + DAY + "/" + YEAR, TimeForms::date),
        TimeForm.of(YEAR_4 + "/" + MONTH + "/" + DAY + "/?", TimeForms::date),
        TimeForm.of("(?<year>[+-]?[0-9]{4})-" + MONTH_2 + "-" + DAY_2, TimeForms::date),
        TimeForm.of(YEAR_2 + "-" + MONTH_2 + "-" + DAY_2, TimeForms::date),
        TimeForm.of(YEAR + "-" + MONTH + "-" + DAY, TimeForms::date),
        TimeForm.of(YEAR_4 + "-" + MONTH, TimeForms::date),
        TimeForm.of(DAY + LOOSE + NAME + LOOSE + YEAR, TimeForms::date),
        TimeForm.of(DAY + "[.\\t-]" + MONTH + "[.-]" + YEAR_4, TimeForms::date),
        TimeForm.of(DAY + "[.\\t]" + MONTH + "\\." + YEAR_2, TimeForms::date),
        TimeForm.of(NAME + LOOSE + YEAR_4, TimeForms::date),
        TimeForm.of(YEAR_4 + LOOSE + NAME, TimeForms::date),
        TimeForm.of(NAME_THEN_DAY + LOOSE_AFTER_DAY + YEAR, TimeForms::date),
        TimeForm.of(DATE_WITHOUT_YEAR, TimeForms::dateWithoutYear),
        TimeForm.of(DAY + LOOSE + NAME, TimeForms::dateWithoutYear),
        TimeForm.of(YEAR_4 + MONTH_2 + DAY_2, TimeForms::date));
  }

  /// Rows 23 to 28: XML-RPC, WDDX, SOAP, EXIF, PostgreSQL, ISO weeks, log files of web servers.
  private static List<TimeForm> datesOfOtherPrograms() {
    String compact = YEAR_4 + MONTH_2 + DAY_2;
    String exactClock = HOUR_2 + ":" + MINUTE_2 + ":" + SECOND_2;
    return List.of(
        TimeForm.of(
            compact + UPPER_T + HOUR + ":" + MINUTE_2 + ":" + SECOND_2, TimeForms::dateAndTime),
        TimeForm.of(compact + "t" + HOUR + MINUTE_2 + SECOND_2, TimeForms::dateAndTime),
        TimeForm.of(
            (YEAR_4 + "-" + MONTH + "-" + DAY + UPPER_T) + (HOUR + ":" + MINUTE + ":" + SECOND),
            TimeForms::dateAndTime),
        TimeForm.of(
            (YEAR_4 + "-" + MONTH_2 + "-" + DAY_2 + UPPER_T)
                + (exactClock + FRACTION + "(?:" + TimeZones.OFFSET + ")?"),
            TimeForms::dateAndTime),
        TimeForm.of(
            YEAR_4 + ":" + MONTH_2 + ":" + DAY_2 + " " + exactClock, TimeForms::dateAndTime),
        TimeForm.of(
            YEAR_4 + "\\.?(?<day>00[1-9]|0[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-6])",
            TimeForms::date),
        TimeForm.of(
            YEAR_4 + "-?W(?<week>0[1-9]|[1-4][0-9]|5[0-3])(?:-?(?<weekday>[0-7]))?",
            TimeForms::isoWeek),
        TimeForm.of(SHORT_NAME + "-" + DAY_2 + "-" + YEAR, TimeForms::date),
        TimeForm.of(YEAR + "-" + SHORT_NAME + "-" + DAY_2, TimeForms::date),
        TimeForm.of(
            DAY + "/" + SHORT_NAME + "/" + YEAR_4 + ":" + exactClock + SPACE + TimeZones.OFFSET,
            TimeForms::dateAndTime),
        TimeForm.of(YEAR_4, (token, time) -> time.year(year(token))));
  }

  /// Rows 29 to 35.
  private static List<TimeForm> relative() {
    return List.of(
        TimeForm.of("ago", (_, time) -> time.ago()),
        TimeForm.of("(?<weekday>weekdays?|" + TimeWords.WEEKDAY + ")", TimeForms::weekday),
        TimeForm.of(
            "(?<ordinal>" + TimeWords.NEIGHBOUR + ")" + SPACE + "week", TimeForms::neighbourWeek),
        TimeForm.of(
            ORDINAL + SPACE + "(?<unit>" + TimeWords.UNIT + ")",
            (token, time) -> {
              String ordinal = token.group("ordinal");
              time.add(TimeWords.ordinal(ordinal), token.group("unit"), direction(ordinal));
            }),
        TimeForm.of(
            "(?<name>" + TimeWords.PLAIN_MONTH + ")", (token, time) -> time.date(month(token))),
        TimeForm.of(TimeZones.OFFSET, TimeForms::zone),
        TimeForm.of(TimeZones.ABBREVIATION, TimeForms::namedZone),
        TimeForm.of(TimeZones.IDENTIFIER, TimeForms::namedZone),
        TimeForm.of(
            "(?<signs>[+-]*)[ \\t]*(?<count>[0-9]{1,13})[ \\t]*(?<unit>week|"
                + TimeWords.UNIT
                + ")",
            TimeForms::add));
  }

  /// Row 36. Its zone is left to the row of zones, which says the same.
  private static List<TimeForm> datesWithClock() {
    return List.of(
        TimeForm.of(DATE_WITHOUT_YEAR + SHORT_CLOCK_12, TimeForms::dateAndTime),
        TimeForm.of(DATE_WITHOUT_YEAR + LONG_CLOCK_12, TimeForms::dateAndTime),
        TimeForm.of(DATE_WITHOUT_YEAR + CLOCK_24, TimeForms::dateAndTime));
  }

  private static void neighbour(ParsedTime time, int days) {
    time.resetTime();
    time.relative().set(Unit.DAY, days);
  }

  private static void newTime(ParsedTime time, long hour, long minute) {
    time.resetTime();
    time.time(hour, minute, 0);
  }

  private static void weekdayOfMonth(Matcher token, ParsedTime time) {
    String ordinal = token.group("ordinal");
    int count = TimeWords.ordinal(ordinal);
    time.counting(count > 0 ? Counting.FROM_START : Counting.FROM_END);
    boolean isLast = count < 0;
    time.add(count, token.group("weekday"), isLast ? Direction.AFTER : Direction.FROM);
  }

  private static void time(Matcher token, ParsedTime time) {
    time.time(hour(token), number(token, "minute", 0), number(token, "second", 0));
  }

  private static void date(Matcher token, ParsedTime time) {
    time.date(year(token), month(token), number(token, "day", 1));
  }

  private static void dateWithoutYear(Matcher token, ParsedTime time) {
    time.date(month(token), number(token, "day", 1));
  }

  private static void dateAndTime(Matcher token, ParsedTime time) {
    if (has(token, "year")) {
      date(token, time);
    } else {
      dateWithoutYear(token, time);
    }
    time(token, time);
    if (has(token, "offset")) {
      zone(token, time);
    }
  }

  private static void isoWeek(Matcher token, ParsedTime time) {
    long year = year(token);
    time.date(year, 1, 1);
    int first = CivilDate.weekday(CivilDate.epochDay(year, 1, 1));
    // Week 1 is the one with the year's first Thursday.
    int beforeWeekOne = first > 4 ? 7 - first : -first;
    long days = beforeWeekOne + (number(token, "week", 1) - 1) * 7 + number(token, "weekday", 1);
    time.relative().set(Unit.DAY, days);
  }

  private static void weekday(Matcher token, ParsedTime time) {
    time.resetTime();
    boolean isWithinWeek = time.direction() == Direction.WITHIN_WEEK;
    time.weekday(
        TimeWords.weekday(token.group("weekday")),
        isWithinWeek ? Direction.WITHIN_WEEK : Direction.FROM);
  }

  private static void neighbourWeek(Matcher token, ParsedTime time) {
    time.relative().add("week", TimeWords.ordinal(token.group("ordinal")));
    time.weekday(time.weekday().orElse(1), Direction.WITHIN_WEEK);
  }

  private static void add(Matcher token, ParsedTime time) {
    long minuses = token.group("signs").chars().filter(sign -> sign == '-').count();
    long count = Long.parseLong(token.group("count"));
    time.add(minuses % 2 == 0 ? count : -count, token.group("unit"), Direction.FROM);
  }

  private static Direction direction(String ordinal) {
    return ordinal.toLowerCase(Locale.ROOT).equals("this") ? Direction.FROM : Direction.AFTER;
  }

  private static void zone(Matcher token, ParsedTime time) {
    long offset = TimeZones.offset(token.group("offset"));
    time.zone(_ -> offset);
  }

  private static void namedZone(Matcher token, ParsedTime time) {
    Optional<LongUnaryOperator> zone =
        has(token, "identifier")
            ? TimeZones.identifier(token.group("identifier"))
            : TimeZones.abbreviation(token.group("abbreviation"));
    zone.ifPresentOrElse(time::zone, time::contradict);
  }

  /// {@return the year; one or two digits mean the years from 1970 to 2069}
  private static long year(Matcher token) {
    String digits = token.group("year");
    long year = Long.parseLong(digits);
    if (digits.length() >= 4 || year >= 100) {
      return year;
    }
    return year < 70 ? year + 2000 : year + 1900;
  }

  private static long month(Matcher token) {
    return has(token, "name") ? TimeWords.month(token.group("name")) : number(token, "month", 1);
  }

  private static long hour(Matcher token) {
    long hour = number(token, "hour", 0);
    if (!has(token, "half")) {
      return hour;
    }
    boolean isMorning = token.group("half").toLowerCase(Locale.ROOT).startsWith("a");
    if (hour == NOON) {
      return isMorning ? 0 : NOON;
    }
    return isMorning ? hour : hour + NOON;
  }

  private static long number(Matcher token, String group, long otherwise) {
    return has(token, group) ? Long.parseLong(token.group(group)) : otherwise;
  }

  private static boolean has(Matcher token, String group) {
    return token.namedGroups().containsKey(group) && token.group(group) != null;
  }
}

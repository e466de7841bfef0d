package dev.sluice.php;

import java.util.List;

/// `date`: a moment as text, in UTC and English (spec: functions §4.1).
public final class PhpDate {
  private static final int DAY = 86_400;
  private static final List<String> WEEKDAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private final long timestamp;
  private final long epochDay;
  private final int secondOfDay;
  private final CivilDate date;
  private final StringBuilder out = new StringBuilder();

  private PhpDate(long timestamp) {
    this.timestamp = timestamp;
    this.epochDay = Math.floorDiv(timestamp, DAY);
    this.secondOfDay = Math.floorMod(timestamp, DAY);
    this.date = CivilDate.of(epochDay);
  }

  /// {@return a moment as text}
  ///
  /// @param format PHP's format characters; others are copied, and so is what follows a `\`
  /// @param timestamp Unix seconds
  public static String format(String format, long timestamp) {
    var moment = new PhpDate(timestamp);
    moment.append(format);
    return moment.out.toString();
  }

  private void append(String format) {
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '\\') {
        append(c);
      } else if (++i < format.length()) {
        out.append(format.charAt(i));
      }
    }
  }

  private void append(char c) {
    switch (c) {
      case 'd', 'D', 'j', 'l', 'N', 'S', 'w', 'z' -> appendDay(c);
      case 'W', 'o' -> appendWeek(c);
      case 'F', 'm', 'M', 'n', 't' -> appendMonth(c);
      case 'L', 'Y', 'y' -> appendYear(c);
      case 'a', 'A', 'B', 'g', 'G', 'h', 'H', 'i', 's', 'u', 'v' -> appendTime(c);
      case 'e', 'T' -> out.append("UTC");
      case 'I', 'Z' -> out.append('0');
      case 'O' -> out.append("+0000");
      case 'P' -> out.append("+00:00");
      case 'c' -> append("Y-m-d\\TH:i:sP");
      case 'r' -> append("D, d M Y H:i:s O");
      case 'U' -> out.append(timestamp);
      default -> out.append(c);
    }
  }

  private void appendDay(char c) {
    int weekday = CivilDate.weekday(epochDay);
    switch (c) {
      case 'd' -> padded(date.day(), 2);
      case 'D' -> out.append(WEEKDAYS.get(weekday), 0, 3);
      case 'j' -> out.append(date.day());
      case 'l' -> out.append(WEEKDAYS.get(weekday));
      case 'N' -> out.append(weekday == 0 ? 7 : weekday);
      case 'S' -> out.append(ordinalSuffix(date.day()));
      case 'w' -> out.append(weekday);
      default -> out.append(date.dayOfYear());
    }
  }

  /// The week of ISO 8601 belongs to the year in which its Thursday lies.
  private void appendWeek(char c) {
    int sinceMonday = (CivilDate.weekday(epochDay) + 6) % 7;
    CivilDate thursday = CivilDate.of(epochDay - sinceMonday + 3);
    if (c == 'W') {
      padded(thursday.dayOfYear() / 7 + 1, 2);
    } else {
      out.append(thursday.year());
    }
  }

  private void appendMonth(char c) {
    String name = MONTHS.get(date.month() - 1);
    switch (c) {
      case 'F' -> out.append(name);
      case 'm' -> padded(date.month(), 2);
      case 'M' -> out.append(name, 0, 3);
      case 'n' -> out.append(date.month());
      default -> out.append(date.monthLength());
    }
  }

  private void appendYear(char c) {
    switch (c) {
      case 'L' -> out.append(date.isLeapYear() ? 1 : 0);
      case 'Y' -> padded(date.year(), 4);
      default -> padded(date.year() % 100, 2);
    }
  }

  private void appendTime(char c) {
    int hour = secondOfDay / 3600;
    int halfDayHour = hour % 12 == 0 ? 12 : hour % 12;
    switch (c) {
      case 'a' -> out.append(hour < 12 ? "am" : "pm");
      case 'A' -> out.append(hour < 12 ? "AM" : "PM");
      case 'B' -> padded((secondOfDay + 3600) % DAY * 1000L / DAY, 3);
      case 'g' -> out.append(halfDayHour);
      case 'G' -> out.append(hour);
      case 'h' -> padded(halfDayHour, 2);
      case 'H' -> padded(hour, 2);
      case 'i' -> padded(secondOfDay / 60 % 60, 2);
      case 's' -> padded(secondOfDay % 60, 2);
      case 'u' -> out.append("000000");
      default -> out.append("000");
    }
  }

  private void padded(long number, int width) {
    String digits = Long.toString(Math.abs(number));
    out.append(number < 0 ? "-" : "").repeat("0", Math.max(0, width - digits.length()));
    out.append(digits);
  }

  private static String ordinalSuffix(int day) {
    return switch (day) {
      case 1, 21, 31 -> "st";
      case 2, 22 -> "nd";
      case 3, 23 -> "rd";
      default -> "th";
    };
  }
}

package dev.sluice.php;

import dev.sluice.php.RelativeTime.Unit;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/// What the tokens of a text said so far (spec: functions §7.2). Starts at the base moment, so that
/// what no token sets is taken from there. Not thread-safe.
final class ParsedTime {
  /// To which end of the month the day is moved.
  enum Edge {
    NONE,
    FIRST,
    LAST
  }

  /// From which end of the month weekdays are counted.
  enum Counting {
    NONE,
    FROM_START,
    FROM_END
  }

  /// Where a weekday is looked for.
  enum Direction {
    /// After the day itself.
    AFTER,
    /// From the day itself on.
    FROM,
    /// In the same week, Monday to Sunday.
    WITHIN_WEEK
  }

  private long year;
  private long month;
  private long day;
  private long hour;
  private long minute;
  private long second;
  private boolean hasDate;

  /// How often the time was set; a year that came after a time counts as a second one.
  private int times;

  private int zones;
  private boolean contradictory;
  private LongUnaryOperator zone = _ -> 0;
  private Edge edge = Edge.NONE;
  private Counting counting = Counting.NONE;
  private OptionalInt weekday = OptionalInt.empty();
  private Direction direction = Direction.AFTER;
  private OptionalLong businessDays = OptionalLong.empty();
  private final RelativeTime relative = new RelativeTime();

  /// Starts at a moment.
  ///
  /// @param base Unix seconds
  ParsedTime(long base) {
    CivilDate date = CivilDate.of(Math.floorDiv(base, TimeResolution.DAY));
    int secondOfDay = Math.floorMod(base, TimeResolution.DAY);
    year = date.year();
    month = date.month();
    day = date.day();
    clock(secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60);
  }

  /// Notes that the text means nothing.
  void contradict() {
    contradictory = true;
  }

  boolean isContradictory() {
    return contradictory;
  }

  // What tokens set.

  void year(long newYear) {
    year = newYear;
  }

  void date(long newYear, long newMonth, long newDay) {
    year = newYear;
    date(newMonth, newDay);
  }

  void date(long newMonth, long newDay) {
    day = newDay;
    date(newMonth);
  }

  /// Sets the month, which counts as a date: a second one is a contradiction.
  void date(long newMonth) {
    contradictory |= hasDate;
    hasDate = true;
    month = newMonth;
  }

  /// Sets the time: a second one is a contradiction.
  void time(long newHour, long newMinute, long newSecond) {
    contradictory |= times > 0;
    times = 1;
    clock(newHour, newMinute, newSecond);
  }

  /// Sets what four digits mean: the time, or after a time the year.
  void timeOrYear(String digits) {
    if (times == 1) {
      year = Long.parseLong(digits);
      times = 2;
    } else {
      time(Long.parseLong(digits.substring(0, 2)), Long.parseLong(digits.substring(2)), 0);
    }
  }

  /// Makes it midnight, and any later time welcome.
  void resetTime() {
    times = 0;
    clock(0, 0, 0);
  }

  /// Starts anew from a Unix timestamp: forgets an earlier date and time, and allows later ones.
  void timestamp(long seconds) {
    hasDate = false;
    date(1970, 1, 1);
    hasDate = false;
    resetTime();
    relative.add(Unit.SECOND, seconds);
    zone(_ -> 0);
  }

  /// Sets the zone, as offsets by local time: a second one is ignored, a third one is a
  /// contradiction.
  void zone(LongUnaryOperator offsets) {
    zones++;
    contradictory |= zones > 2;
    if (zones == 1) {
      zone = offsets;
    }
  }

  void edge(Edge newEdge) {
    edge = newEdge;
  }

  void counting(Counting newCounting) {
    counting = newCounting;
  }

  /// Moves to a day of the week, 0 = Sunday.
  void weekday(int newWeekday, Direction newDirection) {
    weekday = OptionalInt.of(newWeekday);
    direction = newDirection;
  }

  /// Adds a number of units, which may be days of the week.
  void add(long count, String unit, Direction newDirection) {
    if (TimeWords.isBusinessDay(unit)) {
      resetTime();
      businessDays = OptionalLong.of(count);
    } else if (TimeWords.isWeekday(unit)) {
      resetTime();
      relative.add("week", count > 0 ? count - 1 : count);
      weekday(TimeWords.weekday(unit), newDirection);
    } else {
      relative.add(unit, count);
    }
  }

  /// Turns around everything relative that came before.
  void ago() {
    relative.negate();
    if (weekday.isPresent()) {
      int number = weekday.getAsInt();
      weekday = OptionalInt.of(number == 0 ? -7 : -number);
    }
    if (businessDays.isPresent()) {
      businessDays = OptionalLong.of(-businessDays.getAsLong());
    }
  }

  private void clock(long newHour, long newMinute, long newSecond) {
    hour = newHour;
    minute = newMinute;
    second = newSecond;
  }

  // What they came to.

  long year() {
    return year;
  }

  long month() {
    return month;
  }

  long day() {
    return day;
  }

  /// {@return the seconds since midnight; a date without a time means midnight}
  long secondOfDay() {
    return hasDate && times == 0 ? 0 : (hour * 60 + minute) * 60 + second;
  }

  LongUnaryOperator zone() {
    return zone;
  }

  Edge edge() {
    return edge;
  }

  Counting counting() {
    return counting;
  }

  /// {@return the weekday to move to, 0 = Sunday, negative after `ago`}
  OptionalInt weekday() {
    return weekday;
  }

  Direction direction() {
    return direction;
  }

  OptionalLong businessDays() {
    return businessDays;
  }

  RelativeTime relative() {
    return relative;
  }
}

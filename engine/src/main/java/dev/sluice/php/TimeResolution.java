package dev.sluice.php;

import dev.sluice.php.ParsedTime.Counting;
import dev.sluice.php.ParsedTime.Direction;
import dev.sluice.php.RelativeTime.Unit;

/// Makes a moment of what the tokens of a text said (spec: functions §7.4). Not thread-safe.
final class TimeResolution {
  /// Seconds of a day.
  static final int DAY = 86_400;

  private static final int MICROSECONDS = 1_000_000;
  private static final int SUNDAY = 0;
  private static final int SATURDAY = 6;
  private static final int BUSINESS_DAYS = 5;

  private final ParsedTime parsed;
  private final RelativeTime relative;

  private long year;
  private long month;
  private long day;
  private long second;

  private TimeResolution(ParsedTime parsed) {
    this.parsed = parsed;
    this.relative = parsed.relative();
    this.year = parsed.year();
    this.month = parsed.month();
    this.day = parsed.day();
    this.second = parsed.secondOfDay();
  }

  /// {@return Unix seconds}
  ///
  /// @param parsed what the tokens said; without contradictions
  /// @throws ArithmeticException if the moment is too far away
  static long of(ParsedTime parsed) {
    var resolution = new TimeResolution(parsed);
    long months = resolution.countWeekdays();
    resolution.moveToEdge();
    resolution.normalize();
    resolution.moveToWeekday();
    resolution.addRelative(months);
    resolution.moveToEdge();
    resolution.normalize();
    resolution.addBusinessDays();
    return resolution.seconds();
  }

  /// {@return the months that are still to be added}
  private long countWeekdays() {
    long months = relative.of(Unit.MONTH);
    if (parsed.counting() == Counting.NONE) {
      return months;
    }
    day = 1;
    month = Math.addExact(month, months + (parsed.counting() == Counting.FROM_END ? 1 : 0));
    return 0;
  }

  private void moveToEdge() {
    switch (parsed.edge()) {
      case NONE -> {}
      case FIRST -> day = 1;
      case LAST -> {
        month++;
        day = 0;
      }
    }
  }

  private void moveToWeekday() {
    if (parsed.weekday().isEmpty()) {
      return;
    }
    int wanted = parsed.weekday().getAsInt();
    int current = weekday();
    if (parsed.direction() == Direction.WITHIN_WEEK) {
      // Sunday ends the week.
      int end = wanted == SUNDAY && current != SUNDAY ? 7 : wanted;
      day += (current == SUNDAY && wanted != SUNDAY ? end - 7 : end) - current;
    } else if (wanted < 0) {
      day -= 7 - (-wanted - current);
    } else {
      day += daysUntil(wanted, current);
    }
    normalize();
  }

  private int daysUntil(int wanted, int current) {
    int difference = wanted - current;
    int first = parsed.direction() == Direction.FROM ? -1 : 0;
    boolean isPast = relative.of(Unit.DAY) < 0 ? difference < 0 : difference <= first;
    return isPast ? difference + 7 : difference;
  }

  private void addRelative(long months) {
    long microseconds = relative.of(Unit.MICROSECOND);
    second = Math.addExact(second, Math.floorDiv(microseconds, MICROSECONDS));
    second = Math.addExact(second, relative.of(Unit.SECOND));
    second = Math.addExact(second, Math.multiplyExact(relative.of(Unit.MINUTE), 60));
    second = Math.addExact(second, Math.multiplyExact(relative.of(Unit.HOUR), 3600));
    day = Math.addExact(day, relative.of(Unit.DAY));
    month = Math.addExact(month, months);
    year = Math.addExact(year, relative.of(Unit.YEAR));
  }

  private void addBusinessDays() {
    if (parsed.businessDays().isEmpty()) {
      return;
    }
    long count = parsed.businessDays().getAsLong();
    long weeks = count / BUSINESS_DAYS;
    int rest = (int) (count % BUSINESS_DAYS);
    int current = weekday();
    int correction = count > 0 ? forward(rest, current) : backward(rest, current);
    day = Math.addExact(day, 7 * weeks + rest + correction);
    normalize();
  }

  private static int forward(int rest, int current) {
    if (rest == 0) {
      return current == SUNDAY ? -2 : current == SATURDAY ? -1 : 0;
    }
    return current == SATURDAY ? 1 : current + rest > BUSINESS_DAYS ? 2 : 0;
  }

  private static int backward(int rest, int current) {
    if (rest == 0) {
      return current == SATURDAY ? 2 : current == SUNDAY ? 1 : 0;
    }
    return current == SUNDAY ? -1 : current + rest < 1 ? -2 : 0;
  }

  private int weekday() {
    return CivilDate.weekday(CivilDate.epochDay(year, month, day));
  }

  private void normalize() {
    day = Math.addExact(day, Math.floorDiv(second, DAY));
    second = Math.floorMod(second, DAY);
    CivilDate date = CivilDate.of(CivilDate.epochDay(year, month, day));
    year = date.year();
    month = date.month();
    day = date.day();
  }

  private long seconds() {
    long local = Math.multiplyExact(CivilDate.epochDay(year, month, day), DAY) + second;
    return Math.subtractExact(local, parsed.zone().applyAsLong(local));
  }
}

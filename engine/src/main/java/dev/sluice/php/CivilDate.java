package dev.sluice.php;

/// A day of the Gregorian calendar, extended to all years; `java.time` ends at a year that the
/// original's timestamps pass.
///
/// @param year the astronomical year: 0 is 1 BC
/// @param month 1 to 12
/// @param day 1 to 31
record CivilDate(long year, int month, int day) {
  /// Days of 400 years, after which the calendar repeats.
  private static final long ERA = 146_097;

  /// Days from 0000-03-01, where eras begin, to 1970-01-01.
  private static final long EPOCH = 719_468;

  private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /// {@return the day that lies so many days after 1970-01-01}
  ///
  /// @param epochDay may be negative
  static CivilDate of(long epochDay) {
    long shifted = epochDay + EPOCH;
    long era = Math.floorDiv(shifted, ERA);
    long dayOfEra = Math.floorMod(shifted, ERA);
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / (ERA - 1)) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (int) ((5 * dayOfYear + 2) / 153);
    int day = (int) (dayOfYear - (153L * monthFromMarch + 2) / 5 + 1);
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    return new CivilDate(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
  }

  /// {@return the days from 1970-01-01 to a day whose month and day may lie outside their ranges}
  ///
  /// @param year any year
  /// @param month 13 is January of the next year, 0 December of the last
  /// @param day 0 is the last day of the month before
  /// @throws ArithmeticException if the result does not fit
  static long epochDay(long year, long month, long day) {
    long monthFromMarch = month - 3;
    long shiftedYear = Math.addExact(year, Math.floorDiv(monthFromMarch, 12));
    long position = Math.floorMod(monthFromMarch, 12);
    long era = Math.floorDiv(shiftedYear, 400);
    long yearOfEra = Math.floorMod(shiftedYear, 400);
    long dayOfEra =
        365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100 + (153 * position + 2) / 5 - EPOCH - 1;
    return Math.addExact(Math.addExact(Math.multiplyExact(era, ERA), dayOfEra), day);
  }

  /// {@return the weekday, 0 = Sunday to 6 = Saturday}
  ///
  /// @param epochDay days after 1970-01-01, may be negative
  static int weekday(long epochDay) {
    return Math.floorMod(epochDay + 4, 7);
  }

  /// {@return whether February has 29 days}
  boolean isLeapYear() {
    return Math.floorMod(year, 4) == 0
        && (Math.floorMod(year, 100) != 0 || Math.floorMod(year, 400) == 0);
  }

  /// {@return the number of days in the month}
  int monthLength() {
    return month == 2 && isLeapYear() ? 29 : LENGTHS[month - 1];
  }

  /// {@return the day of the year, counted from 0}
  int dayOfYear() {
    return (int) (epochDay(year, month, day) - epochDay(year, 1, 1));
  }
}

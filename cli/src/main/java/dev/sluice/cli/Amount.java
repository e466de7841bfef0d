package dev.sluice.cli;

import java.time.Duration;
import java.util.Locale;

/// Numbers in words.
final class Amount {
  private Amount() {}

  /// {@return the number with separated thousands, e.g. `12,400`}
  ///
  /// @param number any number
  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// {@return the number and what is counted, e.g. `1 row`, `12,400 rows`}
  ///
  /// @param number any number
  /// @param thing what is counted, in the singular; its plural ends with an s
  static String of(long number, String thing) {
    return of(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /// {@return a time as people say it: `5.8 s`, `4 min 05 s`, `1 h 02 min`}
  ///
  /// @param time not negative
  static String of(Duration time) {
    if (time.compareTo(Duration.ofMillis(59_950)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    if (time.toHours() == 0) {
      return String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
    }
    return String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
  }
}

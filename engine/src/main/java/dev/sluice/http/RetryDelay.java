package dev.sluice.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long to wait before a retry (spec: run-and-http §4.11).
public final class RetryDelay {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?)\\s*");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\\d{1,2})"
              + " (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
              + " (\\d{4}) (\\d{2}):(\\d{2}):(\\d{2}) ([A-Za-z]+|[+-]\\d{2}:?\\d{2})",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /// The zones of RFC 822 besides the offsets.
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("GMT", "Z"),
          Map.entry("UTC", "Z"),
          Map.entry("UT", "Z"),
          Map.entry("Z", "Z"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"));

  private static final long DAY = 86_400;
  private static final long YEAR = 365 * DAY;

  /// Numbers beyond the year 9999 are no seconds; milliseconds, for instance.
  private static final BigDecimal LAST_SECOND = new BigDecimal("253402300799");

  private RetryDelay() {}

  /// {@return the wait before a retry when the server named none: 1, 2, 4, … seconds}
  ///
  /// @param retry the retry about to be made, counted from 1; beyond 31 the wait stays the same
  static Duration beforeRetry(int retry) {
    return Duration.ofSeconds(1L << Math.clamp(retry - 1, 0, 30));
  }

  /// {@return the wait that a header names, if it names one other than exactly zero; negative times
  /// mean at once, which is a wait of zero}
  ///
  /// @param value the header's value; several joined with a comma and a space
  /// @param now the current time
  public static Optional<Duration> named(String value, Instant now) {
    Matcher number = NUMBER.matcher(value);
    Optional<Long> seconds =
        number.matches()
            ? byNumber(new BigDecimal(number.group(1)), now.getEpochSecond())
            : date(value).map(then -> then.getEpochSecond() - now.getEpochSecond());
    return seconds.filter(wait -> wait != 0).map(wait -> Duration.ofSeconds(Math.max(0, wait)));
  }

  private static Optional<Long> byNumber(BigDecimal number, long now) {
    if (number.abs().compareTo(LAST_SECOND) > 0) {
      return number.signum() < 0 ? Optional.of(-1L) : Optional.empty();
    }
    long seconds = number.setScale(0, RoundingMode.DOWN).longValueExact();
    if (seconds >= now - DAY) {
      return Optional.of(seconds - now);
    }
    return seconds > YEAR ? Optional.empty() : Optional.of(seconds);
  }

  private static Optional<Instant> date(String text) {
    Matcher date = DATE.matcher(text.strip());
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      String zone = date.group(7).toUpperCase(Locale.ROOT);
      return Optional.of(
          LocalDateTime.of(
                  Integer.parseInt(date.group(3)),
                  MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT)) + 1,
                  Integer.parseInt(date.group(1)),
                  Integer.parseInt(date.group(4)),
                  Integer.parseInt(date.group(5)),
                  Integer.parseInt(date.group(6)))
              .atZone(ZoneId.of(ZONES.getOrDefault(zone, zone)))
              .toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}

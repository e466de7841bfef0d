package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The waits before retries (spec: run-and-http §4.11).
final class RetryDelayTest {
  /// 1714557600 as a Unix timestamp.
  private static final Instant NOW = Instant.parse("2024-05-01T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,4", "4,8", "5,16", "6,32", "7,64", "8,128", "9,256", "10,512"})
  void doublesWithoutAName(int retry, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), RetryDelay.beforeRetry(retry));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2                               | 2
          ' 2 '                           | 2
          +3                              | 3
          2.9                             | 2
          1.5e2                           | 150
          .5e1                            | 5
          31536000                        | 31536000
          1714557604                      | 4
          1714557604.9                    | 4
          1714557600000e-3                | at the exponential time
          1714557660                      | 60
          1714557590                      | 0
          1714471200                      | 0
          -5                              | 0
          -99999999999999                 | 0
          'Wed, 01 May 2024 10:00:05 GMT' | 5
          'wed, 1 may 2024 10:00:05 gmt'  | 5
          'Wed, 01 May 2024 12:00:07 +0200' | 7
          'Wed, 01 May 2024 05:00:07 EST' | 7
          'Mon, 01 May 2024 10:00:05 GMT' | 5
          'Wed, 01 May 2024 09:59:55 GMT' | 0
          0                               | at the exponential time
          0.9                             | at the exponential time
          -0.5                            | at the exponential time
          1714557600                      | at the exponential time
          'Wed, 01 May 2024 10:00:00 GMT' | at the exponential time
          31536001                        | at the exponential time
          1714471199                      | at the exponential time
          1714557604000                   | at the exponential time
          1e99                            | at the exponential time
          soon                            | at the exponential time
          ''                              | at the exponential time
          '2, 3'                          | at the exponential time
          0x10                            | at the exponential time
          2s                              | at the exponential time
          2024-05-01T10:00:05Z            | at the exponential time
          'Wed, 31 Feb 2024 10:00:05 GMT' | at the exponential time
          'Wed, 01 May 2024 10:00:05 XYZ' | at the exponential time
          """)
  void readsTheHeader(String value, String expected) {
    Optional<Duration> delay =
        expected.startsWith("at")
            ? Optional.empty()
            : Optional.of(Duration.ofSeconds(Long.parseLong(expected)));
    assertEquals(delay, RetryDelay.named(value, NOW));
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32, 1000})
  void growsToABound(int retry) {
    assertEquals(Duration.ofSeconds(1L << 30), RetryDelay.beforeRetry(retry));
  }
}

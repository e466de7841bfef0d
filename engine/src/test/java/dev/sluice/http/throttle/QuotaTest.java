package dev.sluice.http.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotaTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RateLimit-Remaining   | 5 | RateLimit-Reset   | 30            | 5 | 30
          ratelimit-remaining   | 0 | RATELIMIT-RESET   | 30            | 0 | 30
          X-RateLimit-Remaining | 0 | X-RateLimit-Reset | 30            | 0 | 30
          X-RateLimit-Remaining | 0 | X-RateLimit-Reset | 1700000060    | 0 | 60
          X-RateLimit-Remaining | 0 | X-RateLimit-Reset | 1700000060500 | 0 | 61
          X-RateLimit-Remaining | 0 | X-RateLimit-Reset | 1.5           | 0 | 1
          X-Rate-Limit-Remaining | 7 | X-Rate-Limit-Reset | 1700000010  | 7 | 10
          X-RateLimit-Remaining | 0 | X-RateLimit-Reset | Tue, 14 Nov 2023 22:13:30 GMT | 0 | 10
          X-RateLimit-Remaining | 0 | X-RateLimit-Reset | 1600000000    | 0 | 1600000000
          """)
  void readsPairsOfHeaders(
      String first, String remaining, String second, String reset, long left, long seconds) {
    Headers headers = Headers.NONE.set(first, remaining).set(second, reset);
    Optional<Quota> expected =
        seconds > 1_000_000_000
            ? Optional.empty()
            : Optional.of(new Quota(left, Duration.ofSeconds(seconds)));
    assertEquals(expected, Quota.of(headers, NOW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "default";r=50;t=30                        | 50 | 30
          limit=100, remaining=12, reset=9           | 12 | 9
          "burst";r=9;t=1, "daily";r=0;t=600         | 0  | 600
          "a, b" ; r=3 ; t=4                         | 3  | 4
          """)
  void readsTheHeaderWithPolicies(String value, long left, long seconds) {
    assertEquals(
        Optional.of(new Quota(left, Duration.ofSeconds(seconds))),
        Quota.of(Headers.NONE.set("RateLimit", value), NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "many", "-1", "1, 2", "99999999999999999999999999", "0x0", "0;w=1", "1.5"})
  void whatIsNoCountSaysNothing(String remaining) {
    Headers headers =
        Headers.NONE.set("X-RateLimit-Remaining", remaining).set("X-RateLimit-Reset", "30");
    assertEquals(Optional.empty(), Quota.of(headers, NOW));
  }

  @Test
  void aCountWithoutATimeSaysNothing() {
    assertEquals(Optional.empty(), Quota.of(Headers.NONE.set("X-RateLimit-Remaining", "0"), NOW));
  }
}

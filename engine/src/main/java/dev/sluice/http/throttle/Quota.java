package dev.sluice.http.throttle;

import dev.sluice.http.Headers;
import dev.sluice.http.RetryDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an API says about the requests it still accepts.
///
/// Read from `RateLimit` and `RateLimit-Remaining`/`RateLimit-Reset` in the forms of the drafts of
/// draft-ietf-httpapi-ratelimit-headers, and from the older `X-RateLimit-…` and `X-Rate-Limit-…`.
///
/// @param remaining how many requests are left, at least 0
/// @param reset how long until there are more; not negative
record Quota(long remaining, Duration reset) {
  private static final List<String> FAMILIES =
      List.of("RateLimit-", "X-RateLimit-", "X-Rate-Limit-");

  /// `"default";r=50;t=30`, and before that `limit=100, remaining=50, reset=30`.
  private static final Pattern REMAINING = parameter("r|remaining");

  private static final Pattern RESET = parameter("t|reset");

  /// Policies have quoted names; parameters don't.
  private static final Pattern NEXT_POLICY = Pattern.compile(",(?=\\s*\")");

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  /// Larger numbers count milliseconds since 1970, not seconds.
  private static final long LAST_SECOND = 100_000_000_000L;

  /// {@return what the headers of an answer say, if they give both numbers}
  ///
  /// @param headers as they came
  /// @param now the time of the answer
  static Optional<Quota> of(Headers headers, Instant now) {
    return Stream.concat(policies(headers, now), families(headers, now))
        .min(Comparator.comparingLong(Quota::remaining));
  }

  private static Stream<Quota> policies(Headers headers, Instant now) {
    return headers.all("RateLimit").stream()
        .flatMap(NEXT_POLICY::splitAsStream)
        .flatMap(
            policy -> quota(parameter(REMAINING, policy), parameter(RESET, policy), now).stream());
  }

  private static Stream<Quota> families(Headers headers, Instant now) {
    return FAMILIES.stream()
        .flatMap(family ->
            quota(headers.first(family + "Remaining"), headers.first(family + "Reset"), now)
                .stream());
  }

  private static Optional<Quota> quota(
      Optional<String> remaining, Optional<String> reset, Instant now) {
    return remaining
        .map(String::strip)
        .filter(text -> DIGITS.matcher(text).matches())
        .flatMap(count ->
            reset
                .flatMap(text -> RetryDelay.named(seconds(text.strip()), now))
                .map(wait -> new Quota(Long.parseLong(count), wait)));
  }

  private static String seconds(String reset) {
    return DIGITS.matcher(reset).matches() && Long.parseLong(reset) > LAST_SECOND
        ? String.valueOf(Math.ceilDiv(Long.parseLong(reset), 1000))
        : reset;
  }

  private static Optional<String> parameter(Pattern name, String value) {
    Matcher found = name.matcher(value);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static Pattern parameter(String names) {
    return Pattern.compile("(?:^|[;,\\s])(?:" + names + ")=([0-9]+)");
  }
}

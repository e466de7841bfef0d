package dev.sluice.config;

import java.util.Optional;
import java.util.Set;

/// What is tried again, and how often: `api.retryConfig` (spec: run-and-http §2.8).
///
/// @param configuredRetries the number of retries, at least 0, if the configuration states one
/// @param retryHeader the header that names the wait
/// @param httpCodes statuses to retry
/// @param curlCodes network conditions to retry, by libcurl's numbers (spec: run-and-http §4.12)
public record RetrySettings(
    Optional<Integer> configuredRetries,
    String retryHeader,
    Set<Integer> httpCodes,
    Set<Integer> curlCodes) {

  /// The settings of a configuration that says nothing.
  public static final RetrySettings USUAL =
      new RetrySettings(
          Optional.empty(),
          "Retry-After",
          Set.of(500, 502, 503, 504, 408, 420, 429),
          Set.of(28, 6, 7, 35, 52, 56));

  private static final int USUAL_RETRIES = 10;

  /// Keeps unmodifiable copies.
  public RetrySettings {
    httpCodes = Set.copyOf(httpCodes);
    curlCodes = Set.copyOf(curlCodes);
  }

  /// {@return the number of retries after the first attempt; 10 unless configured}
  public int maxRetries() {
    return configuredRetries.orElse(USUAL_RETRIES);
  }
}

package dev.sluice.config;

import java.time.Duration;
import java.util.Optional;

/// Reads `parameters.cache` (spec: run-and-http §3.5).
public final class CacheSettingsReader {
  private static final Duration USUAL = Duration.ofDays(7);
  private static final long LONGEST_SECONDS = 1_000_000_000;

  private CacheSettingsReader() {}

  /// {@return how long answers are kept, if they are to be kept at all}
  ///
  /// @param node `parameters.cache`: on if it is not empty; an object may name the seconds as `ttl`
  public static Optional<Duration> read(ConfigNode node) {
    if (!node.isOn()) {
      return Optional.empty();
    }
    ConfigNode ttl = node.at("ttl");
    if (ttl.isEmpty()) {
      return Optional.of(USUAL);
    }
    long seconds = ttl.integer().orElse(0);
    if (seconds < 1) {
      ttl.error("The 'ttl' of 'cache' must be a number of seconds.");
      return Optional.of(USUAL);
    }
    return Optional.of(Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS)));
  }
}

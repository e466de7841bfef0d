package dev.sluice.config;

import dev.sluice.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/// The cache of answers on disk: `parameters.cache` (spec: run-and-http §3.5).
///
/// @param timeToLive how long an answer counts as fresh
public record CacheSettings(Duration timeToLive) {
  private static final Duration USUAL = Duration.ofDays(7);

  /// {@return the settings, if the cache is on}
  ///
  /// @param node `parameters.cache`
  public static Optional<CacheSettings> read(ConfigNode node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!(node.value() instanceof JsonObject)) {
      return Optional.of(new CacheSettings(USUAL));
    }
    ConfigNode seconds = node.at("ttl");
    if (seconds.isEmpty()) {
      return Optional.empty();
    }
    if (seconds.integer().isEmpty() || seconds.integer().getAsLong() < 0) {
      seconds.error("The 'ttl' of the cache must be a number of seconds.");
      return Optional.empty();
    }
    return Optional.of(new CacheSettings(Duration.ofSeconds(seconds.integer().getAsLong())));
  }
}

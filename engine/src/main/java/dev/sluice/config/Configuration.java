package dev.sluice.config;

import dev.sluice.problem.Problem;
import java.util.List;
import java.util.Optional;

/// The whole file, checked, with defaults applied (spec: run-and-http §1.2). Immutable.
///
/// @param iterations what is run, in order; a configuration without iterations has one
/// @param allowedHosts where requests may go at all
/// @param cache how long answers are kept on disk, if they are
/// @param ssh the tunnel that all requests go through, if there is one
/// @param aws what signs all requests, if they are signed
/// @param secrets texts that must not be shown: the values of `#` keys
/// @param warnings what the run can live with
public record Configuration(
    List<Iteration> iterations,
    AllowedHosts allowedHosts,
    Optional<CacheSettings> cache,
    Optional<SshSettings> ssh,
    Optional<AwsSettings> aws,
    List<String> secrets,
    List<Problem> warnings) {

  /// Keeps unmodifiable copies.
  public Configuration {
    iterations = List.copyOf(iterations);
    secrets = List.copyOf(secrets);
    warnings = List.copyOf(warnings);
  }

  /// {@return this configuration with other warnings}
  ///
  /// @param other the warnings
  public Configuration withWarnings(List<Problem> other) {
    return new Configuration(iterations, allowedHosts, cache, ssh, aws, secrets, other);
  }

  /// {@return what kind of configuration it is, without any value of it}
  @Override
  public String toString() {
    return "Configuration[iterations=" + iterations.size() + "]";
  }
}

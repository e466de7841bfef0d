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
/// @param hints what may be a mistake and a run need not mention: keys without effect, attributes
///   that are not there
public record Configuration(
    List<Iteration> iterations,
    AllowedHosts allowedHosts,
    Optional<CacheSettings> cache,
    Optional<SshSettings> ssh,
    Optional<AwsSettings> aws,
    List<String> secrets,
    List<Problem> warnings,
    List<Problem> hints) {

  /// Keeps unmodifiable copies.
  public Configuration {
    iterations = List.copyOf(iterations);
    secrets = List.copyOf(secrets);
    warnings = List.copyOf(warnings);
    hints = List.copyOf(hints);
  }

  /// {@return this configuration with other warnings and hints}
  ///
  /// @param otherWarnings the warnings
  /// @param otherHints the hints
  public Configuration with(List<Problem> otherWarnings, List<Problem> otherHints) {
    return new Configuration(
        iterations, allowedHosts, cache, ssh, aws, secrets, otherWarnings, otherHints);
  }

  /// {@return this configuration with other iterations}
  ///
  /// @param other what is run, in order
  public Configuration withIterations(List<Iteration> other) {
    return new Configuration(other, allowedHosts, cache, ssh, aws, secrets, warnings, hints);
  }

  /// {@return what kind of configuration it is, without any value of it}
  @Override
  public String toString() {
    return "Configuration[iterations=" + iterations.size() + "]";
  }
}

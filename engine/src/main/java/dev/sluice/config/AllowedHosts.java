package dev.sluice.config;

import java.util.List;
import java.util.Optional;

/// The hosts that requests may go to: `image_parameters.allowed_hosts` (spec: run-and-http §1.13).
///
/// @param entries one of them has to match; no entry means no check
public record AllowedHosts(List<Entry> entries) {
  /// No check.
  public static final AllowedHosts ALL = new AllowedHosts(List.of());

  /// Keeps an unmodifiable copy.
  public AllowedHosts {
    entries = List.copyOf(entries);
  }

  /// One allowed place; what is absent is not compared.
  ///
  /// @param host compared without regard to case
  /// @param scheme `http` or `https`
  /// @param port the port
  /// @param path the start of the path, compared by whole segments
  public record Entry(
      String host, Optional<String> scheme, Optional<Integer> port, Optional<String> path) {}
}

package dev.sluice.config;

import dev.sluice.problem.ConfigPath;
import java.util.HashSet;
import java.util.Set;

/// The places of a configuration that its readers asked for. What none of them asked for has no
/// effect. Not thread-safe.
final class AskedKeys {
  private final Set<ConfigPath> paths = new HashSet<>();

  /// Notes that a reader asked for a place, whether or not there is anything.
  ///
  /// @param path the place
  void add(ConfigPath path) {
    paths.add(path);
  }

  /// {@return whether a reader asked for a place}
  ///
  /// @param path the place
  boolean contains(ConfigPath path) {
    return paths.contains(path);
  }

  /// {@return all places}
  Set<ConfigPath> all() {
    return Set.copyOf(paths);
  }
}

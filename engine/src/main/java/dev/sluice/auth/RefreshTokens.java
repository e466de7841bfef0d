package dev.sluice.auth;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Refresh tokens that authorization servers exchanged for others in the course of a run, so that
/// its later logins use the ones that are valid (spec: authentication §8). Safe to share between
/// threads.
public final class RefreshTokens {
  private final Map<String, String> current = new ConcurrentHashMap<>();

  /// {@return the token to send}
  ///
  /// @param configured the token of the configuration
  String currentFor(String configured) {
    return current.getOrDefault(configured, configured);
  }

  /// Takes note of the token that a login returned.
  ///
  /// @param configured the token of the configuration
  /// @param received what the login returned
  /// @return whether it is another one than was sent
  boolean received(String configured, String received) {
    if (received.equals(currentFor(configured))) {
      return false;
    }
    current.put(configured, received);
    return true;
  }
}

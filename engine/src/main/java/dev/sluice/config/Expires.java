package dev.sluice.config;

/// How long a login serves: `authentication.expires` (spec: authentication §5.5).
public sealed interface Expires {
  /// Nothing is said.
  record Unstated() implements Expires {}

  /// A number of seconds from the end of the login.
  ///
  /// @param seconds 0 asks for a login before each request, a negative number before each attempt
  record After(long seconds) implements Expires {}

  /// What the answer to the login says.
  ///
  /// @param path where in the answer
  /// @param relative whether it is a number of seconds from now, rather than a moment
  record FromResponse(String path, boolean relative) implements Expires {}
}

package dev.sluice.http.origin;

import dev.sluice.http.Url;
import java.util.Optional;

/// An entry of `api.http.trustedOrigins`.
///
/// @param origin scheme, host and port
/// @param below whether it stands for all hosts below that host instead
record OriginPattern(Url origin, boolean below) {
  private static final String ANY = "://*.";

  /// {@return the pattern, if the text is one}
  ///
  /// @param text e.g. `https://api.example.com` or `https://*.example.com:8443`
  static Optional<OriginPattern> parse(String text) {
    boolean below = text.contains(ANY);
    return Url.parse(text.replace(ANY, "://")).map(origin -> new OriginPattern(origin, below));
  }

  /// {@return whether an address belongs to it}
  ///
  /// @param address any address
  boolean matches(Url address) {
    return below
        ? address.scheme().equals(origin.scheme())
            && address.port() == origin.port()
            && address.host().endsWith("." + origin.host())
        : address.origin().equals(origin.origin());
  }
}

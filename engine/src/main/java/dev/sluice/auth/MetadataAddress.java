package dev.sluice.auth;

import java.util.List;

/// Where an authorization server publishes what it can do.
public final class MetadataAddress {
  private MetadataAddress() {}

  /// {@return the address of RFC 8414 §3, then that of OpenID Connect Discovery 1.0 §4 (spec:
  /// README G-09)}
  ///
  /// @param issuer the server's identifier, an absolute URL without query
  public static List<String> of(String issuer) {
    String base = issuer.replaceAll("/+$", "");
    int path = base.indexOf('/', base.indexOf("://") + 3);
    String host = path < 0 ? base : base.substring(0, path);
    String rest = path < 0 ? "" : base.substring(path);
    return List.of(
        host + "/.well-known/oauth-authorization-server" + rest,
        base + "/.well-known/openid-configuration");
  }
}

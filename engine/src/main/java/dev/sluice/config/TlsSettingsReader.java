package dev.sluice.config;

import java.util.Optional;

/// Reads [TlsSettings].
public final class TlsSettingsReader {
  private TlsSettingsReader() {}

  /// {@return the certificates}
  ///
  /// @param api `parameters.api`
  public static TlsSettings read(ConfigNode api) {
    return new TlsSettings(
        pem(api.at("caCertificate"), "caCertificate"),
        pem(api.at("#clientCertificate"), "clientCertificate"));
  }

  private static Optional<String> pem(ConfigNode node, String name) {
    if (node.isNull()) {
      return Optional.empty();
    }
    Optional<String> text = node.string();
    if (text.isEmpty()) {
      node.error("The '" + name + "' must be string.");
    } else if (text.get().isEmpty()) {
      node.error("Key \"api." + name + "\" is not configured.");
    }
    return text;
  }
}

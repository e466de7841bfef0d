package dev.sluice.config;

import java.util.Optional;

/// Certificates for encrypted connections (spec: run-and-http §2.9).
///
/// @param caCertificates PEM text of authorities trusted besides those of the system
/// @param clientCertificate PEM text of a client certificate followed by its private key; a secret
public record TlsSettings(Optional<String> caCertificates, Optional<String> clientCertificate) {
  /// Nothing but what the system trusts.
  public static final TlsSettings NONE = new TlsSettings(Optional.empty(), Optional.empty());

  /// {@return which of the two there are, without their text}
  @Override
  public String toString() {
    return "TlsSettings[ca=%s, client=%s]"
        .formatted(caCertificates.isPresent(), clientCertificate.isPresent());
  }
}

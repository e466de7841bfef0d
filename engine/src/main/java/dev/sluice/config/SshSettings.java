package dev.sluice.config;

import java.util.Optional;

/// The tunnel that all requests go through: `parameters.sshProxy` (spec: authentication §11).
///
/// @param host the SSH server: a name or an address
/// @param port from 1 to 65535
/// @param user who logs in
/// @param privateKey one unencrypted key as PEM text with proper line breaks; a secret
/// @param hostKeyFingerprint `SHA256:` and 43 characters of Base64, if the server's key has to be
///   that one
public record SshSettings(
    String host, int port, String user, String privateKey, Optional<String> hostKeyFingerprint) {

  /// {@return where the tunnel leads, without the key}
  @Override
  public String toString() {
    return "SshSettings[%s@%s:%d]".formatted(user, host, port);
  }
}

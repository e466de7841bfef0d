package dev.sluice.http.tunnel;

import dev.sluice.config.SshSettings;
import dev.sluice.http.tls.PemKeyPairs;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.security.GeneralSecurityException;
import java.security.KeyPair;

/// Reads the key that logs in.
final class TunnelKey {
  private TunnelKey() {}

  /// {@return the key pair}
  ///
  /// @param settings with an unencrypted private key: RSA, ECDSA or Ed25519 in the form of OpenSSH,
  ///   PKCS#1, SEC 1 or PKCS#8
  /// @throws UserError if it is of another kind
  static KeyPair of(SshSettings settings) {
    try {
      return PemKeyPairs.first("#privateKey", settings.privateKey());
    } catch (GeneralSecurityException e) {
      throw new UserError(
          Problem.of(
              "Cannot use the SSH key: it is damaged or of an unknown kind"
                  + " (parameters.sshProxy.#privateKey).",
              "RSA, ECDSA and Ed25519 keys can be used."),
          e);
    }
  }
}

package dev.sluice.http.tunnel;

import dev.sluice.config.SshSettings;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Iterator;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

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
      Iterable<KeyPair> pairs =
          SecurityUtils.getKeyPairResourceParser()
              .loadKeyPairs(
                  null,
                  NamedResource.ofName("#privateKey"),
                  FilePasswordProvider.EMPTY,
                  settings.privateKey());
      Iterator<KeyPair> found = pairs == null ? List.<KeyPair>of().iterator() : pairs.iterator();
      if (found.hasNext()) {
        return found.next();
      }
      throw new GeneralSecurityException("no key of a known kind");
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw new UserError(
          Problem.of(
              "Cannot use the SSH key: it is damaged or of an unknown kind"
                  + " (parameters.sshProxy.#privateKey).",
              "RSA, ECDSA and Ed25519 keys can be used."),
          e);
    }
  }
}

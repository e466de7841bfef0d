package dev.sluice.http.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/// Private keys in text, with the public keys that belong to them.
public final class PemKeyPairs {
  private PemKeyPairs() {}

  /// {@return the first private key of a text} Unlike a key pair it need not tell its public key.
  ///
  /// @param name what the text is called in messages of the library
  /// @param text an unencrypted RSA or EC key in the form of PKCS#8, PKCS#1 or SEC 1
  /// @throws GeneralSecurityException if there is none, or one of another kind
  public static PrivateKey firstPrivate(String name, String text) throws GeneralSecurityException {
    Optional<Pem> plain =
        Pem.blocks(text).stream().filter(block -> block.label().equals("PRIVATE KEY")).findFirst();
    if (plain.isEmpty()) {
      return first(name, text).getPrivate();
    }
    var encoded = new PKCS8EncodedKeySpec(plain.get().bytes());
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(encoded);
    } catch (InvalidKeySpecException _) {
      return KeyFactory.getInstance("EC").generatePrivate(encoded);
    }
  }

  /// {@return the first key pair of a text}
  ///
  /// @param name what the text is called in messages of the library
  /// @param text an unencrypted private key: RSA, ECDSA or Ed25519 in the form of OpenSSH, PKCS#1,
  ///   SEC 1 or PKCS#8
  /// @throws GeneralSecurityException if there is none, or one of another kind
  public static KeyPair first(String name, String text) throws GeneralSecurityException {
    try {
      Iterable<KeyPair> pairs =
          SecurityUtils.getKeyPairResourceParser()
              .loadKeyPairs(null, NamedResource.ofName(name), FilePasswordProvider.EMPTY, text);
      Iterator<KeyPair> found = pairs == null ? List.<KeyPair>of().iterator() : pairs.iterator();
      if (found.hasNext()) {
        return found.next();
      }
      throw new GeneralSecurityException("no key of a known kind");
    } catch (IOException | RuntimeException e) {
      throw new GeneralSecurityException("the key is damaged or of an unknown kind", e);
    }
  }
}

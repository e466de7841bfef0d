package dev.sluice.http.tls;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/// The private key in PEM text that belongs to a certificate.
final class PrivateKeys {
  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int SEQUENCE = 0x30;

  private PrivateKeys() {}

  /// {@return the first private key of a text}
  ///
  /// @param text PEM: PKCS#8, PKCS#1 (`RSA PRIVATE KEY`) or SEC 1 (`EC PRIVATE KEY`)
  /// @param certified the public key that it belongs to, which tells its algorithm
  /// @throws GeneralSecurityException if there is none, or one with a pass phrase, or one of
  ///   another algorithm
  static PrivateKey in(String text, PublicKey certified) throws GeneralSecurityException {
    Optional<Pem> found =
        Pem.blocks(text).stream()
            .filter(block -> block.label().endsWith("PRIVATE KEY"))
            .findFirst();
    if (found.isEmpty()) {
      throw new InvalidKeyException("there is no private key in the text");
    }
    Pem block = found.get();
    if (block.encrypted()) {
      throw new InvalidKeyException("the private key has a pass phrase");
    }
    byte[] pkcs8 =
        switch (block.label()) {
          case "PRIVATE KEY" -> block.bytes();
          case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> wrapped(block.bytes(), certified);
          default -> throw new InvalidKeyException("no key of the kind " + block.label());
        };
    try {
      return KeyFactory.getInstance(certified.getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (InvalidKeySpecException e) {
      throw new InvalidKeyException("the private key does not fit the certificate", e);
    }
  }

  /// PKCS#8 around an older form: version, the algorithm as the certificate states it, the key.
  private static byte[] wrapped(byte[] key, PublicKey certified) {
    byte[] algorithm = firstElement(content(certified.getEncoded()));
    return der(SEQUENCE, joined(der(INTEGER, new byte[] {0}), joined(algorithm, der(OCTETS, key))));
  }

  private static byte[] content(byte[] element) {
    int header = headerLength(element);
    return java.util.Arrays.copyOfRange(element, header, header + length(element));
  }

  private static byte[] firstElement(byte[] elements) {
    return java.util.Arrays.copyOf(elements, headerLength(elements) + length(elements));
  }

  private static int headerLength(byte[] element) {
    int first = element[1] & 0xff;
    return first < 0x80 ? 2 : 2 + (first & 0x7f);
  }

  private static int length(byte[] element) {
    int first = element[1] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f); i++) {
      length = (length << 8) | (element[2 + i] & 0xff);
    }
    return length;
  }

  private static byte[] der(int tag, byte[] content) {
    var element = new ByteArrayOutputStream(content.length + 6);
    element.write(tag);
    if (content.length < 0x80) {
      element.write(content.length);
    } else {
      int bytes = (39 - Integer.numberOfLeadingZeros(content.length)) / 8;
      element.write(0x80 | bytes);
      for (int i = bytes - 1; i >= 0; i--) {
        element.write(content.length >> (8 * i));
      }
    }
    element.writeBytes(content);
    return element.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}

package dev.sluice.http.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Certificates in PEM text.
final class Certificates {
  private Certificates() {}

  /// {@return the certificates of a text in order}
  ///
  /// @param text PEM; other blocks are passed over
  /// @throws CertificateException if there is none, or one is broken
  static List<X509Certificate> in(String text) throws CertificateException {
    var factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem block : blocks(text)) {
      if (block.label().equals("CERTIFICATE") || block.label().equals("TRUSTED CERTIFICATE")) {
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
      }
    }
    if (certificates.isEmpty()) {
      throw new CertificateException("there is no certificate in the text");
    }
    return certificates;
  }

  private static List<Pem> blocks(String text) throws CertificateException {
    try {
      return Pem.blocks(text);
    } catch (IllegalArgumentException e) {
      throw new CertificateException("the text is not PEM", e);
    }
  }
}

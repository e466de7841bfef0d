package dev.sluice.acceptance.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// An authority of a day, and what it issues.
final class Certificates {
  private static final char[] PASSWORD = "of-a-day".toCharArray();

  private final Issued authority;

  /// A key and the certificate for it.
  ///
  /// @param key the pair
  /// @param certificate for its public half
  record Issued(KeyPair key, X509Certificate certificate) {
    /// {@return the certificate as PEM}
    String certificatePem() throws GeneralSecurityException {
      return pem("CERTIFICATE", certificate.getEncoded());
    }

    /// {@return the private key as PEM, PKCS #8}
    String keyPem() {
      return pem("PRIVATE KEY", key.getPrivate().getEncoded());
    }
  }

  private static final class Shared {
    static final Certificates CERTIFICATES = made();

    private static Certificates made() {
      try {
        return new Certificates();
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException("no certificates", e);
      }
    }
  }

  /// {@return the authority that all servers trust}
  static Certificates shared() {
    return Shared.CERTIFICATES;
  }

  private Certificates() throws GeneralSecurityException, IOException {
    KeyPair key = rsa();
    authority = new Issued(key, certificate("CN=Sluice test authority", key, null, true));
  }

  /// {@return the authority's own certificate as PEM}
  String authorityPem() throws GeneralSecurityException {
    return authority.certificatePem();
  }

  /// {@return a key with a certificate of the authority}
  ///
  /// @param commonName of the subject
  Issued issue(String commonName) throws GeneralSecurityException, IOException {
    KeyPair key = rsa();
    return new Issued(key, certificate("CN=" + commonName, key, authority, false));
  }

  /// {@return a key with a certificate that it has signed itself}
  ///
  /// @param commonName of the subject
  Issued selfSigned(String commonName) throws GeneralSecurityException, IOException {
    KeyPair key = rsa();
    return new Issued(key, certificate("CN=" + commonName, key, null, false));
  }

  /// {@return a pair of keys, RSA of 2048 bits}
  static KeyPair rsa() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  /// {@return a pair of keys on the curve P-256}
  static KeyPair onCurve() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  /// Writes a store of certificates to be trusted.
  ///
  /// @param file a PKCS #12 file
  void writeTrust(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", authority.certificate());
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
  }

  /// {@return the password of the stores that are written}
  static String storePassword() {
    return new String(PASSWORD);
  }

  /// {@return a document in PEM}
  ///
  /// @param label e.g. `CERTIFICATE`
  /// @param der its bytes
  static String pem(String label, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label);
  }

  private static X509Certificate certificate(
      String subject, KeyPair key, @Nullable Issued issuer, boolean isAuthority)
      throws GeneralSecurityException, IOException {
    Instant now = Instant.now();
    X500Principal name = new X500Principal(subject);
    X500Principal signer = issuer == null ? name : issuer.certificate().getSubjectX500Principal();
    PrivateKey signingKey = issuer == null ? key.getPrivate() : issuer.key().getPrivate();
    var builder =
        new JcaX509v3CertificateBuilder(
            signer,
            BigInteger.valueOf(now.toEpochMilli()),
            Date.from(now.minus(Duration.ofHours(1))),
            Date.from(now.plus(Duration.ofDays(1))),
            name,
            key.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
    try {
      var signature = new JcaContentSignerBuilder("SHA256withRSA").build(signingKey);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signature));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }
}

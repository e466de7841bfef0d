package dev.sluice.http.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Trusts a server if one of several sets of authorities does: Java's own, the operating system's,
/// the configuration's.
final class Authorities extends X509ExtendedTrustManager {
  private final List<X509ExtendedTrustManager> sets;

  private Authorities(List<X509ExtendedTrustManager> sets) {
    this.sets = List.copyOf(sets);
  }

  /// {@return the system's authorities together with those of the configuration}
  ///
  /// @param configured PEM text of further certificates
  /// @throws GeneralSecurityException if the text can't be used
  static Authorities with(Optional<String> configured) throws GeneralSecurityException {
    List<X509ExtendedTrustManager> sets = new ArrayList<>();
    sets.add(manager(null));
    if (configured.isPresent()) {
      sets.add(manager(store(Certificates.in(configured.get()))));
    }
    return new Authorities(sets);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(set -> set.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(set -> set.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(set -> set.checkServerTrusted(chain, type));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
    throw new UnsupportedOperationException("No server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    throw new UnsupportedOperationException("No server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {
    throw new UnsupportedOperationException("No server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return sets.stream()
        .flatMap(set -> Arrays.stream(set.getAcceptedIssuers()))
        .toArray(X509Certificate[]::new);
  }

  @FunctionalInterface
  private interface Check {
    void by(X509ExtendedTrustManager set) throws CertificateException;
  }

  /// The fault to tell is the one of a set that knew the issuer, e.g. a wrong host name.
  private void check(Check check) throws CertificateException {
    CertificateException fault = null;
    for (X509ExtendedTrustManager set : sets) {
      try {
        check.by(set);
        return;
      } catch (CertificateException e) {
        fault = fault == null || isUnknownIssuer(fault) ? e : fault;
      }
    }
    if (SystemBundle.SET.isPresent() && (fault == null || isUnknownIssuer(fault))) {
      check.by(SystemBundle.SET.get());
    } else if (fault != null) {
      throw fault;
    }
  }

  private static boolean isUnknownIssuer(CertificateException fault) {
    return fault.getCause() instanceof CertPathBuilderException;
  }

  /// What the machine's owner trusts. Read when nobody else knows an issuer: it takes its time.
  private static final class SystemBundle {
    private static final Optional<X509ExtendedTrustManager> SET =
        Stream.of(
                "/etc/ssl/certs/ca-certificates.crt",
                "/etc/pki/tls/certs/ca-bundle.crt",
                "/etc/ssl/cert.pem")
            .flatMap(place -> read(Path.of(place)).stream())
            .findFirst();

    private static Optional<X509ExtendedTrustManager> read(Path place) {
      try {
        String text = Files.readString(place, StandardCharsets.ISO_8859_1);
        return Optional.of(manager(store(Certificates.in(text))));
      } catch (IOException | GeneralSecurityException _) {
        // Not there or not for us: the next place may do.
        return Optional.empty();
      }
    }
  }

  private static KeyStore store(List<X509Certificate> certificates)
      throws GeneralSecurityException {
    KeyStore store = emptyStore();
    for (X509Certificate certificate : certificates) {
      store.setCertificateEntry(Integer.toString(store.size()), certificate);
    }
    return store;
  }

  /// {@return a key store in memory}
  ///
  /// @throws GeneralSecurityException if this Java has none
  static KeyStore emptyStore() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new KeyStoreException(e);
    }
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new KeyStoreException("No trust manager"));
  }
}

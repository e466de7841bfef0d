package dev.sluice.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/// Encrypted listeners on free loopback ports, for [ScriptedServer#on], and the certificates that
/// belong to them. One authority, whose certificate is `authority.pem`, has signed all of them.
public final class TlsListeners {
  private static final char[] PASSWORD = "testkit".toCharArray();

  private TlsListeners() {}

  /// {@return a listener with a certificate for `localhost` and `127.0.0.1`}
  public static ServerSocket sound() {
    return listener("server.p12");
  }

  /// {@return a listener whose certificate is for another host}
  public static ServerSocket forAnotherHost() {
    return listener("elsewhere.p12");
  }

  /// {@return a listener that speaks only with clients that have a certificate of the authority}
  public static ServerSocket forKnownClients() {
    SSLServerSocket listener = listener("server.p12");
    listener.setNeedClientAuth(true);
    return listener;
  }

  /// {@return PEM text}
  ///
  /// @param name of a file next to this class, e.g. `authority.pem`, `client-pkcs8.pem`
  public static String pem(String name) {
    try (InputStream file = resource(name)) {
      return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SSLServerSocket listener(String keys) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream file = resource(keys)) {
        store.load(file, PASSWORD);
      }
      var keyManagers = KeyManagerFactory.getInstance("PKIX");
      keyManagers.init(store, PASSWORD);
      var trustManagers = TrustManagerFactory.getInstance("PKIX");
      trustManagers.init(authority());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
      return (SSLServerSocket)
          context
              .getServerSocketFactory()
              .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyStore authority() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream file = resource("authority.pem")) {
      store.setCertificateEntry(
          "authority",
          java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    return store;
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(TlsListeners.class.getResourceAsStream("tls/" + name), name);
  }
}

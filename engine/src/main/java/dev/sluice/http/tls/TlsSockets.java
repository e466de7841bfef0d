package dev.sluice.http.tls;

import dev.sluice.config.TlsSettings;
import dev.sluice.http.NetworkFailure;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// Encrypts connections (spec: run-and-http §2.9). Safe to share between threads.
///
/// Certificates are read when the first encrypted connection needs them: a configuration without
/// one never fails for their sake.
public final class TlsSockets {
  private final TlsSettings settings;
  private @Nullable SSLContext anonymous;
  private @Nullable SSLContext identified;

  /// Prepares for connections.
  ///
  /// @param settings the configuration's certificates
  public TlsSockets(TlsSettings settings) {
    this.settings = settings;
  }

  /// {@return an encrypted connection over a plain one, the handshake done and the server's
  /// certificate and host name verified}
  ///
  /// @param plain connected; closed with the result
  /// @param host the server's name or address, without brackets
  /// @param port the server's port
  /// @param withClientCertificate whether the configuration's client certificate may be presented
  /// @throws NetworkFailure if the configuration's certificates can't be used
  /// @throws IOException if the handshake fails
  public SSLSocket open(Socket plain, String host, int port, boolean withClientCertificate)
      throws IOException {
    SSLContext context = context(withClientCertificate && settings.clientCertificate().isPresent());
    var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private synchronized SSLContext context(boolean identifies) {
    SSLContext known = identifies ? identified : anonymous;
    if (known != null) {
      return known;
    }
    SSLContext made = made(identifies ? settings.clientCertificate() : Optional.empty());
    if (identifies) {
      identified = made;
    } else {
      anonymous = made;
    }
    return made;
  }

  private SSLContext made(Optional<String> clientCertificate) {
    KeyManager[] keys = clientCertificate.map(TlsSockets::keys).orElse(null);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, new TrustManager[] {authorities()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new NetworkFailure(NetworkFailure.Code.NO_TLS, "TLS can't be used", e);
    }
  }

  private Authorities authorities() {
    try {
      return Authorities.with(settings.caCertificates());
    } catch (GeneralSecurityException e) {
      throw new NetworkFailure(
          NetworkFailure.Code.AUTHORITIES, "problem with the CA certificate: " + e.getMessage(), e);
    }
  }

  private static KeyManager[] keys(String pem) {
    try {
      List<X509Certificate> chain = Certificates.in(pem);
      PrivateKey key = PrivateKeys.in(pem, chain.getFirst().getPublicKey());
      return new KeyManager[] {new ClientKey(key, chain)};
    } catch (GeneralSecurityException e) {
      throw new NetworkFailure(
          NetworkFailure.Code.CLIENT_CERTIFICATE,
          "problem with the client certificate: " + e.getMessage(),
          e);
    }
  }
}

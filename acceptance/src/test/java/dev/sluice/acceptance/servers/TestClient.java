package dev.sluice.acceptance.servers;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import dev.sluice.acceptance.servers.Certificates.Issued;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A client that all servers know: one for each proof.
///
/// @param proof how it proves who it is
/// @param key signs its proofs
/// @param certificate of its connection, for the proofs that are one
record TestClient(Proof proof, KeyPair key, Optional<Issued> certificate) {

  /// {@return a client with keys of its own}
  ///
  /// @param proof how it proves who it is
  /// @param certificates issue what it needs
  static TestClient of(Proof proof, Certificates certificates)
      throws GeneralSecurityException, IOException {
    KeyPair key = proof == Proof.KEY_ES256 ? Certificates.onCurve() : Certificates.rsa();
    String name = id(proof);
    Optional<Issued> certificate =
        switch (proof.kind()) {
          case CERTIFICATE -> Optional.of(certificates.issue(name));
          case OWN_CERTIFICATE -> Optional.of(certificates.selfSigned(name));
          default -> Optional.empty();
        };
    return new TestClient(proof, key, certificate);
  }

  /// {@return the client ID}
  String id() {
    return id(proof);
  }

  /// {@return the subject of its certificate}
  String subject() {
    return "CN=" + id();
  }

  /// {@return its public keys, that of its certificate with the certificate}
  String keys() throws GeneralSecurityException {
    return new JWKSet(jwk()).toString();
  }

  /// {@return the configuration of an extraction that logs in as this client}
  ///
  /// @param tokenUrl the token endpoint
  /// @param apiUrl the API's base URL
  /// @param authority whom to trust, PEM
  String configuration(String tokenUrl, String apiUrl, String authority)
      throws GeneralSecurityException {
    String certificateLine =
        certificate.isEmpty()
            ? ""
            : "\"#clientCertificate\": %s,"
                .formatted(text(chain(authority) + certificate.get().keyPem()));
    return """
    {"parameters": {
      "api": {"baseUrl": "%s/", "caCertificate": %s, %s "authentication": %s},
      "config": {"__ID": "%s", "#secret": %s, "#key": %s, "outputBucket": "shop",
        "jobs": [{"endpoint": "orders"}]}}}
    """
        .formatted(
            apiUrl,
            text(authority),
            certificateLine,
            authentication().replace("TOKEN_URL", tokenUrl),
            id(),
            text(proof.secret()),
            text(Certificates.pem("PRIVATE KEY", key.getPrivate().getEncoded())));
  }

  /// With the certificate of who issued it, by which some servers tell it from one of its own.
  private String chain(String authority) throws GeneralSecurityException {
    String own = certificate.orElseThrow().certificatePem();
    return proof == Proof.TLS ? own + authority : own;
  }

  private String authentication() {
    return switch (proof) {
      case LOGIN_BASIC, LOGIN_BASIC_AWKWARD ->
          login("\"Authorization\": " + basic("{\"attr\":\"__ID\"}", "{\"attr\":\"#secret\"}"), "");
      case LOGIN_BASIC_ENCODED ->
          login(
              "\"Authorization\": "
                  + basic(
                      "{\"function\":\"urlencode\",\"args\":[{\"attr\":\"__ID\"}]}",
                      "{\"function\":\"urlencode\",\"args\":[{\"attr\":\"#secret\"}]}"),
              "");
      case LOGIN_POST ->
          login(
              "\"Accept\": \"application/json\"",
              ", \"client_id\": {\"attr\":\"__ID\"}, \"client_secret\": {\"attr\":\"#secret\"}");
      case BASIC_RAW, BASIC_RAW_AWKWARD ->
          grant("\"#clientSecret\": {\"attr\":\"#secret\"}, \"basicEncoding\": \"raw\"");
      case BASIC_FORM, BASIC_FORM_FOREIGN ->
          grant("\"#clientSecret\": {\"attr\":\"#secret\"}, \"basicEncoding\": \"form\"");
      case POST, POST_FOREIGN -> grant("\"#clientSecret\": {\"attr\":\"#secret\"}");
      case SECRET_JWT ->
          grant("\"#clientSecret\": {\"attr\":\"#secret\"}, \"signingAlgorithm\": \"HS256\"");
      case KEY_RS256, KEY_PS256, KEY_ES256 ->
          grant(
              "\"#privateKey\": {\"attr\":\"#key\"}, \"keyId\": \"k1\", \"signingAlgorithm\": \"%s\""
                  .formatted(proof.algorithm()));
      case TLS, SELF_SIGNED_TLS -> grant("\"params\": {}");
    };
  }

  private static String login(String headers, String params) {
    return """
    {"type": "login", "format": "json",
     "loginRequest": {"endpoint": "TOKEN_URL", "method": "FORM", "headers": {%s},
       "params": {"grant_type": "client_credentials"%s}},
     "apiRequest": {"headers": {"Authorization":
       {"function": "concat", "args": ["Bearer ", {"response": "access_token"}]}}}}
    """
        .formatted(headers, params);
  }

  private static String basic(String id, String secret) {
    return """
    {"function": "concat", "args": ["Basic ", {"function": "base64_encode", "args": [
      {"function": "concat", "args": [%s, ":", %s]}]}]}
    """
        .formatted(id, secret);
  }

  private String grant(String keys) {
    return """
    {"type": "oauth20.client-credentials", "tokenUrl": "TOKEN_URL", "clientId": {"attr": "__ID"},
     "clientAuthentication": "%s", %s}
    """
        .formatted(proof.kind().method(), keys);
  }

  private JWK jwk() throws GeneralSecurityException {
    if (certificate.isPresent()) {
      Issued issued = certificate.get();
      return new RSAKey.Builder((RSAPublicKey) issued.key().getPublic())
          .keyID("c1")
          .x509CertSHA256Thumbprint(fingerprint(issued))
          .x509CertChain(List.of(Base64.encode(issued.certificate().getEncoded())))
          .build();
    }
    return switch (key.getPublic()) {
      case RSAPublicKey rsa -> new RSAKey.Builder(rsa).keyID("k1").keyUse(KeyUse.SIGNATURE).build();
      case ECPublicKey ec ->
          new ECKey.Builder(Curve.P_256, ec).keyID("k1").keyUse(KeyUse.SIGNATURE).build();
      default -> throw new GeneralSecurityException(key.getPublic().getAlgorithm());
    };
  }

  private static Base64URL fingerprint(Issued issued) throws GeneralSecurityException {
    return Base64URL.encode(
        MessageDigest.getInstance("SHA-256").digest(issued.certificate().getEncoded()));
  }

  private static String id(Proof proof) {
    return "client-" + proof.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// {@return a JSON text}
  private static String text(String content) {
    return '"' + content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}

package dev.sluice.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sluice.config.ClientGrant;
import dev.sluice.config.ClientGrant.ClientMethod;
import dev.sluice.http.tls.PemKeyPairs;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/// Signs the JWT by which a client proves who it is (RFC 7523 §3, OpenID Connect Core §9).
final class ClientAssertion {
  /// Long enough for clocks that differ, short enough to be worthless soon.
  private static final Duration LIFE = Duration.ofMinutes(1);

  private static final ConfigPath KEY = Placed.SECTION.key("#privateKey");
  private static final ConfigPath SECRET = Placed.SECTION.key("#clientSecret");

  private final ClientGrant grant;
  private final JWSSigner signer;
  private final JWSHeader header;

  private ClientAssertion(ClientGrant grant, JWSSigner signer, JWSHeader header) {
    this.grant = grant;
    this.signer = signer;
    this.header = header;
  }

  /// {@return what signs for a client}
  ///
  /// @param grant with a method that takes an assertion
  /// @throws UserError if the key or the secret can't be used
  static ClientAssertion of(ClientGrant grant) {
    return grant.method() == ClientMethod.SECRET_JWT ? ofSecret(grant) : ofKey(grant);
  }

  private static ClientAssertion ofSecret(ClientGrant grant) {
    JWSAlgorithm algorithm = algorithm(grant).orElse(JWSAlgorithm.HS256);
    try {
      var signer = new MACSigner(grant.client().secret().getBytes(StandardCharsets.UTF_8));
      if (!signer.supportedJWSAlgorithms().contains(algorithm)) {
        throw new JOSEException("it is too short for " + algorithm);
      }
      return new ClientAssertion(grant, signer, header(grant, algorithm, Optional.empty()));
    } catch (JOSEException e) {
      throw new UserError(
          Problem.at(
              SECRET,
              "The client secret can't sign with " + algorithm + ": it is too short.",
              "client_secret_jwt needs a secret of 32 bytes at least; use another client"
                  + " authentication."),
          e);
    }
  }

  private static ClientAssertion ofKey(ClientGrant grant) {
    String text = grant.client().privateKey().strip();
    try {
      Optional<JWK> jwk = text.startsWith("{") ? Optional.of(JWK.parse(text)) : Optional.empty();
      PrivateKey key =
          jwk.isPresent() ? privateKey(jwk.get()) : PemKeyPairs.firstPrivate("#privateKey", text);
      JWSAlgorithm usual =
          key instanceof ECPrivateKey ec
              ? ofCurve(Curve.forECParameterSpec(ec.getParams()))
              : JWSAlgorithm.RS256;
      JWSAlgorithm algorithm = algorithm(grant).orElse(usual);
      JWSSigner signer =
          key instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new RSASSASigner(key);
      if (!signer.supportedJWSAlgorithms().contains(algorithm)) {
        throw new UserError(
            Problem.at(
                Placed.SECTION.key("signingAlgorithm"),
                "The private key can't sign with " + algorithm + ".",
                "RS and PS are for RSA keys, ES256, ES384 and ES512 for keys on P-256, P-384 and"
                    + " P-521."));
      }
      return new ClientAssertion(grant, signer, header(grant, algorithm, jwk.map(JWK::getKeyID)));
    } catch (ParseException
        | JOSEException
        | GeneralSecurityException
        | IllegalArgumentException e) {
      throw new UserError(
          Problem.at(
              KEY,
              "Cannot use the private key of the client: it is damaged or of an unknown kind.",
              "Use an RSA key or an EC key on P-256, P-384 or P-521, as PEM without a pass phrase or"
                  + " as a JWK."),
          e);
    }
  }

  private static PrivateKey privateKey(JWK jwk) throws JOSEException, GeneralSecurityException {
    if (!jwk.isPrivate()) {
      throw new GeneralSecurityException("the JWK is no private key");
    }
    return switch (jwk.getKeyType().getValue()) {
      case "RSA" -> jwk.toRSAKey().toPrivateKey();
      case "EC" -> jwk.toECKey().toECPrivateKey();
      default -> throw new GeneralSecurityException("no JWK for signatures: " + jwk.getKeyType());
    };
  }

  private static JWSAlgorithm ofCurve(Curve curve) {
    return curve.equals(Curve.P_521)
        ? JWSAlgorithm.ES512
        : curve.equals(Curve.P_384) ? JWSAlgorithm.ES384 : JWSAlgorithm.ES256;
  }

  private static Optional<JWSAlgorithm> algorithm(ClientGrant grant) {
    return grant.assertion().algorithm().map(JWSAlgorithm::parse);
  }

  private static JWSHeader header(
      ClientGrant grant, JWSAlgorithm algorithm, Optional<String> keyIdOfKey) {
    var header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT);
    grant.assertion().keyId().or(() -> keyIdOfKey).ifPresent(header::keyID);
    grant
        .assertion()
        .certificate()
        .map(ClientAssertion::fingerprint)
        .ifPresent(header::x509CertSHA256Thumbprint);
    return header.build();
  }

  private static Base64URL fingerprint(String pem) {
    X509Certificate certificate = X509CertUtils.parse(pem);
    if (certificate == null) {
      throw new UserError(
          Problem.at(
              Placed.SECTION.key("certificate"),
              "Cannot use the certificate: it is no certificate in PEM.",
              "It begins with -----BEGIN CERTIFICATE-----."));
    }
    return X509CertUtils.computeSHA256Thumbprint(certificate);
  }

  /// {@return a new assertion, good for a minute and for one use}
  ///
  /// @param tokenEndpoint whom it is for, unless the configuration says otherwise
  /// @param now the time
  String sign(String tokenEndpoint, Instant now) {
    String id = grant.client().id();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(id)
            .subject(id)
            .audience(grant.assertion().audience().orElse(tokenEndpoint))
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    var jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new UserError(
          Problem.at(KEY, "Cannot sign the client assertion: " + e.getMessage(), ""), e);
    }
    return jwt.serialize();
  }
}

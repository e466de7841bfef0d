package dev.sluice.config;

import java.util.List;
import java.util.Optional;

/// What an `oauth20.client-credentials` says that a `login` can't (our addition): where the token
/// endpoint is to be looked up, and how the client proves who it is.
///
/// @param issuer the authorization server whose metadata names the token endpoint (RFC 8414); empty
///   when the address is configured
/// @param client who asks for tokens
/// @param method how it proves that (OpenID Connect Core §9, RFC 8705)
/// @param assertion what goes into a signed proof
/// @param resources addresses that the token is to be good for (RFC 8707)
public record ClientGrant(
    Optional<String> issuer,
    Client client,
    ClientMethod method,
    Assertion assertion,
    List<String> resources) {

  /// Keeps an unmodifiable copy.
  public ClientGrant {
    resources = List.copyOf(resources);
  }

  /// A client.
  ///
  /// @param id the client ID
  /// @param secret the client secret; empty when there is none
  /// @param privateKey PEM or JWK; empty when there is none
  public record Client(String id, String secret, String privateKey) {
    /// {@return the client without its secrets}
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  /// What goes into a signed proof (RFC 7523 §3).
  ///
  /// @param algorithm e.g. `RS256`; chosen by the key when there is none
  /// @param keyId names the key to the server; that of a JWK when there is none
  /// @param certificate PEM, whose SHA-256 fingerprint names the key (`x5t#S256`)
  /// @param audience whom the proof is for; the token endpoint when there is none
  public record Assertion(
      Optional<String> algorithm,
      Optional<String> keyId,
      Optional<String> certificate,
      Optional<String> audience) {}

  /// How a client proves who it is.
  public enum ClientMethod {
    /// ID and secret in the header `Authorization`, as they are.
    SECRET_BASIC("client_secret_basic"),
    /// The same, form-encoded before they are joined (RFC 6749 §2.3.1).
    SECRET_BASIC_ENCODED("client_secret_basic"),
    /// ID and secret in the form.
    SECRET_POST("client_secret_post"),
    /// A JWT signed with the secret.
    SECRET_JWT("client_secret_jwt"),
    /// A JWT signed with a private key.
    PRIVATE_KEY_JWT("private_key_jwt"),
    /// The certificate of the connection, issued by somebody whom the server trusts.
    TLS("tls_client_auth"),
    /// The certificate of the connection, known to the server.
    SELF_SIGNED_TLS("self_signed_tls_client_auth");

    private final String standardName;

    ClientMethod(String standardName) {
      this.standardName = standardName;
    }

    /// {@return the name in the registry of OAuth token endpoint authentication methods}
    public String standardName() {
      return standardName;
    }

    /// {@return whether the client has a secret}
    public boolean usesSecret() {
      return switch (this) {
        case SECRET_BASIC, SECRET_BASIC_ENCODED, SECRET_POST, SECRET_JWT -> true;
        case PRIVATE_KEY_JWT, TLS, SELF_SIGNED_TLS -> false;
      };
    }

    /// {@return whether the proof is a JWT}
    public boolean isAssertion() {
      return this == SECRET_JWT || this == PRIVATE_KEY_JWT;
    }

    /// {@return whether the proof is the connection's certificate}
    public boolean isCertificate() {
      return this == TLS || this == SELF_SIGNED_TLS;
    }
  }
}

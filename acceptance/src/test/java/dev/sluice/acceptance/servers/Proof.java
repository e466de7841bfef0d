package dev.sluice.acceptance.servers;

/// A way for a client to prove who it is: a row of the matrix.
enum Proof {
  LOGIN_BASIC("`login`, Basic Auth", Kind.SECRET, Secret.PLAIN),
  LOGIN_BASIC_AWKWARD("`login`, Basic Auth, awkward secret", Kind.SECRET, Secret.AWKWARD),
  LOGIN_BASIC_ENCODED(
      "`login`, Basic Auth, ID and secret encoded, awkward secret", Kind.SECRET, Secret.AWKWARD),
  LOGIN_POST("`login`, Post Form, awkward secret", Kind.POSTED_SECRET, Secret.AWKWARD),
  BASIC_RAW("`client_secret_basic`, `raw`", Kind.SECRET, Secret.PLAIN),
  BASIC_RAW_AWKWARD("`client_secret_basic`, `raw`, awkward secret", Kind.SECRET, Secret.AWKWARD),
  BASIC_FORM("`client_secret_basic`, `form`, awkward secret", Kind.SECRET, Secret.AWKWARD),
  POST("`client_secret_post`, awkward secret", Kind.POSTED_SECRET, Secret.AWKWARD),
  BASIC_FORM_FOREIGN("`client_secret_basic`, `form`, secret with `ü`", Kind.SECRET, Secret.FOREIGN),
  POST_FOREIGN("`client_secret_post`, secret with `ü`", Kind.POSTED_SECRET, Secret.FOREIGN),
  SECRET_JWT("`client_secret_jwt`, HS256, awkward secret", Kind.SECRET_JWT, Secret.AWKWARD),
  KEY_RS256("`private_key_jwt`, RS256", Kind.KEY_JWT, Secret.NONE),
  KEY_PS256("`private_key_jwt`, PS256", Kind.KEY_JWT, Secret.NONE),
  KEY_ES256("`private_key_jwt`, ES256", Kind.KEY_JWT, Secret.NONE),
  TLS("`tls_client_auth`", Kind.CERTIFICATE, Secret.NONE),
  SELF_SIGNED_TLS("`self_signed_tls_client_auth`", Kind.OWN_CERTIFICATE, Secret.NONE);

  /// What a server has to be told about the client.
  enum Kind {
    SECRET("client_secret_basic"),
    POSTED_SECRET("client_secret_post"),
    SECRET_JWT("client_secret_jwt"),
    KEY_JWT("private_key_jwt"),
    CERTIFICATE("tls_client_auth"),
    OWN_CERTIFICATE("self_signed_tls_client_auth");

    private final String method;

    Kind(String method) {
      this.method = method;
    }

    /// {@return the name of the method in OAuth's registry}
    String method() {
      return method;
    }
  }

  private enum Secret {
    PLAIN("0123456789abcdef0123456789abcdef"),
    /// Long enough for HS256, with what only an encoding carries through a header.
    AWKWARD("a+b%c&d e=:/" + "0123456789abcdef".repeat(2)),
    /// Not ASCII, which RFC 6749 (appendix A.2) does not allow.
    FOREIGN("geheimnisvolle Schlüssel"),
    NONE("");

    private final String text;

    Secret(String text) {
      this.text = text;
    }
  }

  private final String title;
  private final Kind kind;
  private final Secret secret;

  Proof(String title, Kind kind, Secret secret) {
    this.title = title;
    this.kind = kind;
    this.secret = secret;
  }

  /// {@return what the row is called}
  String title() {
    return title;
  }

  Kind kind() {
    return kind;
  }

  /// {@return the secret of the client, which no other has; empty when it has none}
  String secret() {
    return secret == Secret.NONE ? "" : secret.text + name();
  }

  /// {@return whether the secret has characters that RFC 6749 does not allow}
  boolean isForeign() {
    return secret == Secret.FOREIGN;
  }

  /// {@return whether the secret goes into the header as it is, though it should be encoded}
  boolean isMalformed() {
    return this == LOGIN_BASIC_AWKWARD || this == BASIC_RAW_AWKWARD;
  }

  /// {@return the algorithm of a signed proof; empty without one}
  String algorithm() {
    return switch (this) {
      case SECRET_JWT -> "HS256";
      case KEY_RS256 -> "RS256";
      case KEY_PS256 -> "PS256";
      case KEY_ES256 -> "ES256";
      default -> "";
    };
  }
}

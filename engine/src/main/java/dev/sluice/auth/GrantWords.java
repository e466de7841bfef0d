package dev.sluice.auth;

import dev.sluice.config.ClientCredentialsShape;
import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.config.ClientCredentialsShape.Source;
import dev.sluice.config.ClientGrant;
import dev.sluice.problem.ConfigPath;

/// How the two ways to write a client-credentials grant call its parts, for errors.
sealed interface GrantWords {
  /// {@return where the token endpoint stands}
  ConfigPath endpoint();

  /// {@return where the scopes stand}
  ConfigPath scope();

  /// {@return where the client's credentials stand}
  ConfigPath client();

  /// {@return the section that holds `params` and `headers` of the token request}
  ConfigPath request();

  /// {@return what the token endpoint is called}
  String endpointName();

  /// {@return what the scopes are called}
  String scopesName();

  /// {@return advice to look at the credentials}
  String checkCredentials();

  /// {@return advice to send the credentials in another way, without a capital or a full stop}
  String otherWay();

  /// A `login`, which is filled in by a form.
  ///
  /// @param shape how the credentials travel
  record OfForm(ClientCredentialsShape shape) implements GrantWords {
    private static final ConfigPath REQUEST = Placed.SECTION.key("loginRequest");

    @Override
    public ConfigPath endpoint() {
      return Placed.ENDPOINT;
    }

    @Override
    public ConfigPath scope() {
      return REQUEST.key("params").key("scope");
    }

    @Override
    public ConfigPath client() {
      return shape.requestType() == RequestType.BASIC_AUTH
          ? REQUEST.key("headers").key("Authorization")
          : REQUEST.key("params").key("client_id");
    }

    @Override
    public ConfigPath request() {
      return REQUEST;
    }

    @Override
    public String endpointName() {
      return "the Access Token URL";
    }

    @Override
    public String scopesName() {
      return "the field Scopes";
    }

    @Override
    public String checkCredentials() {
      return "Check the client ID (%s) and the client secret (%s). If they are right, %s."
          .formatted(name(shape.id()), name(shape.secret()), otherWay());
    }

    @Override
    public String otherWay() {
      if (shape.requestType() == RequestType.POST_FORM) {
        return "try Basic Auth";
      }
      return shape.encoded()
          ? "try Post Form or turn off \"Encode ID and secret\""
          : "try Post Form or turn on \"Encode ID and secret\"";
    }

    private static String name(Source source) {
      return switch (source) {
        case Source.Attribute(String name) -> "config." + name;
        case Source.Literal _ -> "written in loginRequest";
      };
    }
  }

  /// An `oauth20.client-credentials`.
  ///
  /// @param grant what it says
  record OfSection(ClientGrant grant) implements GrantWords {
    @Override
    public ConfigPath endpoint() {
      return Placed.SECTION.key(grant.issuer().isPresent() ? "issuer" : "tokenUrl");
    }

    @Override
    public ConfigPath scope() {
      return Placed.SECTION.key("scopes");
    }

    @Override
    public ConfigPath client() {
      return Placed.SECTION.key("clientAuthentication");
    }

    @Override
    public ConfigPath request() {
      return Placed.SECTION;
    }

    @Override
    public String endpointName() {
      return grant.issuer().isPresent() ? "'issuer'" : "'tokenUrl'";
    }

    @Override
    public String scopesName() {
      return "'scopes'";
    }

    @Override
    public String checkCredentials() {
      String proof =
          switch (grant.method()) {
            case SECRET_BASIC, SECRET_BASIC_ENCODED, SECRET_POST, SECRET_JWT -> "'#clientSecret'";
            case PRIVATE_KEY_JWT ->
                "'#privateKey', and that the server knows its public key ('keyId')";
            case TLS, SELF_SIGNED_TLS ->
                "'api.#clientCertificate', and that the server knows the certificate";
          };
      return "Check 'clientId' and " + proof + ". If they are right, " + otherWay() + ".";
    }

    @Override
    public String otherWay() {
      return switch (grant.method()) {
        case SECRET_BASIC -> "try 'client_secret_post' or \"basicEncoding\": \"form\"";
        case SECRET_BASIC_ENCODED -> "try 'client_secret_post' or \"basicEncoding\": \"raw\"";
        case SECRET_POST -> "try 'client_secret_basic'";
        case SECRET_JWT, PRIVATE_KEY_JWT ->
            "the server may want another 'signingAlgorithm' or 'assertionAudience'";
        case TLS -> "the server may know the client by another subject";
        case SELF_SIGNED_TLS -> "the server may have another certificate of the client";
      };
    }
  }
}

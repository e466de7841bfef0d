package dev.sluice.acceptance.servers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Keycloak, with a realm of its own.
record KeycloakColumn(KeycloakServer server) implements AuthorizationServer {
  private static final String REALM = "matrix";
  static final String NAME = "Keycloak " + System.getProperty("keycloak.version");

  /// {@return the shared server, which knows the clients}
  static AuthorizationServer start(List<TestClient> clients) throws Exception {
    KeycloakServer server = KeycloakServer.shared();
    server.post("", "{\"realm\": \"%s\", \"enabled\": true}".formatted(REALM));
    for (TestClient client : clients) {
      server.post("/" + REALM + "/clients", json(client));
    }
    return new KeycloakColumn(server);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String tokenUrl(Proof proof) {
    return server.tokenUrl(REALM).replace(server.origin(), server.secureOrigin());
  }

  @Override
  public Optional<String> refusal(Proof proof) {
    if (proof.isMalformed()) {
      return Optional.of("decodes the header (RFC 6749 §2.3.1)");
    }
    return proof == Proof.SELF_SIGNED_TLS
        ? Optional.of("knows certificates by the authority that issued them")
        : Optional.empty();
  }

  /// The server is shared.
  @Override
  public void close() {}

  private static String json(TestClient client) throws Exception {
    String type =
        switch (client.proof().kind()) {
          case SECRET, POSTED_SECRET -> "client-secret";
          case SECRET_JWT -> "client-secret-jwt";
          case KEY_JWT -> "client-jwt";
          case CERTIFICATE, OWN_CERTIFICATE -> "client-x509";
        };
    return """
    {"clientId": "%s", "secret": "%s", "publicClient": false, "serviceAccountsEnabled": true,
     "standardFlowEnabled": false, "clientAuthenticatorType": "%s",
     "attributes": {"use.jwks.string": "true", "jwks.string": "%s", "x509.subjectdn": "%s",
       "token.endpoint.auth.signing.alg": "%s"}}
    """
        .formatted(
            client.id(),
            client.proof().secret(),
            type,
            client.keys().replace("\"", "\\\""),
            client.subject(),
            client.proof().algorithm().toUpperCase(Locale.ROOT));
  }
}

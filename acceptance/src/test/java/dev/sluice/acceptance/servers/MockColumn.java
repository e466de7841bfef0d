package dev.sluice.acceptance.servers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import java.net.InetAddress;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/// mock-oauth2-server. By itself it lets everybody in whose request it can read; here it checks
/// what it has read.
final class MockColumn implements AuthorizationServer {
  static final String NAME = "mock-oauth2-server " + System.getProperty("mockoauth2server.version");

  private final MockOAuth2Server server;

  private MockColumn(List<TestClient> clients) {
    server =
        new MockOAuth2Server(
            new OAuth2Config(
                false,
                null,
                null,
                false,
                new OAuth2TokenProvider(),
                Set.of(new Check(clients)),
                new NettyWrapper()));
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  /// {@return a server that answers}
  ///
  /// @param clients whom it knows
  static AuthorizationServer start(List<TestClient> clients) {
    return new MockColumn(clients);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String tokenUrl(Proof proof) {
    return server.tokenEndpointUrl("shop").toString();
  }

  @Override
  public Optional<String> refusal(Proof proof) {
    return switch (proof.kind()) {
      case CERTIFICATE, OWN_CERTIFICATE -> Optional.of("does not ask for certificates");
      default ->
          proof.isMalformed()
              ? Optional.of("decodes the header (RFC 6749 §2.3.1)")
              : Optional.empty();
    };
  }

  @Override
  public void close() {
    server.shutdown();
  }

  /// Compares secrets and verifies signatures.
  private static final class Check extends DefaultOAuth2TokenCallback {
    private final List<TestClient> clients;

    Check(List<TestClient> clients) {
      super("shop");
      this.clients = clients;
    }

    @Override
    public String subject(TokenRequest request) {
      ClientAuthentication given = request.getClientAuthentication();
      if (given != null && clients.stream().anyMatch(client -> isProof(given, client))) {
        return given.getClientID().getValue();
      }
      throw new OAuth2Exception(OAuth2Error.INVALID_CLIENT, "this is no proof");
    }

    private static boolean isProof(ClientAuthentication given, TestClient client) {
      boolean isClient =
          given.getClientID().getValue().equals(client.id())
              && given.getMethod().getValue().equals(client.proof().kind().method());
      return isClient
          && switch (given) {
            case PlainClientSecret secret ->
                secret.getClientSecret().getValue().equals(client.proof().secret());
            case JWTAuthentication signed -> isSigned(signed, client);
            default -> false;
          };
    }

    private static boolean isSigned(JWTAuthentication given, TestClient client) {
      try {
        JWSVerifier verifier =
            client.proof().kind() == Proof.Kind.SECRET_JWT
                ? new MACVerifier(client.proof().secret())
                : switch (client.key().getPublic()) {
                  case RSAPublicKey rsa -> new RSASSAVerifier(rsa);
                  case ECPublicKey ec -> new ECDSAVerifier(ec);
                  default -> throw new JOSEException("unknown key");
                };
        return given.getClientAssertion().verify(verifier);
      } catch (JOSEException e) {
        return false;
      }
    }
  }
}

package dev.sluice.auth;

import dev.sluice.config.ClientGrant;
import dev.sluice.function.Scope;
import dev.sluice.http.Request;
import dev.sluice.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a token request of `oauth20.client-credentials` needs: the context `client`, the token
/// endpoint, and parameters that stand there several times. Used by one login at a time.
final class ClientContext implements LoginContexts {
  private final ClientGrant grant;
  private final Optional<ClientAssertion> assertion;
  private final Optional<Discovery> discovery;
  private @Nullable String discovered;

  private ClientContext(
      ClientGrant grant, Optional<ClientAssertion> assertion, Optional<Discovery> discovery) {
    this.grant = grant;
    this.assertion = assertion;
    this.discovery = discovery;
  }

  /// {@return the context of a grant}
  ///
  /// @param grant what the configuration says
  /// @param line how the metadata of the server is asked for
  /// @throws dev.sluice.problem.UserError if the key or the secret can't sign
  static ClientContext of(ClientGrant grant, LoginLine line) {
    return new ClientContext(
        grant,
        grant.method().isAssertion() ? Optional.of(ClientAssertion.of(grant)) : Optional.empty(),
        grant.issuer().map(issuer -> new Discovery(issuer, line)));
  }

  /// Asks only once: a server does not move its endpoint in the course of a run.
  @Override
  public synchronized String endpoint(String configured) {
    if (discovery.isEmpty()) {
      return configured;
    }
    String known = discovered;
    if (known == null) {
      known = discovery.get().tokenEndpoint();
      discovered = known;
    }
    return known;
  }

  @Override
  public Scope in(Scope scope, String endpoint) {
    var client =
        JsonObject.builder().put("id", grant.client().id()).put("secret", grant.client().secret());
    assertion.ifPresent(
        signs -> client.put("assertion", signs.sign(endpoint, scope.clock().instant())));
    return scope.with("client", client.build());
  }

  /// `resource` may stand there several times (RFC 8707 §2), which the encoding of parameters has
  /// no form for.
  @Override
  public Request finished(Request request) {
    if (grant.resources().isEmpty()) {
      return request;
    }
    var body = new ByteArrayOutputStream();
    request.body().ifPresent(body::writeBytes);
    for (String resource : grant.resources()) {
      String pair = "&resource=" + URLEncoder.encode(resource, StandardCharsets.UTF_8);
      body.writeBytes(pair.getBytes(StandardCharsets.US_ASCII));
    }
    return request.withBody(body.toByteArray());
  }

  @Override
  public void answered(JsonObject answer) {}
}

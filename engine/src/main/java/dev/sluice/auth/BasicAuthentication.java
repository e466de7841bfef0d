package dev.sluice.auth;

import dev.sluice.config.Authentication;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Stage;
import dev.sluice.secret.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// User name and password in the header `Authorization` (RFC 7617; spec: authentication §3).
final class BasicAuthentication implements Stage {
  private final String header;

  private BasicAuthentication(String header) {
    this.header = header;
  }

  /// {@return the stage}
  ///
  /// @param basic the credentials
  /// @param redactor gets to know the header's value
  static BasicAuthentication of(Authentication.Basic basic, Redactor redactor) {
    String pair = basic.user() + ":" + basic.password();
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    redactor.add(encoded);
    redactor.add(basic.password());
    return new BasicAuthentication("Basic " + encoded);
  }

  @Override
  public Response send(Request request, Next next) {
    return next.send(request.withHeaders(request.headers().setCredential("Authorization", header)));
  }
}

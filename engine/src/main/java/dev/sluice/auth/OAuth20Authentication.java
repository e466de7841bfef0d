package dev.sluice.auth;

import dev.sluice.config.Authentication.OAuth20;
import dev.sluice.function.Scope;
import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.Stage;
import dev.sluice.http.Url;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.ConfigPath;
import java.util.Optional;

/// The stored result of an OAuth 2.0 flow, put into each attempt (spec: authentication §7).
///
/// @param method what is stored and what is added
/// @param scope what the values may refer to besides
/// @param nonces makes one for each attempt
record OAuth20Authentication(OAuth20 method, Scope scope, Nonces nonces) implements Stage {
  private static final int NONCE_BYTES = 8;
  private static final ConfigPath QUERY = Placed.SECTION.key("query");
  private static final ConfigPath HEADERS = Placed.SECTION.key("headers");

  @Override
  public Response send(Request request, Next next) {
    Scope attempt = RequestSnapshot.in(scope, request).with("authorization", authorization());
    JsonObject query = method.additions().query().in(attempt);
    Headers headers = HeaderMerge.lines(method.additions().headers().in(attempt), HEADERS);
    Url url = request.url();
    Optional<String> merged = QueryMerge.replacing(url.query(), query, QUERY);
    return next.send(
        request
            .withUrl(url.withQuery(merged))
            .withHeaders(HeaderMerge.set(request.headers(), headers)));
  }

  private JsonObject authorization() {
    return JsonObject.builder()
        .put("data", method.credentials().data())
        .put("clientId", method.credentials().clientId())
        .put("nonce", nonces.hex(NONCE_BYTES))
        .put("timestamp", JsonNumber.of(scope.clock().instant().getEpochSecond()))
        .build();
  }
}

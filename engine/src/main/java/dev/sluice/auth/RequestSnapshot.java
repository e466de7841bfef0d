package dev.sluice.auth;

import dev.sluice.function.Scope;
import dev.sluice.http.Request;
import dev.sluice.http.Url;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;

/// A request before authentication, as functions see it: the contexts `query` and `request` (spec:
/// authentication §4).
final class RequestSnapshot {
  private RequestSnapshot() {}

  /// {@return a scope that has the request}
  ///
  /// @param scope what is visible besides
  /// @param request before authentication
  static Scope in(Scope scope, Request request) {
    Url url = request.url();
    String path = url.path().isEmpty() ? "/" : url.path();
    JsonObject snapshot =
        JsonObject.builder()
            .put("url", url.text())
            .put("path", path)
            .put("queryString", url.query().orElse(""))
            .put("method", request.verb())
            .put("hostname", url.host())
            .put("port", JsonNumber.of(url.port()))
            .put("resource", url.requestTarget())
            .build();
    return scope.with("query", QueryMerge.decoded(url.query())).with("request", snapshot);
  }
}

package dev.sluice.auth;

import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Url;
import dev.sluice.json.JsonObject;

/// What a login gives to the API's requests. Compared by identity: two logins are never the same.
final class Token {
  private final JsonObject query;
  private final Headers headers;
  private final Validity validity;

  /// Keeps what a login gave.
  ///
  /// @param query parameters for the query
  /// @param headers header lines, marked as credentials
  /// @param validity how long it serves
  Token(JsonObject query, Headers headers, Validity validity) {
    this.query = query;
    this.headers = headers;
    this.validity = validity;
  }

  /// {@return a request with parameters and headers of this token}
  ///
  /// @param request before authentication
  Request addedTo(Request request) {
    Url url = request.url();
    return request
        .withUrl(url.withQuery(QueryMerge.beside(url.query(), query, LoginValues.QUERY)))
        .withHeaders(HeaderMerge.set(request.headers(), headers));
  }

  /// {@return whether requests go out with something of this token}
  boolean addsSomething() {
    return query.size() > 0 || !headers.lines().isEmpty();
  }

  /// {@return the parameters for the query}
  JsonObject query() {
    return query;
  }

  /// {@return the header lines}
  Headers headers() {
    return headers;
  }

  /// {@return how long it serves}
  Validity validity() {
    return validity;
  }
}

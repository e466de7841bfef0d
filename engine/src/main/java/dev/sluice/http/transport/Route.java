package dev.sluice.http.transport;

import dev.sluice.http.Request;
import dev.sluice.http.Url;

/// What requests have in common that can use the same connection.
///
/// @param scheme `http` or `https`
/// @param host as in a URL
/// @param port the port
/// @param identified whether the client certificate may be presented
record Route(String scheme, String host, int port, boolean identified) {

  /// {@return the route of a request}
  ///
  /// @param request any request
  static Route of(Request request) {
    Url url = request.url();
    return new Route(url.scheme(), url.host(), url.port(), request.allowsCredentials());
  }

  /// {@return whether the connection is encrypted}
  boolean isSecure() {
    return scheme.equals("https");
  }

  /// {@return the host without the brackets of an IPv6 address}
  String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}

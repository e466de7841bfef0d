package dev.sluice.http.transport;

import dev.sluice.http.Url;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// What an address with a user name means to a proxy.
final class ProxyCredentials {
  private ProxyCredentials() {}

  /// {@return the value of `Proxy-Authorization`, if the address has a user name}
  ///
  /// @param proxy the proxy's address
  static Optional<String> of(Url proxy) {
    return proxy.userInfo().map(ProxyCredentials::basic);
  }

  private static String basic(String userInfo) {
    String plain = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.sluice.http.transport;

import dev.sluice.config.HttpSettings;
import dev.sluice.config.TlsSettings;
import dev.sluice.http.tls.TlsSockets;
import dev.sluice.testkit.TlsListeners;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Transports as tests need them.
public final class Transports {
  private static final Path DIRECTORY = Path.of(System.getProperty("java.io.tmpdir"));
  static final HttpSettings.Timeouts NO_LIMITS =
      new HttpSettings.Timeouts(Optional.empty(), Optional.empty());

  private Transports() {}

  /// {@return a transport for plain connections without timeouts}
  public static HttpTransport plain() {
    return with(NO_LIMITS, ProxySettings.NONE);
  }

  /// {@return a transport that waits as long as it is told}
  ///
  /// @param timeouts how long an attempt may take
  /// @param proxies the proxies on the way
  static HttpTransport with(HttpSettings.Timeouts timeouts, ProxySettings proxies) {
    return new HttpTransport(
        settings(timeouts, proxies), new TlsSockets(trusting()), Connector.DIRECT);
  }

  /// {@return a transport with certificates}
  ///
  /// @param tls the certificates
  public static HttpTransport with(TlsSettings tls) {
    return new HttpTransport(
        settings(NO_LIMITS, ProxySettings.NONE), new TlsSockets(tls), Connector.DIRECT);
  }

  /// {@return settings for short answers}
  ///
  /// @param timeouts how long an attempt may take
  /// @param proxies the proxies on the way
  static TransportSettings settings(HttpSettings.Timeouts timeouts, ProxySettings proxies) {
    return new TransportSettings(timeouts, 1 << 20, 1 << 20, 4096, DIRECTORY, proxies);
  }

  /// {@return settings that trust the test kit's authority}
  public static TlsSettings trusting() {
    return new TlsSettings(Optional.of(TlsListeners.pem("authority.pem")), Optional.empty());
  }

  /// {@return short timeouts}
  ///
  /// @param connect in milliseconds
  /// @param request in milliseconds
  static HttpSettings.Timeouts millis(long connect, long request) {
    return new HttpSettings.Timeouts(
        Optional.of(Duration.ofMillis(connect)), Optional.of(Duration.ofMillis(request)));
  }
}

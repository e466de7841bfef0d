package dev.sluice.run;

import dev.sluice.auth.RefreshTokens;
import dev.sluice.config.AllowedHosts;
import dev.sluice.config.Api;
import dev.sluice.event.Events;
import dev.sluice.http.OriginLimit;
import dev.sluice.http.Pipeline;
import dev.sluice.http.tls.TlsSockets;
import dev.sluice.http.transport.HttpTransport;
import dev.sluice.secret.Redactor;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// What the iterations of a run share on their way to the API. Used by the thread that starts them;
/// what it hands out is safe for several threads.
final class Network implements AutoCloseable {
  private final AllowedHosts allowedHosts;
  private final Redactor redactor;
  private final Pipeline.Surroundings surroundings;
  private final Function<Api, HttpTransport> opener;
  private final RefreshTokens refreshTokens = new RefreshTokens();
  private final Map<Api, HttpTransport> transports = new HashMap<>();

  /// Opens nothing yet.
  ///
  /// @param allowedHosts where requests may go at all
  /// @param redactor gets to know the secrets that come up
  /// @param surroundings time and events
  /// @param opener makes the transport for an API's settings
  Network(
      AllowedHosts allowedHosts,
      Redactor redactor,
      Pipeline.Surroundings surroundings,
      Function<Api, HttpTransport> opener) {
    this.allowedHosts = allowedHosts;
    this.redactor = redactor;
    this.surroundings = surroundings;
    this.opener = opener;
  }

  /// {@return where requests may go at all}
  AllowedHosts allowedHosts() {
    return allowedHosts;
  }

  /// {@return who masks secrets}
  Redactor redactor() {
    return redactor;
  }

  /// {@return who hears of events}
  Events events() {
    return surroundings.events();
  }

  /// {@return time and events}
  Pipeline.Surroundings surroundings() {
    return surroundings;
  }

  /// {@return the refresh tokens received in this run}
  RefreshTokens refreshTokens() {
    return refreshTokens;
  }

  /// {@return the parts next to the network, the same for equal settings}
  ///
  /// @param api the settings
  Pipeline.Line line(Api api) {
    HttpTransport transport = transports.computeIfAbsent(api, opener);
    int inFlight = api.http().limits().concurrency();
    return Pipeline.Line.straight(new OriginLimit(inFlight, transport));
  }

  @Override
  public void close() {
    transports.values().forEach(HttpTransport::close);
  }

  /// {@return sockets that trust what the system and the configuration trust}
  ///
  /// @param api the settings
  static TlsSockets tls(Api api) {
    return new TlsSockets(api.tls());
  }
}

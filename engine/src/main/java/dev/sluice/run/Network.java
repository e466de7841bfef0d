package dev.sluice.run;

import dev.sluice.auth.RefreshTokens;
import dev.sluice.config.AllowedHosts;
import dev.sluice.config.Api;
import dev.sluice.config.CacheSettings;
import dev.sluice.config.Configuration;
import dev.sluice.destination.csv.DataPaths;
import dev.sluice.event.Events;
import dev.sluice.http.Pipeline;
import dev.sluice.http.Stage;
import dev.sluice.http.cache.CacheFiles;
import dev.sluice.http.cache.CacheStage;
import dev.sluice.http.sign.AwsSigning;
import dev.sluice.http.throttle.Throttle;
import dev.sluice.http.tls.TlsSockets;
import dev.sluice.http.transport.Connector;
import dev.sluice.http.transport.HttpTransport;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.http.transport.TransportSettings;
import dev.sluice.http.tunnel.SshTunnel;
import dev.sluice.secret.Redactor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What the iterations of a run share on their way to the API. Used by the thread that starts them;
/// what it hands out is safe for several threads.
final class Network implements AutoCloseable {
  private final Configuration configuration;
  private final RunRequest request;
  private final Redactor redactor;
  private final Pipeline.Surroundings surroundings;
  private final Path answers;
  private final RefreshTokens refreshTokens = new RefreshTokens();
  private final List<Opened> lines = new ArrayList<>();
  private final Optional<SshTunnel> tunnel;
  private final List<HttpTransport> transports = new ArrayList<>();
  private final ExecutorService loginThreads = Executors.newVirtualThreadPerTaskExecutor();

  /// Opens nothing yet.
  ///
  /// @param configuration says where requests may go, and whether answers are kept
  /// @param request the data folder and the proxies
  /// @param redactor gets to know the secrets that come up
  /// @param surroundings time and events
  /// @param answers the folder for long answers
  /// @throws dev.sluice.problem.UserError if the key of the SSH tunnel can't be used
  Network(
      Configuration configuration,
      RunRequest request,
      Redactor redactor,
      Pipeline.Surroundings surroundings,
      Path answers) {
    this.configuration = configuration;
    this.request = request;
    this.redactor = redactor;
    this.surroundings = surroundings;
    this.answers = answers;
    this.tunnel = configuration.ssh().map(ssh -> new SshTunnel(ssh, surroundings));
  }

  /// {@return where requests may go at all}
  AllowedHosts allowedHosts() {
    return configuration.allowedHosts();
  }

  /// {@return who masks secrets}
  Redactor redactor() {
    return redactor;
  }

  /// {@return who hears of events}
  Events events() {
    return surroundings.events();
  }

  /// {@return how the memory is shared out}
  Memory memory() {
    return request.memory();
  }

  /// {@return time and events}
  Pipeline.Surroundings surroundings() {
    return surroundings;
  }

  /// {@return the refresh tokens received in this run}
  RefreshTokens refreshTokens() {
    return refreshTokens;
  }

  /// {@return what runs logins; they end with the run}
  Executor loginThreads() {
    return loginThreads;
  }

  /// {@return the parts next to the network, the same for equal settings}
  ///
  /// @param api the settings
  Pipeline.Line line(Api api) {
    // No map: hashing so many records for the first time takes longer than a page does.
    for (Opened line : lines) {
      if (line.api().equals(api)) {
        return line.line();
      }
    }
    var opened = new Opened(api, open(api));
    lines.add(opened);
    return opened.line();
  }

  private record Opened(Api api, Pipeline.Line line) {}

  @Override
  public void close() {
    loginThreads.shutdownNow();
    loginThreads.close();
    transports.forEach(HttpTransport::close);
    tunnel.ifPresent(SshTunnel::close);
  }

  private Pipeline.Line open(Api api) {
    // A proxy of this machine's network is of no use at the far end of a tunnel.
    ProxySettings proxies = tunnel.isPresent() ? ProxySettings.NONE : request.proxies();
    var settings = TransportSettings.of(api.http(), memory().bodyBytes(), answers, proxies);
    Connector connector = tunnel.<Connector>map(way -> way).orElse(Connector.DIRECT);
    var transport = new HttpTransport(settings, new TlsSockets(api.tls()), connector);
    transports.add(transport);
    Stage cache = configuration.cache().map(kept -> cache(kept, api, settings)).orElse(Stage.NONE);
    Stage sign =
        configuration
            .aws()
            .<Stage>map(keys -> new AwsSigning(keys, surroundings.clock()))
            .orElse(Stage.NONE);
    return new Pipeline.Line(
        new Throttle(api.http().limits().concurrency(), api.retry().retryHeader(), surroundings),
        tunnel.<Stage>map(way -> way).orElse(Stage.NONE),
        cache,
        sign,
        transport);
  }

  private Stage cache(CacheSettings kept, Api api, TransportSettings settings) {
    Path folder = new DataPaths(request.dataFolder()).cache();
    return new CacheStage(
        new CacheFiles(folder, settings.bodies()),
        kept.timeToLive(),
        api.retry().httpCodes(),
        surroundings.clock());
  }
}

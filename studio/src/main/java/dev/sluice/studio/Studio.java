package dev.sluice.studio;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.studio.api.Addresses;
import dev.sluice.studio.api.Failures;
import dev.sluice.studio.document.ConfigFile;
import dev.sluice.studio.document.Markers;
import dev.sluice.studio.document.SecretsFile;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.web.Guard;
import dev.sluice.studio.web.Routes;
import dev.sluice.studio.web.Sessions;
import dev.sluice.studio.web.Site;
import dev.sluice.studio.web.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The running studio: a web server for one person and one data folder (spec: studio §4). Safe to
/// share between threads; to be closed.
public final class Studio implements AutoCloseable {
  private final StudioOptions options;
  private final WebServer server;
  private final Sessions sessions;
  private final Addresses addresses;
  private final List<String> apiAddresses;

  private Studio(
      StudioOptions options,
      WebServer server,
      Sessions sessions,
      Addresses addresses,
      List<String> apiAddresses) {
    this.options = options;
    this.server = server;
    this.sessions = sessions;
    this.addresses = addresses;
    this.apiAddresses = apiAddresses;
  }

  /// {@return a studio that answers}
  ///
  /// @param options where, and on what it works
  /// @throws UserError if the port can't be had, or it would be open to others without a password
  public static Studio start(StudioOptions options) {
    boolean isRemote = !isLoopback(options.host());
    if (isRemote && options.password().isEmpty()) {
      throw new UserError(
          Problem.of(
              "The studio would be open to everyone who reaches " + options.host() + ".",
              "Leave --host out, or give --allow-remote and a password."));
    }
    WebServer server = bind(options);
    var sessions = new Sessions(options.password(), InstantSource.system());
    var addresses = new Addresses(workspace(options));
    var guard = new Guard(server.port(), names(options, isRemote), isRemote);
    Routes routes = addresses.routes(sessions);
    server.start(new Site(guard, sessions, routes, Failures::reply));
    return new Studio(options, server, sessions, addresses, routes.addresses());
  }

  /// {@return the address of the page, without the right to use it}
  public String address() {
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return "http://" + host + ":" + server.port() + "/";
  }

  /// {@return an address that opens the studio once; the one before becomes worthless} The code is
  /// in its fragment, which browsers send to nobody.
  public String newLaunchAddress() {
    return address() + "#launch=" + sessions.newLaunchCode();
  }

  /// {@return what the page may ask, e.g. `GET /api/config`}
  List<String> apiAddresses() {
    return apiAddresses;
  }

  @Override
  public void close() {
    addresses.close();
    server.close();
  }

  private static Workspace workspace(StudioOptions options) {
    var markers = new Markers();
    return new Workspace(
        options.dataFolder(),
        new SecretsFile(options.secretsFile().map(ConfigFile::new), markers),
        options.proxies(),
        InstantSource.system(),
        new ConfigFile(options.dataFolder().resolve("config.json")),
        markers,
        options.command());
  }

  private static WebServer bind(StudioOptions options) {
    try {
      return WebServer.bind(options.host(), options.port());
    } catch (IOException e) {
      throw new UserError(
          Problem.of(
              "Cannot listen at %s, port %d: %s."
                  .formatted(options.host(), options.port(), e.getMessage()),
              "Name another port with --port, or leave it out."),
          e);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  private static Set<String> names(StudioOptions options, boolean isRemote) {
    Set<String> names = new HashSet<>(Set.of(options.host().toLowerCase(Locale.ROOT)));
    if (isRemote) {
      try {
        names.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
      } catch (UnknownHostException _) {
        // A machine without a name is called by its address.
      }
    }
    return names;
  }
}

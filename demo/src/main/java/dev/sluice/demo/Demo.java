package dev.sluice.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The running demo: an authorization server and the API of a shop, each on a free port of the
/// loopback interface, and one client that may use them. Safe to share between threads; to be
/// closed.
///
/// The data are the same in every run; the client's secret is a new one each time.
public final class Demo implements AutoCloseable {
  private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);
  private static final int BACKLOG = 128;

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final TokenEndpoint.Client client;
  private final TokenEndpoint tokenEndpoint;
  private final ShopApi api;
  private final HttpServer authorizationServer;
  private final HttpServer apiServer;

  private Demo(AccessTokens tokens) throws IOException {
    client =
        new TokenEndpoint.Client(
            "demo-shop-reader", secret(), List.of(ShopApi.READ_CUSTOMERS, ShopApi.READ_ORDERS));
    tokenEndpoint = new TokenEndpoint(client, tokens);
    api = new ShopApi(tokens);
    authorizationServer = server("/oauth/token", tokenEndpoint);
    apiServer = server("/", api);
  }

  /// {@return a demo that answers requests}
  ///
  /// @throws IOException if no port can be opened
  public static Demo start() throws IOException {
    return start(TOKEN_LIFETIME);
  }

  /// {@return a demo whose tokens live as long as said, for watching how they are renewed}
  ///
  /// @param tokenLifetime in whole seconds, at least one
  /// @throws IOException if no port can be opened
  public static Demo start(Duration tokenLifetime) throws IOException {
    return start(tokenLifetime, Clock.systemUTC());
  }

  static Demo start(Duration tokenLifetime, InstantSource clock) throws IOException {
    if (tokenLifetime.toSeconds() < 1) {
      throw new IllegalArgumentException("a token must live for a second at least");
    }
    var demo = new Demo(new AccessTokens(tokenLifetime, clock));
    demo.authorizationServer.start();
    demo.apiServer.start();
    return demo;
  }

  /// {@return where the API is, e.g. `http://127.0.0.1:40001`}
  public String origin() {
    return origin(apiServer);
  }

  /// {@return the address of the token endpoint; its origin is not that of the API}
  public String tokenUrl() {
    return origin(authorizationServer) + "/oauth/token";
  }

  /// {@return the client's public name}
  public String clientId() {
    return client.id();
  }

  /// {@return the client's secret}
  public String clientSecret() {
    return client.secret();
  }

  /// {@return how many requests the API has had, refused ones included}
  public long requests() {
    return api.requests();
  }

  /// {@return how many requests the token endpoint has had, refused ones included}
  public long tokenRequests() {
    return tokenEndpoint.requests();
  }

  /// Writes `config.json`, ready to run against this demo, in place of one that is there, and the
  /// state before a first run.
  ///
  /// @param folder the data folder; made when missing
  /// @throws IOException if the file cannot be written
  public void writeDataFolder(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("config.json"), configuration());
    Files.writeString(folder.resolve("in").resolve("state.json"), "{}");
  }

  @Override
  public void close() {
    authorizationServer.stop(0);
    apiServer.stop(0);
    executor.close();
  }

  /// {@return the text of a `config.json`, ready to run against this demo}
  ///
  /// @throws IOException if the template cannot be read
  public String configuration() throws IOException {
    try (InputStream template = Demo.class.getResourceAsStream("config.json")) {
      return new String(Objects.requireNonNull(template).readAllBytes(), UTF_8)
          .replace("${origin}", origin())
          .replace("${tokenUrl}", tokenUrl())
          .replace("${clientId}", clientId())
          .replace("${clientSecret}", clientSecret());
    }
  }

  private HttpServer server(String path, HttpHandler handler) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, BACKLOG);
    server.createContext(path, handler);
    server.setExecutor(executor);
    return server;
  }

  private static String origin(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Only characters that look the same with and without form encoding.
  private static String secret() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package dev.sluice.acceptance.servers;

import dev.sluice.testkit.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A Keycloak of its own, in development mode on free loopback ports, its database in memory. It
/// asks for certificates and takes those of an authority.
public final class KeycloakServer implements AutoCloseable {
  private static final String ADMIN = "admin";
  private static final String PASSWORD = "admin-of-an-hour";
  private static final long PATIENCE_SECONDS = 240;

  private final Process process;
  private final String origin;
  private final String secureOrigin;
  private final HttpClient client = HttpClient.newHttpClient();

  private KeycloakServer(Process process, String origin, String secureOrigin) {
    this.process = process;
    this.origin = origin;
    this.secureOrigin = secureOrigin;
  }

  /// One for all tests: it takes a quarter of a minute to start.
  private static final class Shared {
    static final KeycloakServer SERVER = started();

    private static KeycloakServer started() {
      try {
        KeycloakServer server =
            start(Path.of(System.getProperty("keycloak.home")), Certificates.shared());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
      } catch (Exception e) {
        throw new IllegalStateException("Keycloak did not start", e);
      }
    }
  }

  /// {@return the server that all tests share; it ends with them}
  public static KeycloakServer shared() {
    return Shared.SERVER;
  }

  private static KeycloakServer start(Path home, Certificates certificates) throws Exception {
    int port = freePort();
    int securePort = freePort();
    Certificates.Issued own = certificates.issue("localhost");
    Path certificate =
        Files.writeString(home.resolveSibling("certificate.pem"), own.certificatePem());
    Path key = Files.writeString(home.resolveSibling("key.pem"), own.keyPem());
    Path trust = home.resolveSibling("trust.p12");
    certificates.writeTrust(trust);
    var builder =
        new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--https-port=" + securePort,
                "--https-certificate-file=" + certificate,
                "--https-certificate-key-file=" + key,
                "--https-client-auth=request",
                "--https-trust-store-file=" + trust,
                "--https-trust-store-password=" + Certificates.storePassword(),
                "--http-management-scheme=http",
                "--http-management-port=" + freePort())
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                PASSWORD,
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx512m"));
    Process process = builder.start();
    try {
      readiness(process, home.resolveSibling("keycloak.log"))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
    return new KeycloakServer(
        process, "http://127.0.0.1:" + port, "https://localhost:" + securePort);
  }

  /// {@return e.g. `http://127.0.0.1:40001`}
  public String origin() {
    return origin;
  }

  /// {@return e.g. `https://localhost:40002`, where certificates are asked for}
  String secureOrigin() {
    return secureOrigin;
  }

  /// {@return the token endpoint of a realm}
  public String tokenUrl(String realm) {
    return origin + "/realms/" + realm + "/protocol/openid-connect/token";
  }

  /// Posts a document to the admin API.
  ///
  /// @param path below `/admin/realms`; empty to make a realm
  /// @param json the document
  public void post(String path, String json) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(origin + "/admin/realms" + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
    }
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String adminToken() throws IOException, InterruptedException {
    String form =
        Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                ADMIN,
                "password",
                PASSWORD)
            .entrySet()
            .stream()
            .map(entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(tokenUrl("master")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    return (String) Json.at(Json.read(response.body()), "access_token");
  }

  /// Copies the server's output to a file and notices the line that says it listens.
  private static CompletableFuture<Boolean> readiness(Process process, Path log) {
    var ready = new CompletableFuture<Boolean>();
    Thread.ofVirtual()
        .start(() -> {
          try (BufferedReader lines = process.inputReader();
              Writer copy = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
              copy.write(line + "\n");
              copy.flush();
              if (line.contains("Listening on:")) {
                ready.complete(true);
              }
            }
            ready.completeExceptionally(new IOException("Keycloak has ended: see " + log));
          } catch (IOException e) {
            ready.completeExceptionally(new UncheckedIOException(e));
          }
        });
    return ready;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

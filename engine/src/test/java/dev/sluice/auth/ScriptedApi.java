package dev.sluice.auth;

import dev.sluice.config.Authentication;
import dev.sluice.config.AuthenticationReader;
import dev.sluice.config.ConfigNode;
import dev.sluice.config.HttpSettings;
import dev.sluice.config.RetrySettings;
import dev.sluice.config.TlsSettings;
import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import dev.sluice.function.Scope;
import dev.sluice.http.ApiRequest;
import dev.sluice.http.Headers;
import dev.sluice.http.Method;
import dev.sluice.http.Pipeline;
import dev.sluice.http.RequestEncoder;
import dev.sluice.http.Response;
import dev.sluice.http.Stage;
import dev.sluice.http.Trust;
import dev.sluice.http.Url;
import dev.sluice.http.tls.TlsSockets;
import dev.sluice.http.transport.Connector;
import dev.sluice.http.transport.HttpTransport;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.http.transport.TransportSettings;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import dev.sluice.secret.Redactor;
import dev.sluice.testkit.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// One iteration's requests to a scripted server: the configuration is read, authentication is in
/// its place in the pipeline, everything goes over a real connection. Waiting between retries moves
/// the clock.
final class ScriptedApi implements AutoCloseable {
  final SettableClock clock = new SettableClock();
  final Redactor redactor = new Redactor();
  final List<RunEvent.Log> log = new CopyOnWriteArrayList<>();
  final List<Duration> pauses = new CopyOnWriteArrayList<>();
  final RefreshTokens refreshTokens = new RefreshTokens();
  final ScriptedServer server;
  private final JsonObject file;
  private final HttpTransport transport;
  private Headers defaultHeaders = Headers.NONE;
  private Headers optionHeaders = Headers.NONE;
  private Set<Integer> ignoreErrors = Set.of();
  private RetrySettings retry = RetrySettings.USUAL;

  /// Prepares; `ORIGIN` in the configuration stands for the server's origin.
  ScriptedApi(ScriptedServer server, String configuration) {
    this.server = server;
    this.file = json(configuration.replace("ORIGIN", server.origin()));
    this.transport =
        new HttpTransport(
            TransportSettings.of(
                HttpSettings.NONE,
                1 << 20,
                Path.of(System.getProperty("java.io.tmpdir")),
                ProxySettings.NONE),
            new TlsSockets(TlsSettings.NONE),
            Connector.DIRECT);
  }

  ScriptedApi withDefaultHeader(String name, String value) {
    defaultHeaders = defaultHeaders.set(name, value);
    return this;
  }

  ScriptedApi withOptionHeader(String name, String value) {
    optionHeaders = optionHeaders.set(name, value);
    return this;
  }

  ScriptedApi ignoring(Integer... statuses) {
    ignoreErrors = Set.of(statuses);
    return this;
  }

  ScriptedApi retrying(RetrySettings settings) {
    retry = settings;
    return this;
  }

  /// {@return the requests of a new iteration}
  Requests iteration() {
    return new Requests(AuthenticationMethods.stage(authentication(), scope(), line()));
  }

  Optional<LoginReport> report() {
    return AuthenticationMethods.report(authentication(), scope(), line());
  }

  /// {@return the log's lines of all levels, as they leave the engine}
  List<String> messages() {
    return log.stream().map(RunEvent.Log::message).map(redactor::redact).toList();
  }

  @Override
  public void close() {
    transport.close();
    server.close();
  }

  /// Sends requests of jobs.
  final class Requests {
    private final Pipeline pipeline;

    private Requests(Stage authentication) {
      pipeline =
          Pipeline.forRequests(
              rules(), authentication, Pipeline.Line.straight(transport), surroundings());
    }

    Response get(String endpoint) {
      return pipeline.send(encoder().encode(request(endpoint), JsonObject.EMPTY));
    }
  }

  private Authentication authentication() {
    var problems = new Problems();
    var parameters = ConfigNode.of(file, ConfigPath.ROOT, problems).at("parameters");
    Authentication authentication =
        AuthenticationReader.read(
            parameters.at("api"),
            parameters.at("config"),
            ConfigNode.of(file, ConfigPath.ROOT, problems).at("authorization"));
    problems.throwIfAny();
    return authentication;
  }

  private IterationScope scope() {
    JsonObject config =
        file.valueOrNull("parameters") instanceof JsonObject parameters
                && parameters.valueOrNull("config") instanceof JsonObject found
            ? found
            : JsonObject.EMPTY;
    config.forEach((name, value) -> {
      if (name.startsWith("#") && value instanceof dev.sluice.json.JsonString(String text)) {
        redactor.add(text);
      }
    });
    Events events =
        event -> {
          if (event instanceof RunEvent.Log line) {
            log.add(line);
          }
        };
    Scope scope =
        new Scope(clock, java.util.Map.of("attr", config), redactor::add, events::warning);
    return new IterationScope(scope, redactor, events);
  }

  private LoginLine line() {
    Stage.Next logins =
        Pipeline.forLogins(rules(), Pipeline.Line.straight(transport), surroundings());
    return new LoginLine(
        encoder(), logins, ignoreErrors, refreshTokens, Thread::startVirtualThread);
  }

  private Pipeline.Rules rules() {
    return new Pipeline.Rules(ignoreErrors, retry, Trust.EVERYWHERE, Stage.NONE);
  }

  private Pipeline.Surroundings surroundings() {
    return new Pipeline.Surroundings(
        clock,
        time -> {
          pauses.add(time);
          clock.advance(time);
        },
        event -> {
          if (event instanceof RunEvent.Log line) {
            log.add(line);
          }
        });
  }

  private RequestEncoder encoder() {
    Url base = Url.parse(server.url("/api/")).orElseThrow();
    return new RequestEncoder(base, defaultHeaders, optionHeaders, Trust.EVERYWHERE);
  }

  private static ApiRequest request(String endpoint) {
    return new ApiRequest(
        endpoint,
        Method.GET,
        JsonObject.EMPTY,
        JsonObject.EMPTY,
        ApiRequest.Source.CONFIGURED,
        Set.of());
  }

  private static JsonObject json(String text) {
    try {
      return new JsonReader().read(text) instanceof JsonObject object ? object : JsonObject.EMPTY;
    } catch (JsonSyntaxError e) {
      throw new AssertionError("The test's configuration is no JSON: " + e.place(), e);
    }
  }
}

package dev.sluice.run;

import dev.sluice.auth.AuthenticationMethods;
import dev.sluice.auth.IterationScope;
import dev.sluice.auth.LoginLine;
import dev.sluice.auth.LoginReport;
import dev.sluice.config.Api;
import dev.sluice.config.BaseUrl;
import dev.sluice.config.DefaultOptions;
import dev.sluice.config.Iteration;
import dev.sluice.config.Job;
import dev.sluice.config.Placeholder;
import dev.sluice.event.Events;
import dev.sluice.event.PageName;
import dev.sluice.function.Place;
import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.http.HeaderLines;
import dev.sluice.http.Headers;
import dev.sluice.http.Pipeline;
import dev.sluice.http.Request;
import dev.sluice.http.RequestEncoder;
import dev.sluice.http.ResponseDocuments;
import dev.sluice.http.Trust;
import dev.sluice.http.Url;
import dev.sluice.http.origin.AllowedHostsCheck;
import dev.sluice.http.origin.TrustedOrigins;
import dev.sluice.job.JobInstance;
import dev.sluice.job.JobSettings;
import dev.sluice.job.PageRequest;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sends the requests of one iteration. Base URL, default headers and login are its own: nothing of
/// them outlives it (spec: run-and-http §3.4).
final class IterationFetch implements Fetch {
  private final Iteration iteration;
  private final Scope scope;
  private final RequestEncoder encoder;
  private final Pipeline pipeline;
  private final ResponseDocuments documents;
  private final LoginLine logins;
  private final IterationScope authentication;

  private IterationFetch(
      Iteration iteration, Scope scope, RequestEncoder encoder, Network network) {
    this.iteration = iteration;
    this.scope = scope;
    this.encoder = encoder;
    Api api = iteration.api();
    this.documents =
        new ResponseDocuments(
            new JsonReader(), network.memory().limits(), api.http().ignoreErrors());
    var rules =
        new Pipeline.Rules(
            api.http().ignoreErrors(),
            api.retry(),
            encoder.trust(),
            new AllowedHostsCheck(network.allowedHosts()));
    Pipeline.Line line = network.line(api);
    this.authentication = new IterationScope(scope, network.redactor(), network.events());
    this.logins =
        new LoginLine(
            encoder,
            Pipeline.forLogins(rules, line, network.surroundings()),
            api.http().ignoreErrors(),
            network.refreshTokens(),
            network.loginThreads());
    this.pipeline =
        Pipeline.forRequests(
            rules,
            AuthenticationMethods.stage(iteration.authentication(), authentication, logins),
            line,
            network.surroundings());
  }

  /// {@return the requests of an iteration, with base URL and default headers evaluated}
  ///
  /// @param iteration what it says
  /// @param time the context `time`
  /// @param network what all iterations share
  /// @throws UserError if base URL or headers can't be evaluated, or a job may not be asked
  static IterationFetch of(Iteration iteration, JsonObject time, Network network) {
    Scope scope =
        new Scope(
                network.surroundings().clock(),
                java.util.Map.of(),
                network.redactor()::addPassing,
                network.events()::warning)
            .with("attr", iteration.attributes())
            .with("time", time);
    String baseUrl =
        network.allowedHosts().entries().isEmpty()
            ? baseUrl(iteration.api().baseUrl(), scope)
            : baseUrlToCheck(iteration.api().baseUrl(), scope);
    Url base = Url.parse(baseUrl).orElseThrow(() -> new UserError(BaseUrl.invalidResult(baseUrl)));
    checkHosts(iteration, baseUrl, network, scope);
    Trust trust =
        new TrustedOrigins(
            configuredOrigins(base, iteration.jobs()),
            iteration.api().http().trustedOrigins(),
            network.events());
    DefaultOptions options = iteration.api().defaults();
    var encoder =
        new RequestEncoder(
            base, defaultHeaders(iteration.api(), scope), HeaderLines.of(options.headers()), trust);
    return new IterationFetch(iteration, scope, encoder, network);
  }

  /// {@return what all jobs of the iteration share}
  JobSettings jobSettings() {
    return new JobSettings(
        iteration.pagination(),
        scope,
        iteration.userData(),
        iteration.api().defaults().method().flatMap(dev.sluice.http.Method::named),
        iteration.output().compatLevel(),
        iteration.output().lossless());
  }

  /// {@return what a login made now gives, if the method has one}
  ///
  /// @throws UserError if it fails
  Optional<LoginReport> login() {
    return AuthenticationMethods.report(iteration.authentication(), authentication, logins);
  }

  @Override
  public OfJob of(JobInstance job, Events events) {
    Section.Values defaults =
        iteration.api().defaults().params().values(scope.warning(events::warning));
    return page -> {
      Request asked =
          encoder
              .encode(page.request().withSecretNames(defaults.secretKeys()), defaults.object())
              .withPage(name(page));
      return documents.read(asked, pipeline.send(asked), events);
    };
  }

  private static PageName name(PageRequest page) {
    Job job = page.job().definition();
    return new PageName(job.path().text(), job.request().endpoint(), page.number());
  }

  private static String baseUrl(BaseUrl baseUrl, Scope scope) {
    return switch (baseUrl) {
      case BaseUrl.Literal(String url) -> url;
      case BaseUrl.Computed(JsonValue function) -> {
        JsonValue result =
            Section.of(JsonObject.of("baseUrl", function), Place.BASE_URL)
                .in(scope)
                .find("baseUrl")
                .orElseThrow();
        String text = result instanceof JsonString(String url) ? url : result.toString();
        if (!BaseUrl.isValid(text)) {
          throw new UserError(BaseUrl.invalidResult(text));
        }
        yield text;
      }
    };
  }

  /// The check of hosts comes first, and says in its own words that it can't be made (spec:
  /// run-and-http §1.13).
  private static String baseUrlToCheck(BaseUrl baseUrl, Scope scope) {
    try {
      return baseUrl(baseUrl, scope);
    } catch (UserError e) {
      Problem problem = e.problems().getFirst();
      String words = "Error in baseUrl function: ";
      throw new UserError(
          Problem.at(
              ConfigPath.of("parameters.api.baseUrl"),
              problem.message().replaceFirst("^User script error: ", words),
              problem.remedy()),
          e);
    }
  }

  private static Headers defaultHeaders(Api api, Scope scope) {
    Section.Values ofApi = Section.of(api.http().headers().api(), Place.HEADERS).values(scope);
    Section.Values ofConfig =
        Section.of(api.http().headers().config(), Place.HEADERS).values(scope);
    Set<String> secretNames = new HashSet<>(ofApi.secretKeys());
    secretNames.addAll(ofConfig.secretKeys());
    return RequestEncoder.defaultHeaders(ofApi.object(), ofConfig.object())
        .markedAsCredentials(secretNames);
  }

  /// Root jobs only, as the original checks them (spec: run-and-http §1.13); every address sent is
  /// checked again.
  private static void checkHosts(
      Iteration iteration, String baseUrl, Network network, Scope scope) {
    if (!network.allowedHosts().entries().isEmpty()) {
      var check = new AllowedHostsCheck(network.allowedHosts());
      for (Job job : iteration.jobs()) {
        check.checkAtStart(baseUrl, literally(job), job.request().params().in(scope));
      }
    }
  }

  /// {@return the endpoint with what stands under a root job's `placeholders`, which have no parent
  /// to take values from}
  private static String literally(Job job) {
    String endpoint = job.request().endpoint();
    for (Placeholder placeholder : job.rule().placeholders()) {
      endpoint = endpoint.replace("{" + placeholder.name() + "}", placeholder.path());
    }
    return endpoint;
  }

  /// The origins that the configuration writes: the base URL's and those of absolute endpoints
  /// (spec: README G-02).
  private static List<Url> configuredOrigins(Url base, List<Job> jobs) {
    List<Url> origins = new ArrayList<>(List.of(base));
    for (Job job : jobs) {
      Url.parse(job.request().endpoint()).ifPresent(origins::add);
      origins.addAll(configuredOrigins(base, job.children()));
    }
    return origins;
  }
}

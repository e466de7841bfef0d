package dev.sluice.http;

import dev.sluice.config.ConfigNode;
import dev.sluice.config.DefaultOptions;
import dev.sluice.config.DefaultOptionsReader;
import dev.sluice.config.HttpSettings;
import dev.sluice.config.HttpSettingsReader;
import dev.sluice.config.RetrySettingsReader;
import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import dev.sluice.function.Place;
import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.http.origin.TrustedOrigins;
import dev.sluice.http.transport.HttpTransport;
import dev.sluice.http.transport.Transports;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonWriter;
import dev.sluice.json.TextLimits;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.Problems;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends the first page of a configuration's first job to servers that answer as a transcript says,
/// and writes down what happens in the same form.
final class RequestReplay implements AutoCloseable {
  private static final String HOME = "https://api.example.net";
  private static final String ELSEWHERE = "https://storage.example.org";
  private static final Pattern ANSWER =
      Pattern.compile("← (\\d+)(?: (?!\\{|\\[)([A-Z][A-Za-z-]+): (\\S+))?(?: (.*))?");

  private final List<String> transcript;
  private final List<String> happened = new CopyOnWriteArrayList<>();
  private final Problems problems = new Problems();
  private final ScriptedServer home = ScriptedServer.start().otherwise(got -> answer(got, ""));
  private final ScriptedServer elsewhere =
      ScriptedServer.start().otherwise(got -> answer(got, ELSEWHERE));
  private final HttpTransport transport = Transports.plain();
  private final SteppedTime time = new SteppedTime();
  private final Events events = this::note;
  private final ConfigNode api;
  private final ConfigNode config;
  private final HttpSettings http;

  RequestReplay(JsonObject parameters, List<String> transcript) {
    this.transcript = transcript;
    ConfigNode root = ConfigNode.of(parameters, ConfigPath.of("parameters"), problems);
    this.api = root.at("api");
    this.config = root.at("config");
    this.http = HttpSettingsReader.read(api, config);
  }

  /// {@return what the readers complain about}
  List<String> problems() {
    return problems.errors().stream().map(Problem::message).toList();
  }

  /// {@return what happened, line by line}
  List<String> happened() {
    ConfigNode job = config.at("jobs").items().getFirst();
    DefaultOptions options = DefaultOptionsReader.read(api.at("http").at("defaultOptions"));
    Scope scope = Scope.of(time).with("attr", config.object().without("jobs"));
    var trust =
        new TrustedOrigins(
            List.of(Requests.url(home.origin())),
            http.trustedOrigins().stream().map(this::served).toList(),
            events);
    String base = served(api.at("baseUrl").text().orElseThrow());
    var encoder =
        new RequestEncoder(Requests.url(base), defaultHeaders(scope), Headers.NONE, trust);
    Request request = encoder.encode(asked(job), options.params().in(scope));
    try {
      Response response = pipeline(trust).send(request);
      String document =
          JsonWriter.compact(
              new ResponseDocuments(new JsonReader(), TextLimits.NONE, http.ignoreErrors())
                  .read(request, response, events)
                  .value());
      if (transcript.getLast().startsWith("document ")) {
        happened.add("document " + document);
      }
    } catch (UserError error) {
      happened.add("error " + shown(error.problems().getFirst().message()));
    }
    return happened;
  }

  @Override
  public void close() {
    transport.close();
    home.close();
    elsewhere.close();
  }

  private Pipeline pipeline(Trust trust) {
    Pause pause =
        length -> {
          time.lasts(length);
          happened.add("… " + length.toSeconds() + " s");
        };
    return Pipeline.forRequests(
        new Pipeline.Rules(
            http.ignoreErrors(),
            RetrySettingsReader.read(api.at("retryConfig")),
            trust,
            Stage.NONE),
        Stage.NONE,
        Pipeline.Line.straight(transport),
        new Pipeline.Surroundings(time, pause, events));
  }

  private Headers defaultHeaders(Scope scope) {
    Section ofApi = Section.of(http.headers().api(), Place.HEADERS);
    Section ofConfig = Section.of(http.headers().config(), Place.HEADERS);
    Set<String> secret = new LinkedHashSet<>(ofApi.secretKeys());
    secret.addAll(ofConfig.secretKeys());
    return RequestEncoder.defaultHeaders(ofApi.in(scope), ofConfig.in(scope))
        .markedAsCredentials(secret);
  }

  private static ApiRequest asked(ConfigNode job) {
    return new ApiRequest(
        job.at("endpoint").text().orElseThrow(),
        Method.named(job.at("method").text().orElse("GET")).orElseThrow(),
        job.at("params").object(),
        job.at("headers").object(),
        ApiRequest.Source.CONFIGURED,
        Set.of());
  }

  /// Notes a request together with those of its headers that the transcript names there.
  private Answer answer(Received request, String origin) {
    String body = request.text().isEmpty() ? "" : " " + request.text();
    happened.add("→ " + request.verb() + " " + origin + request.target() + body);
    int at = happened.size();
    for (; at < transcript.size() && transcript.get(at).startsWith("  "); at = happened.size()) {
      note(request, transcript.get(at).strip(), at);
    }
    String line = at < transcript.size() ? transcript.get(at) : "nothing more";
    happened.add(line);
    return line.equals("← closed") ? Answer.CLOSED : sound(line);
  }

  private void note(Received request, String expected, int at) {
    if (expected.startsWith("no ")) {
      String name = expected.substring(3);
      happened.add("  " + request.header(name).map(value -> name + ": " + value).orElse(expected));
      return;
    }
    String name = expected.substring(0, expected.indexOf(':'));
    List<String> values = request.headers(name);
    long before =
        happened.subList(lastRequest(), at).stream()
            .filter(line -> line.startsWith("  " + name + ":"))
            .count();
    happened.add(
        before < values.size() ? "  " + name + ": " + values.get((int) before) : "  no " + name);
  }

  private int lastRequest() {
    int at = happened.size() - 1;
    while (!happened.get(at).startsWith("→")) {
      at--;
    }
    return at;
  }

  private Answer sound(String line) {
    Matcher parts = ANSWER.matcher(line);
    if (!parts.matches()) {
      return Answer.status(599).body(line);
    }
    Answer.Sound answer =
        Answer.status(Integer.parseInt(parts.group(1))).header("Connection", "close");
    if (parts.group(2) != null) {
      answer = answer.header(parts.group(2), served(parts.group(3)));
    }
    return parts.group(4) == null ? answer : answer.body(parts.group(4));
  }

  private void note(RunEvent event) {
    if (event instanceof RunEvent.Log log && !log.message().contains(" HTTP/1.1\r\n")) {
      happened.add(log.level().name().toLowerCase(Locale.ROOT) + " " + shown(log.message()));
    }
  }

  private String served(String text) {
    return text.replace(HOME, home.origin()).replace(ELSEWHERE, elsewhere.origin());
  }

  private String shown(String text) {
    return text.replace(home.origin(), HOME)
        .replace(elsewhere.origin(), ELSEWHERE)
        .replace('\n', ' ');
  }
}

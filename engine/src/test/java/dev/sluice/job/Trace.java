package dev.sluice.job;

import dev.sluice.config.ConfigNode;
import dev.sluice.config.Job;
import dev.sluice.config.JobReader;
import dev.sluice.config.Pagination;
import dev.sluice.config.PaginationReader;
import dev.sluice.config.UserDataReader;
import dev.sluice.event.RunEvent;
import dev.sluice.function.Scope;
import dev.sluice.http.ApiRequest;
import dev.sluice.http.Body;
import dev.sluice.http.Headers;
import dev.sluice.http.Method;
import dev.sluice.http.Request;
import dev.sluice.http.RequestEncoder;
import dev.sluice.http.ResponseDocument;
import dev.sluice.http.Trust;
import dev.sluice.http.Url;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.json.TextLimits;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import dev.sluice.problem.UserError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A worked example of requests, replies, rows and log lines in their order, and its replay by the
/// reference driver: one thing after the other, children before the next page (spec:
/// jobs-and-paging §1).
///
/// The text starts with a JSON object: `pagination`, `config` (`jobs`, `userData`, `compatLevel`)
/// and `params` (the default ones). After a line `---` follow `→` a request, `←` its reply, `⇒` the
/// rows stored under a data type, and log lines.
final class Trace {
  static final Instant NOW = Instant.ofEpochSecond(1_710_513_045);

  private static final String BASE = "https://api.example.net/v1/";

  private final JsonObject given;
  private final List<String> expected;
  private final List<String> seen = new ArrayList<>();
  private final Iterator<String> replies;
  private Function<String, ResponseDocument> reader = Trace::passing;
  private final RequestEncoder encoder =
      new RequestEncoder(
          Url.parse(BASE).orElseThrow(), Headers.NONE, Headers.NONE, Trust.EVERYWHERE);

  private Trace(JsonObject given, String transcript) {
    this.given = given;
    this.expected = transcript.lines().filter(line -> !line.isBlank()).toList();
    this.replies =
        expected.stream()
            .filter(line -> line.startsWith("←"))
            .map(line -> line.substring(1).strip())
            .iterator();
  }

  /// {@return a trace that stands in a file of its own}
  ///
  /// @param text see above
  static Trace of(String text) {
    String[] parts = text.split("(?m)^---$", 2);
    return new Trace((JsonObject) json(parts[0]), parts[1]);
  }

  /// {@return a trace of a whole configuration}
  ///
  /// @param parameters the configuration's `parameters`
  /// @param transcript requests, replies, rows and log lines
  static Trace of(JsonObject parameters, String transcript) {
    JsonValue none = JsonObject.EMPTY;
    JsonObject given =
        JsonObject.builder()
            .put("pagination", JsonPath.find("api.pagination", parameters).orElse(none))
            .put("params", JsonPath.find("api.http.defaultOptions.params", parameters).orElse(none))
            .put("config", JsonPath.find("config", parameters).orElse(none))
            .build();
    return new Trace(given, transcript);
  }

  List<String> expected() {
    return expected;
  }

  /// {@return what happens when the answers are in memory}
  List<String> replayed() {
    return replayed(reply -> ResponseDocument.of(json(reply)));
  }

  /// {@return what happens when each answer is too long for the memory}
  List<String> replayedWithLongAnswers() {
    return replayed(Trace::passing);
  }

  /// {@return a document whose lists are read from its text whenever they are looked at}
  static ResponseDocument passing(String text) {
    var body = new Body.InMemory(text.getBytes(StandardCharsets.UTF_8));
    try {
      return new ResponseDocument(
          new JsonReader().readLong(body::open, new TextLimits(0, Long.MAX_VALUE)),
          Optional.of(body));
    } catch (JsonSyntaxError e) {
      throw new AssertionError(text, e);
    }
  }

  private List<String> replayed(Function<String, ResponseDocument> reader) {
    this.reader = reader;
    var problems = new Problems();
    Pagination pagination =
        PaginationReader.read(node(given, "pagination", "parameters.api.pagination", problems));
    JsonObject config = (JsonObject) given.find("config").orElseThrow();
    List<Job> jobs =
        JobReader.read(node(config, "jobs", "parameters.config.jobs", problems), pagination);
    var settings =
        new JobSettings(
            pagination,
            Scope.of(() -> NOW)
                .with("attr", config.without("jobs"))
                .with(
                    "time",
                    JsonObject.of("currentStart", JsonNumber.of(NOW.getEpochSecond()))
                        .with("previousStart", JsonNumber.of(0))),
            UserDataReader.ofConfiguration(
                node(config, "userData", "parameters.config.userData", problems)),
            Optional.<Method>empty(),
            config
                .find("compatLevel")
                .map(level -> level.equals(JsonNumber.of(2)) ? 2 : 3)
                .orElse(3),
            config.find("lossless").isPresent());
    try {
      problems.throwIfAny();
      for (Job job : jobs) {
        run(JobInstance.root(job, settings));
      }
    } catch (UserError e) {
      e.problems().forEach(problem -> seen.add("error " + problem.message()));
    }
    return seen;
  }

  private void run(JobInstance job) {
    log(job.log());
    JobStep step = job.first();
    while (step instanceof PageRequest request) {
      PageOutcome outcome = request.answered(send(request.request()));
      if (outcome instanceof PageOutcome.Page page) {
        log(page.log());
        store(job, page.rows());
        for (ChildStart child : page.children()) {
          log(child.log());
          child.instance().ifPresent(this::run);
        }
      }
      step = outcome.next();
    }
    ((JobEnd) step).log().ifPresent(line -> log(List.of(line)));
  }

  private ResponseDocument send(ApiRequest request) {
    JsonObject defaults = (JsonObject) given.find("params").orElse(JsonObject.EMPTY);
    Request sent = encoder.encode(request, defaults);
    String url = sent.url().text();
    String target = url.startsWith(BASE) ? url.substring(BASE.length()) : url;
    String body =
        sent.body().map(bytes -> " " + new String(bytes, StandardCharsets.UTF_8)).orElse("");
    seen.add("→ " + (sent.verb().equals("GET") ? "" : request.method() + " ") + target + body);
    if (!replies.hasNext()) {
      throw new AssertionError("More requests than replies: " + seen);
    }
    String reply = replies.next();
    seen.add("← " + reply);
    return reader.apply(reply);
  }

  private void store(JobInstance job, List<JsonValue> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String extra = job.extra().size() == 0 ? "" : " + " + JsonWriter.compact(job.extra());
    seen.add("⇒ " + job.dataType() + ": " + JsonWriter.compact(new JsonArray(rows)) + extra);
  }

  private void log(List<RunEvent.Log> lines) {
    lines.forEach(
        line -> seen.add(line.level().name().toLowerCase(Locale.ROOT) + " " + line.message()));
  }

  private static ConfigNode node(JsonObject parent, String key, String path, Problems problems) {
    return ConfigNode.of(parent.find(key).orElse(JsonNull.NULL), ConfigPath.of(path), problems);
  }

  static JsonValue json(String text) {
    try {
      return new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(text + ": " + e.getMessage() + e.place(), e);
    }
  }
}

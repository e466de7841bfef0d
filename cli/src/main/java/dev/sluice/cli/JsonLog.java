package dev.sluice.cli;

import dev.sluice.auth.LoginReport;
import dev.sluice.config.Configuration;
import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.Problem;
import dev.sluice.run.RunSummary;
import dev.sluice.run.TableChange;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// One JSON object per line, for programs. Its `type` is `log`, `iteration`, `retry`, `job`,
/// `progress` or, for the last one, `end`.
final class JsonLog implements RunLog {
  private final PrintStream out;
  private final InstantSource clock;
  private final Instant startedAt;

  private Counts counts = Counts.NONE;
  private Counts shown = Counts.NONE;
  private boolean isEnded;

  /// Starts the clock.
  ///
  /// @param out where to write
  /// @param clock the time of a line
  JsonLog(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  @Override
  public synchronized void on(RunEvent event) {
    counts = counts.after(event);
    switch (event) {
      case RunEvent.Log log -> {
        var line =
            line("log")
                .put("level", log.level().name().toLowerCase(Locale.ROOT))
                .put("message", log.message());
        print(log.context().size() == 0 ? line : line.put("context", log.context()));
      }
      case RunEvent.JobEnded(RunEvent.JobSummary job) -> print(job(line("job"), job));
      case RunEvent.IterationStarted started ->
          print(
              line("iteration")
                  .put("number", JsonNumber.of(started.number()))
                  .put("total", JsonNumber.of(started.total())));
      case RunEvent.Retrying(String reason, Duration pause, int number) ->
          print(
              line("retry")
                  .put("reason", reason)
                  .put("number", JsonNumber.of(number))
                  .put("seconds", seconds(pause)));
      case RunEvent.Paused(String origin, String reason, Duration pause) ->
          print(
              line("pause")
                  .put("origin", origin)
                  .put("reason", reason)
                  .put("seconds", seconds(pause)));
      case RunEvent.LeftOut(String message) -> print(line("left out").put("message", message));
      case RunEvent.Answered _,
          RunEvent.PageCommitted _,
          RunEvent.Sent _,
          RunEvent.Received _,
          RunEvent.Unanswered _,
          RunEvent.Rows _ -> {}
    }
  }

  @Override
  public synchronized void tick() {
    if (isEnded || counts.equals(shown)) {
      return;
    }
    shown = counts;
    print(
        line("progress")
            .put("rows", JsonNumber.of(counts.rows()))
            .put("pages", JsonNumber.of(counts.pages()))
            .put("requests", JsonNumber.of(counts.requests()))
            .put("tokenRequests", JsonNumber.of(counts.tokenRequests()))
            .put("seconds", seconds(Duration.between(startedAt, clock.instant()))));
  }

  @Override
  public synchronized void end(Outcome outcome) {
    isEnded = true;
    var line =
        line("end")
            .put("status", status(outcome))
            .put("exitCode", JsonNumber.of(outcome.exitCode()));
    switch (outcome) {
      case Outcome.Finished(RunSummary summary) -> summary(line, summary);
      case Outcome.Valid(Configuration configuration) ->
          line.put("iterations", JsonNumber.of(configuration.iterations().size()))
              .put("jobs", JsonNumber.of(ContentText.jobs(configuration)))
              .put("childJobs", JsonNumber.of(ContentText.childJobs(configuration)))
              .put("warnings", list(configuration.warnings(), JsonLog::problem));
      case Outcome.LoggedIn(List<LoginReport> logins) ->
          line.put("logins", list(logins, JsonLog::login));
      case Outcome.Evaluated _, Outcome.Interrupted _ -> {}
      case Outcome.Failed failed ->
          line.put("problems", list(failed.error().problems(), JsonLog::problem));
      case Outcome.Defect defect -> line.put("message", Wording.of(defect));
    }
    print(line);
  }

  @Override
  public synchronized void close() {
    isEnded = true;
    out.flush();
  }

  private static String status(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Finished _, Outcome.Valid _, Outcome.LoggedIn _, Outcome.Evaluated _ ->
          "success";
      case Outcome.Failed _ -> "error";
      case Outcome.Defect _ -> "defect";
      case Outcome.Interrupted _ -> "interrupted";
    };
  }

  private JsonObject.Builder line(String type) {
    return JsonObject.builder().put("type", type).put("time", clock.instant().toString());
  }

  private void print(JsonObject.Builder line) {
    out.println(JsonWriter.compact(line.build()));
  }

  private static void summary(JsonObject.Builder line, RunSummary summary) {
    line.put("tables", list(summary.tables(), JsonLog::table))
        .put("changes", list(summary.changes(), JsonLog::change))
        .put("jobs", list(summary.jobs(), job -> job(JsonObject.builder(), job).build()))
        .put("requests", JsonNumber.of(summary.requests()))
        .put("tokenRequests", JsonNumber.of(summary.tokenRequests()))
        .put("seconds", seconds(summary.took()));
  }

  private static JsonObject table(RunSummary.Table table) {
    return JsonObject.builder()
        .put("file", table.file().toString())
        .put("columns", list(table.columns(), JsonString::new))
        .put("rows", JsonNumber.of(table.rows()))
        .build();
  }

  private static JsonObject change(TableChange change) {
    return JsonObject.builder()
        .put("table", change.table())
        .put("change", change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .put("columns", list(change.columns(), JsonString::new))
        .build();
  }

  private static JsonObject.Builder job(JsonObject.Builder line, RunEvent.JobSummary job) {
    return line.put("endpoint", job.endpoint())
        .put("dataType", job.dataType())
        .put("pages", JsonNumber.of(job.pages()))
        .put("rows", JsonNumber.of(job.rows()))
        .put("reason", job.reason());
  }

  private static JsonObject login(LoginReport login) {
    LoginReport.Shown token = login.token();
    var object =
        JsonObject.builder()
            .put("request", list(login.request(), JsonString::new))
            .put("status", JsonNumber.of(login.status()))
            .put("seconds", seconds(login.took()));
    token.type().ifPresent(type -> object.put("tokenType", type));
    token.scope().ifPresent(scope -> object.put("scope", scope));
    token.expiry().ifPresent(expiry -> object.put("expiry", expiry.toString()));
    token.claims().ifPresent(claims -> object.put("claims", claims));
    return object.put("apiRequest", list(login.additions(), JsonString::new)).build();
  }

  private static JsonObject problem(Problem problem) {
    var object = JsonObject.builder().put("message", problem.message());
    problem.path().ifPresent(path -> object.put("path", path.text()));
    if (!problem.remedy().isEmpty()) {
      object.put("remedy", problem.remedy());
    }
    return object.build();
  }

  private static <T> JsonArray list(List<T> items, Function<T, JsonValue> write) {
    List<JsonValue> values = new ArrayList<>();
    items.forEach(item -> values.add(write.apply(item)));
    return new JsonArray(values);
  }

  private static JsonNumber seconds(Duration time) {
    return new JsonNumber(String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0));
  }
}

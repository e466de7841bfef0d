package dev.sluice.job;

import dev.sluice.config.Job;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.http.ApiRequest;
import dev.sluice.http.Method;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.paging.Scroller;
import dev.sluice.paging.Step;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A job with everything filled in: placeholders replaced, functions evaluated. A root job has one
/// instance, a child one per row of its parent, or several (spec: jobs-and-paging §1). Immutable.
public final class JobInstance {
  private final Job definition;
  private final JobSettings settings;
  private final ApiRequest request;
  private final JsonObject extra;
  private final Lineage lineage;
  private final List<RunEvent.Log> log;

  private JobInstance(Job definition, JobSettings settings, Endpoint endpoint, Lineage lineage) {
    List<RunEvent.Log> lines = new ArrayList<>();
    Scope scope = listening(settings.scope(), lines);
    this.definition = definition;
    this.settings = settings;
    this.lineage = lineage;
    this.request = request(definition.request(), endpoint, settings, scope);
    this.extra = extra(definition, settings, lineage, scope);
    this.log = List.copyOf(lines);
  }

  /// {@return the instance of a root job; its functions are evaluated now}
  ///
  /// @param job its definition
  /// @param settings what all jobs share
  /// @throws dev.sluice.problem.UserError `User script error: …` if a function fails
  public static JobInstance root(Job job, JobSettings settings) {
    var endpoint = new Endpoint(job.request().endpoint(), ApiRequest.Source.CONFIGURED);
    return made(job, settings, endpoint, Lineage.ROOT);
  }

  /// {@return an instance of a child job}
  ///
  /// @param job its definition
  /// @param settings what all jobs share
  /// @param endpoint its endpoint, placeholders replaced
  /// @param lineage where it comes from
  static JobInstance child(Job job, JobSettings settings, Endpoint endpoint, Lineage lineage) {
    return made(job, settings, endpoint, lineage);
  }

  private static JobInstance made(
      Job job, JobSettings settings, Endpoint endpoint, Lineage lineage) {
    try {
      return new JobInstance(job, settings, endpoint, lineage);
    } catch (UserError e) {
      throw e.completed(job.path(), "");
    }
  }

  /// {@return the job as configured}
  public Job definition() {
    return definition;
  }

  /// {@return the name of the table or mapping of its rows}
  public String dataType() {
    return definition.rows().dataType();
  }

  /// {@return the job's own request, which the pages' requests are made of}
  public ApiRequest request() {
    return request;
  }

  /// {@return the columns added to each row: user data, then the parents' columns}
  public JsonObject extra() {
    return extra;
  }

  /// {@return lines to log before the first page, e.g. of functions that had something to say}
  public List<RunEvent.Log> log() {
    return log;
  }

  /// {@return the first page to ask for} The clock of `forceStop.time` starts now.
  public PageRequest first() {
    Step.Ask first =
        Scroller.first(
            settings.pagination(),
            request,
            definition.request().scroller(),
            settings.scope().clock().instant());
    return new PageRequest(this, 1, first.request(), first.then(), Optional.empty());
  }

  /// {@return what all jobs share}
  JobSettings settings() {
    return settings;
  }

  /// {@return where it comes from}
  Lineage lineage() {
    return lineage;
  }

  /// {@return finds the rows in its responses}
  RowSelector selector() {
    return new RowSelector(definition.rows().dataField(), request.endpoint());
  }

  private static Scope listening(Scope scope, List<RunEvent.Log> lines) {
    return scope.warning(
        text -> lines.add(new RunEvent.Log(Level.WARNING, text, JsonObject.EMPTY)));
  }

  private static ApiRequest request(
      Job.Ask ask, Endpoint endpoint, JobSettings settings, Scope scope) {
    Section.Values params = ask.params().values(scope);
    Section.Values headers = ask.headers().values(scope);
    Set<String> secretNames = new HashSet<>(params.secretKeys());
    secretNames.addAll(headers.secretKeys());
    return new ApiRequest(
        endpoint.text(),
        ask.method().flatMap(Method::named).or(settings::method).orElse(Method.GET),
        params.object(),
        headers.object(),
        endpoint.source(),
        secretNames);
  }

  private static JsonObject extra(
      Job definition, JobSettings settings, Lineage lineage, Scope scope) {
    boolean isRoot = lineage.rows().isEmpty();
    Map<String, JsonValue> columns =
        isRoot ? settings.userData().in(scope).members() : JsonObject.EMPTY.members();
    columns.putAll(definition.userData().in(scope).members());
    columns.putAll(lineage.columns().members());
    return JsonObject.of(columns);
  }
}

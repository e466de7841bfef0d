package dev.sluice.run;

import dev.sluice.auth.LoginReport;
import dev.sluice.config.Configuration;
import dev.sluice.config.Iteration;
import dev.sluice.destination.csv.DataPaths;
import dev.sluice.event.RedactedEvents;
import dev.sluice.function.Expression;
import dev.sluice.function.Place;
import dev.sluice.function.Scope;
import dev.sluice.http.Pause;
import dev.sluice.http.Pipeline;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.secret.Redactor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The front door of the engine: what can be done with a data folder. Errors are redacted like
/// events.
public final class Sluice {
  private Sluice() {}

  /// Extracts: logs in, reads all pages of all jobs, writes the tables and the state.
  ///
  /// @param request where, and who listens
  /// @return what was done
  /// @throws UserError if the user or the API's owner has to mend something; nothing is published
  ///   then
  public static RunSummary run(RunRequest request) {
    Configuration configuration = request.bounds().of(ConfigurationFile.read(request));
    Redactor redactor = request.redactor();
    redactor.addAll(configuration.secrets());
    var count = new RequestCount(new RedactedEvents(redactor, request.events()));
    return RedactedErrors.of(
        redactor,
        () -> {
          configuration.warnings().forEach(warning -> count.warning(warning.text()));
          configuration.hints().forEach(hint -> count.debug(hint.text()));
          Path answers = new DataPaths(request.dataFolder()).answers();
          try (Network network = network(request, configuration, redactor, count, answers)) {
            return new Extraction(request, configuration, count, network).run();
          }
        });
  }

  /// Reads the configuration without sending anything.
  ///
  /// @param request where
  /// @return the configuration; its warnings tell the hints as well
  /// @throws UserError with all that is wrong
  public static Configuration check(RunRequest request) {
    Configuration read = ConfigurationFile.read(request);
    List<Problem> all = new ArrayList<>(read.warnings());
    all.addAll(read.hints());
    return read.with(all, List.of());
  }

  /// Only logs in, once for each iteration whose method has a login.
  ///
  /// @param request where, and who listens
  /// @return what each login gave; empty when the method of authentication has none
  /// @throws UserError if a login fails
  public static List<LoginReport> login(RunRequest request) {
    Configuration configuration = request.bounds().of(ConfigurationFile.read(request));
    Redactor redactor = request.redactor();
    redactor.addAll(configuration.secrets());
    var events = new RedactedEvents(redactor, request.events());
    return RedactedErrors.of(
        redactor,
        () -> {
          Path answers = Path.of(System.getProperty("java.io.tmpdir"));
          try (Network network =
              network(request, configuration, redactor, new RequestCount(events), answers)) {
            State state = StateFile.read(request, dev.sluice.event.Events.NONE);
            List<LoginReport> reports = new ArrayList<>();
            for (Iteration iteration : configuration.iterations()) {
              IterationFetch.of(
                      iteration, state.time(request.clock().instant().getEpochSecond()), network)
                  .login()
                  .ifPresent(reports::add);
            }
            return List.copyOf(reports);
          }
        });
  }

  /// Evaluates a function without sending anything.
  ///
  /// @param request where the attributes and the state are, and who hears of oddities
  /// @param trial what to evaluate
  /// @return its value
  /// @throws UserError if the configuration or the function is wrong
  public static FunctionTrial.Result evaluate(RunRequest request, FunctionTrial trial) {
    Configuration configuration = ConfigurationFile.read(request);
    Redactor redactor = request.redactor();
    redactor.addAll(configuration.secrets());
    return RedactedErrors.of(redactor, () -> trial.result(request, configuration, redactor));
  }

  /// Reads the `#` attributes that stand outside of `config.json`, and nothing else.
  ///
  /// @param request where they are
  /// @return the attributes; none without such a file
  /// @throws UserError if the file is missing or no JSON object
  public static JsonObject secrets(RunRequest request) {
    return ConfigurationFile.secrets(request);
  }

  /// Evaluates a function of a configuration that need not be complete, without sending anything.
  ///
  /// @param request where the state is, and who hears of oddities
  /// @param attributes what `attr` looks into
  /// @param function what to evaluate; a value that is no function stands for itself
  /// @return its value, secrets and all; the request's redactor knows what was made of them
  /// @throws UserError if the function is wrong
  public static JsonValue evaluate(RunRequest request, JsonObject attributes, JsonValue function) {
    Redactor redactor = request.redactor();
    return RedactedErrors.of(
        redactor,
        () -> {
          Scope scope = FunctionTrial.scope(request, attributes, JsonObject.EMPTY, redactor);
          Expression expression = Expression.of(function, Place.JOB_PARAMS);
          return expression.outcome(scope).value();
        });
  }

  private static Network network(
      RunRequest request,
      Configuration configuration,
      Redactor redactor,
      RequestCount events,
      Path answers) {
    return new Network(
        configuration,
        request,
        redactor,
        new Pipeline.Surroundings(request.clock(), Pause.REAL, events),
        answers);
  }
}

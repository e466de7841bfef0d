package dev.sluice.run;

import dev.sluice.config.Configuration;
import dev.sluice.config.Iteration;
import dev.sluice.event.Events;
import dev.sluice.function.Expression;
import dev.sluice.function.Outcome;
import dev.sluice.function.Place;
import dev.sluice.function.Scope;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.JsonText;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.secret.Redactor;
import java.util.Set;
import java.util.TreeSet;

/// A function evaluated on its own, as it would be in a run of a data folder (spec: functions §2).
///
/// @param function what to evaluate; a value that is no function stands for itself
/// @param place where it is to stand, which decides what it may refer to
/// @param contexts what the references of a place look into, by context name, where the folder does
///   not have it: what a login answered, the value of a placeholder
/// @param iteration which iteration's attributes are meant, from 1
public record FunctionTrial(JsonValue function, Place place, JsonObject contexts, int iteration) {

  /// What a function came to.
  ///
  /// @param text a text as it is, all else as JSON, secrets and all
  /// @param shown the same with secrets masked
  public record Result(String text, String shown) {}

  /// {@return the value}
  ///
  /// @param request where the attributes and the state are, and who hears of oddities
  /// @param configuration what was read there
  /// @param redactor knows the configuration's secrets
  Result result(RunRequest request, Configuration configuration, Redactor redactor) {
    if (iteration < 1 || iteration > configuration.iterations().size()) {
      throw new UserError(
          Problem.of(
              "There is no iteration " + iteration + ".",
              "Iterations are counted from 1 to " + configuration.iterations().size() + "."));
    }
    Iteration attributes = configuration.iterations().get(iteration - 1);
    Outcome outcome = outcome(scope(request, attributes.attributes(), contexts, redactor));
    String text = text(outcome.value());
    String redacted = redactor.redact(text);
    // The redactor lets short secrets pass, as they may be anything.
    return new Result(text, outcome.secret() && redacted.equals(text) ? Redactor.MASK : redacted);
  }

  /// {@return what a function sees outside of a run}
  ///
  /// @param request where the state is, and who hears of oddities
  /// @param attributes what `attr` looks into
  /// @param contexts further contexts
  /// @param redactor gets to know what is made of secrets
  static Scope scope(
      RunRequest request, JsonObject attributes, JsonObject contexts, Redactor redactor) {
    State state = StateFile.read(request, Events.NONE);
    return new Scope(
            request.clock(),
            contexts.members(),
            redactor::add,
            warning -> request.events().warning(redactor.redact(warning)))
        .with("attr", attributes)
        .with("time", state.time(request.clock().instant().getEpochSecond()));
  }

  private Outcome outcome(Scope scope) {
    try {
      return Expression.of(function, place).outcome(scope);
    } catch (UserError e) {
      Set<String> missing = new TreeSet<>(place.contexts());
      missing.removeAll(scope.contexts().keySet());
      Problem problem = e.problems().getFirst();
      if (missing.isEmpty() || !problem.remedy().isEmpty()) {
        throw e;
      }
      throw new UserError(
          Problem.of(
              problem.message(),
              "What '"
                  + String.join("', '", missing)
                  + "' may refer to is in no file: it has to be given."),
          e);
    }
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : JsonText.of(value);
  }
}

package dev.sluice.function;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Evaluates expressions in a scope (spec: functions §2).
final class Evaluation {
  /// The name of the context that holds the configuration attributes.
  static final String ATTRIBUTES = "attr";

  private final Scope scope;

  /// The attributes that are being evaluated, outermost first: one that comes up again is a cycle.
  private final List<String> open;

  private Evaluation(Scope scope, List<String> open) {
    this.scope = scope;
    this.open = open;
  }

  static Evaluation in(Scope scope) {
    return new Evaluation(scope, List.of());
  }

  Outcome of(Expression expression) {
    return switch (expression) {
      case Expression.Literal(JsonValue value) -> Outcome.plain(value);
      case Expression.Call call -> call(call);
      case Expression.Reference reference -> reference(reference);
      case Expression.Items(List<Expression> items) -> {
        List<Outcome> outcomes = all(items);
        yield new Outcome(new JsonArray(values(outcomes)), anySecret(outcomes));
      }
      case Expression.Properties(Map<String, Expression> properties) -> properties(properties);
      case Expression.Faulty(String fault, String remedy) -> throw ScriptErrors.of(fault, remedy);
    };
  }

  private Outcome properties(Map<String, Expression> properties) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    boolean secret = false;
    for (Map.Entry<String, Expression> property : properties.entrySet()) {
      Outcome outcome = of(property.getValue());
      values.put(property.getKey(), outcome.value());
      secret |= outcome.secret();
    }
    return new Outcome(JsonObject.of(values), secret);
  }

  private Outcome call(Expression.Call call) {
    List<Outcome> arguments = all(call.arguments());
    JsonValue result = call.function().call(values(arguments), scope);
    if (!isMadeOfSecret(result, arguments)) {
      return Outcome.plain(result);
    }
    if (result instanceof JsonString(String text)) {
      scope.secrets().accept(text);
    }
    return new Outcome(result, true);
  }

  /// A result that equals a plain argument, as `ifempty` may return it, gives nothing away.
  private static boolean isMadeOfSecret(JsonValue result, List<Outcome> arguments) {
    return anySecret(arguments)
        && arguments.stream()
            .noneMatch(argument -> !argument.secret() && argument.value().equals(result));
  }

  private Outcome reference(Expression.Reference reference) {
    String key = reference.key();
    Optional<JsonValue> found =
        Optional.ofNullable(scope.contexts().get(reference.context()))
            .flatMap(context -> find(reference, context));
    if (found.isEmpty()) {
      throw ScriptErrors.of(ScriptErrors.notFound(reference.context(), key));
    }
    boolean secret = reference.place().isSecret(reference.context(), key);
    if (found.get() instanceof JsonObject object) {
      Outcome outcome = attribute(key, object, reference.place());
      return new Outcome(outcome.value(), secret || outcome.secret());
    }
    return new Outcome(found.get(), secret && !found.get().isEmpty());
  }

  /// {@return what a reference finds in its context, not evaluated}
  static Optional<JsonValue> find(Expression.Reference reference, JsonValue context) {
    return FlatContext.find(context, reference.key())
        .filter(value -> value.isScalarOrNull() || isAttribute(reference, value));
  }

  /// Attributes may be lists and functions; nothing that comes from outside the configuration is
  /// ever evaluated (spec: functions §3.2).
  private static boolean isAttribute(Expression.Reference reference, JsonValue value) {
    boolean usable =
        switch (value) {
          case JsonArray _ -> true;
          case JsonObject object -> ExpressionReader.isComputed(object, reference.place());
          default -> false;
        };
    return usable && reference.context().equals(ATTRIBUTES);
  }

  private Outcome attribute(String key, JsonObject function, Place place) {
    if (open.contains(key)) {
      throw ScriptErrors.of(
          "Error evaluating user function - attr '" + key + "' refers to itself!");
    }
    List<String> deeper = new ArrayList<>(open);
    deeper.add(key);
    return new Evaluation(scope, List.copyOf(deeper)).of(Expression.of(function, place));
  }

  private List<Outcome> all(List<Expression> expressions) {
    return expressions.stream().map(this::of).toList();
  }

  private static List<JsonValue> values(List<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::value).toList();
  }

  private static boolean anySecret(List<Outcome> outcomes) {
    return outcomes.stream().anyMatch(Outcome::secret);
  }
}

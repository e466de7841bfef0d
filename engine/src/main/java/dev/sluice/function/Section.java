package dev.sluice.function;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.php.JsonText;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An object of the configuration whose values may be function calls and references, such as
/// `params` or `headers` (spec: functions §2.1). Immutable.
public final class Section {
  /// The section without values.
  public static final Section EMPTY = of(JsonObject.EMPTY, Place.JOB_PARAMS);

  private final JsonObject source;
  private final Place place;
  private final Map<String, Expression> expressions = new LinkedHashMap<>();

  private Section(JsonObject source, Place place) {
    this.source = source;
    this.place = place;
    source.forEach((key, value) -> expressions.put(key, expression(value, place)));
  }

  /// What a section came to.
  ///
  /// @param object each value evaluated, in the order of the keys
  /// @param secretKeys the names of the values that were made of a secret
  public record Values(JsonObject object, Set<String> secretKeys) {}

  /// {@return the section of an object; reading never fails, see [#faults()]}
  ///
  /// @param source as it stands in the file
  /// @param place where it stands
  public static Section of(JsonObject source, Place place) {
    return new Section(source, place);
  }

  /// {@return the error of a value that stands where a section belongs and is neither an object nor
  /// a list} (spec: functions §2.1)
  ///
  /// @param value what stands there
  public static String typeFault(JsonValue value) {
    return "Expected 'object' type, given '"
        + value.typeName()
        + "' type, value '"
        + JsonText.of(value)
        + "'.";
  }

  /// {@return the object as it stands in the file}
  public JsonObject source() {
    return source;
  }

  /// {@return where it stands}
  public Place place() {
    return place;
  }

  /// {@return the object with each value evaluated, in the order of the keys}
  ///
  /// @param scope has at least the contexts of [#place()]
  /// @throws dev.sluice.problem.UserError `User script error: …` if a value can't be evaluated
  public JsonObject in(Scope scope) {
    return values(scope).object();
  }

  /// {@return the object with each value evaluated, and which of the values were made of a secret}
  ///
  /// Unlike [#secretKeys()] it sees a secret behind an attribute that is itself a function.
  ///
  /// @param scope has at least the contexts of [#place()]
  /// @throws dev.sluice.problem.UserError `User script error: …` if a value can't be evaluated
  public Values values(Scope scope) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    Set<String> secret = new LinkedHashSet<>();
    expressions.forEach((key, expression) -> {
      Outcome outcome = expression.outcome(scope);
      values.put(key, outcome.value());
      if (outcome.secret()) {
        secret.add(key);
      }
    });
    return new Values(JsonObject.of(values), Set.copyOf(secret));
  }

  /// {@return what is wrong whatever the scope holds: names of functions that do not exist,
  /// argument counts; without the prefix `User script error: `}
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    expressions.values().forEach(expression -> faults.addAll(expression.faults()));
    return faults;
  }

  /// {@return what is wrong whatever the scope holds, ready to be shown}
  ///
  /// @param at where the section stands in the configuration
  public List<Problem> problems(ConfigPath at) {
    List<Problem> problems = new ArrayList<>();
    expressions.forEach((key, expression) -> problems.addAll(expression.problems(at.key(key))));
    return problems;
  }

  /// {@return the references to attributes that do not exist, ready to be shown}
  ///
  /// @param at where the section stands in the configuration
  /// @param attributes what `attr` will look into
  public List<Problem> unknownAttributes(ConfigPath at, JsonValue attributes) {
    List<Problem> problems = new ArrayList<>();
    expressions.forEach((key, expression) ->
        problems.addAll(expression.unknownAttributes(at.key(key), attributes)));
    return problems;
  }

  /// {@return the names of the values that are computed from a `#` attribute, or from what else is
  /// secret at [#place()]}
  public Set<String> secretKeys() {
    Set<String> keys = new LinkedHashSet<>();
    expressions.forEach((key, expression) -> {
      if (expression.usesSecret()) {
        keys.add(key);
      }
    });
    return keys;
  }

  /// {@return where calls and references stand in lists that are values of the section: these are
  /// sent as they are} (spec: functions §2.3)
  ///
  /// @param at where the section stands in the configuration
  public List<ConfigPath> unsearchedFunctions(ConfigPath at) {
    List<ConfigPath> found = new ArrayList<>();
    source.forEach((key, value) -> {
      if (value instanceof JsonArray) {
        collect(value, at.key(key), found);
      }
    });
    return found;
  }

  private void collect(JsonValue value, ConfigPath at, List<ConfigPath> found) {
    switch (value) {
      case JsonArray(List<JsonValue> items) -> {
        for (int i = 0; i < items.size(); i++) {
          collect(items.get(i), at.item(i), found);
        }
      }
      case JsonObject object when ExpressionReader.isComputed(object, place) -> found.add(at);
      case JsonObject object -> object.forEach((key, item) -> collect(item, at.key(key), found));
      default -> {}
    }
  }

  private static Expression expression(JsonValue value, Place place) {
    return value instanceof JsonObject
        ? Expression.of(value, place)
        : new Expression.Literal(ExpressionReader.literal(value));
  }
}

package dev.sluice.function;

import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import java.util.List;
import java.util.Map;

/// A value of the configuration, read once so that it can be evaluated as often as needed (spec:
/// functions §1). Immutable.
public sealed interface Expression {

  /// A value that stands for itself.
  ///
  /// @param value the result
  record Literal(JsonValue value) implements Expression {}

  /// A call of a function.
  ///
  /// @param function what is called
  /// @param arguments evaluated from left to right
  record Call(Function function, List<Expression> arguments) implements Expression {}

  /// A value of a context.
  ///
  /// @param context the context's name, e.g. `attr`
  /// @param key the flattened path within it
  /// @param place where the reference stands
  record Reference(String context, String key, Place place) implements Expression {}

  /// A list of which at least one item is computed.
  ///
  /// @param items evaluated from left to right
  record Items(List<Expression> items) implements Expression {}

  /// An object of which at least one property is computed.
  ///
  /// @param properties evaluated in their order
  record Properties(Map<String, Expression> properties) implements Expression {}

  /// Something that can't be evaluated whatever the scope holds.
  ///
  /// @param fault what is wrong, without the prefix `User script error: `
  /// @param remedy what to do; may be empty
  record Faulty(String fault, String remedy) implements Expression {}

  /// {@return the expression of a value; reading never fails, see [#faults()]}
  ///
  /// @param value as it stands in the file
  /// @param place where it stands
  static Expression of(JsonValue value, Place place) {
    return new ExpressionReader(place).read(value);
  }

  /// {@return the value in a scope}
  ///
  /// @param scope has at least the contexts of the expression's place
  /// @throws dev.sluice.problem.UserError `User script error: …` if it can't be evaluated
  default JsonValue in(Scope scope) {
    return outcome(scope).value();
  }

  /// {@return the value in a scope, and whether it was made of a secret}
  ///
  /// @param scope has at least the contexts of the expression's place
  /// @throws dev.sluice.problem.UserError `User script error: …` if it can't be evaluated
  default Outcome outcome(Scope scope) {
    return Evaluation.in(scope).of(this);
  }

  /// {@return what is wrong whatever the scope holds: names of functions that do not exist,
  /// argument counts, computed keys; without the prefix `User script error: `}
  default List<String> faults() {
    return new Inspection().visit(this, ConfigPath.ROOT).faults();
  }

  /// {@return what is wrong whatever the scope holds, ready to be shown}
  ///
  /// @param at where the expression stands in the configuration
  default List<Problem> problems(ConfigPath at) {
    return new Inspection().visit(this, at).problems();
  }

  /// {@return the references to attributes that do not exist, ready to be shown}
  ///
  /// @param at where the expression stands in the configuration
  /// @param attributes what `attr` will look into
  default List<Problem> unknownAttributes(ConfigPath at, JsonValue attributes) {
    return new Inspection().visit(this, at).unknownAttributes(attributes);
  }

  /// {@return whether the expression's text says that it uses a secret, such as a `#` attribute; a
  /// secret behind an attribute that is a function shows only in [#outcome(Scope)]}
  default boolean usesSecret() {
    return new Inspection().visit(this, ConfigPath.ROOT).usesSecret();
  }

  /// {@return whether the value is the same in every scope}
  default boolean isLiteral() {
    return this instanceof Literal;
  }
}

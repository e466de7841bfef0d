package dev.sluice.config;

import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.php.IntCast;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// The kinds of values that options of the pagination have (spec: jobs-and-paging §6.5).
final class PagingOptions {
  private PagingOptions() {}

  /// {@return a text: a name or a path; empty when the option is}
  static Optional<String> text(ConfigNode node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!(node.value() instanceof JsonString)) {
      node.error(
          "The '%s' must be a text, given %s.".formatted(key(node), json(node)),
          "Put it into quotation marks.");
    }
    return node.string();
  }

  /// {@return a text that has to be there; empty text after the error was reported}
  static String required(ConfigNode node, String message) {
    if (node.isEmpty()) {
      node.error(message);
    }
    return text(node).orElse("");
  }

  /// {@return a switch, in the original's sense: everything that is not empty is on}
  static boolean flag(ConfigNode node, boolean usual) {
    if (node.isNull()) {
      return usual;
    }
    if (node.value().equals(new JsonString("false"))) {
      node.warning(
          "The text \"false\" switches '%s' on.".formatted(key(node)),
          "Write false without quotation marks to switch it off.");
    }
    return node.isOn();
  }

  /// {@return a whole number, also one in a text; empty when the option is}
  static OptionalLong wholeNumber(ConfigNode node) {
    if (node.isEmpty()) {
      return OptionalLong.empty();
    }
    Optional<BigDecimal> number = IntCast.numeric(node.value());
    try {
      long whole = number.orElseThrow(ArithmeticException::new).longValueExact();
      return OptionalLong.of(whole);
    } catch (ArithmeticException _) {
      node.error("The '%s' must be a whole number, given %s.".formatted(key(node), json(node)));
      return OptionalLong.empty();
    }
  }

  /// {@return a limit: any number, cut to an integer; empty when the option is, and after the error
  /// was reported}
  static OptionalLong limit(ConfigNode node) {
    if (node.isEmpty()) {
      return OptionalLong.empty();
    }
    if (IntCast.numeric(node.value()).isEmpty()) {
      node.error("Parameter 'pagination.limit' is not numeric. Value '%s'.".formatted(json(node)));
      return OptionalLong.empty();
    }
    return OptionalLong.of(IntCast.of(node.value()));
  }

  /// {@return anything that is not empty, cast to an integer}
  static OptionalLong cast(ConfigNode node) {
    return node.isEmpty() ? OptionalLong.empty() : OptionalLong.of(IntCast.of(node.value()));
  }

  /// {@return the value as JSON, for messages}
  static String json(ConfigNode node) {
    return JsonWriter.compact(node.value());
  }

  /// {@return the type's name in the original's messages; objects are lists to it}
  static String typeName(JsonValue value) {
    String name = value.typeName();
    return name.equals("object") ? "array" : name;
  }

  /// {@return the option's name without the path to it}
  static String key(ConfigNode node) {
    String path = node.path().text();
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /// {@return whether the option is there and not `null`}
  static boolean isSet(ConfigNode node) {
    return !(node.value() instanceof JsonNull);
  }
}

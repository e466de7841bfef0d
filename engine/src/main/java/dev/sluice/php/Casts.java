package dev.sluice.php;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Conversions of function arguments (spec: functions §5).
public final class Casts {
  private static final String SPACE = "[ \\t\\n\\r\\x0B\\f]*";

  /// A numeric text; group 1 is the number, group 2 its fraction and exponent.
  private static final Pattern NUMERIC =
      Pattern.compile(SPACE + "([+-]?(?:[0-9]+|(?=\\.[0-9]))((?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?))");

  /// The first double that is too large for an integer.
  private static final double INTEGER_END = 0x1p63;

  private Casts() {}

  /// {@return a scalar as text; nothing for lists and objects} (spec: functions §5.1)
  ///
  /// Integers beyond 64 bits keep all their digits.
  ///
  /// @param value any value
  public static Optional<String> toText(JsonValue value) {
    return switch (value) {
      case JsonNull _ -> Optional.of("");
      case JsonBoolean(boolean flag) -> Optional.of(flag ? "1" : "");
      case JsonNumber number -> Optional.of(toText(number));
      case JsonString(String text) -> Optional.of(text);
      case JsonArray _, JsonObject _ -> Optional.empty();
    };
  }

  /// {@return a value as a timestamp: integers, floats with the fraction cut off, booleans, texts
  /// that are a number and nothing else; nothing for all others and beyond 64 bits} (spec:
  /// functions §5.2)
  ///
  /// @param value any value
  public static OptionalLong toExactInteger(JsonValue value) {
    return switch (value) {
      case JsonBoolean(boolean flag) -> OptionalLong.of(flag ? 1 : 0);
      case JsonNumber number when number.isInteger() -> OptionalLong.of(number.longValue());
      case JsonNumber number -> toInteger(number.doubleValue());
      case JsonString(String text) -> toExactInteger(text);
      case JsonNull _, JsonArray _, JsonObject _ -> OptionalLong.empty();
    };
  }

  /// {@return a value as a double, the way `%f` asks for it: the number a text begins with, 0 if
  /// there is none} (spec: functions §5.2)
  ///
  /// @param value any value but an object, which counts as 1
  public static double toDouble(JsonValue value) {
    return switch (value) {
      case JsonNumber number -> number.doubleValue();
      case JsonString(String text) -> {
        Matcher numeric = NUMERIC.matcher(text);
        yield numeric.lookingAt() ? Double.parseDouble(numeric.group(1)) : 0;
      }
      case JsonNull _, JsonBoolean _, JsonArray _, JsonObject _ -> IntCast.of(value);
    };
  }

  private static String toText(JsonNumber number) {
    return !number.isInteger() && isInteger(number.literal())
        ? number.literal()
        : NumberText.of(number);
  }

  private static boolean isInteger(String literal) {
    return literal.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
  }

  private static OptionalLong toExactInteger(String text) {
    Matcher numeric = NUMERIC.matcher(text);
    if (!numeric.lookingAt() || !text.substring(numeric.end()).matches(SPACE)) {
      return OptionalLong.empty();
    }
    if (!numeric.group(2).isEmpty()) {
      return toInteger(Double.parseDouble(numeric.group(1)));
    }
    try {
      return OptionalLong.of(Long.parseLong(numeric.group(1)));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong toInteger(double value) {
    return value >= -INTEGER_END && value < INTEGER_END
        ? OptionalLong.of((long) value)
        : OptionalLong.empty();
  }
}

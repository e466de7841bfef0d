package dev.sluice.php;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values as numbers, the way the original casts and recognises them (spec: jobs-and-paging §0).
public final class IntCast {
  private static final Pattern LEADING =
      Pattern.compile(
          "[ \\t\\n\\r\\x0B\\f]*([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)");

  /// A decimal exponent above this is beyond the range of doubles, and exact arithmetic with it
  /// would take for ever.
  private static final int MAX_EXPONENT = 400;

  private IntCast() {}

  /// {@return the value as an integer: numbers are truncated toward zero, a text yields its leading
  /// number or 0, `true` and anything with elements 1} Values beyond 64 bits become the nearest end
  /// of the range.
  ///
  /// @param value any value
  public static long of(JsonValue value) {
    return switch (value) {
      case JsonNull _ -> 0;
      case JsonBoolean(boolean flag) -> flag ? 1 : 0;
      case JsonNumber number ->
          number.isInteger() ? number.longValue() : (long) number.doubleValue();
      case JsonString(String text) -> leading(text);
      case JsonArray array -> array.items().isEmpty() ? 0 : 1;
      case JsonObject _ -> 1;
    };
  }

  /// {@return the exact value of a number or of a text that is nothing but a number} White space
  /// may stand before a number in a text, not after it (PHP 7.4). Numbers beyond the range of
  /// doubles count as none.
  ///
  /// @param value any value
  public static Optional<BigDecimal> numeric(JsonValue value) {
    return switch (value) {
      case JsonNumber(String literal) -> exact(literal);
      case JsonString(String text) -> {
        Matcher number = LEADING.matcher(text);
        yield number.matches() ? exact(number.group(1)) : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static long leading(String text) {
    Matcher number = LEADING.matcher(text);
    if (!number.lookingAt()) {
      return 0;
    }
    try {
      return Long.parseLong(number.group(1));
    } catch (NumberFormatException _) {
      return (long) Double.parseDouble(number.group(1));
    }
  }

  private static Optional<BigDecimal> exact(String literal) {
    int letter = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    if (letter >= 0 && !isSmall(literal.substring(letter + 1))) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(literal));
  }

  private static boolean isSmall(String exponent) {
    try {
      return Math.abs(Long.parseLong(exponent)) <= MAX_EXPONENT;
    } catch (NumberFormatException _) {
      return false;
    }
  }
}

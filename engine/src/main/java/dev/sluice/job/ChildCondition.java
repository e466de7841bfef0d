package dev.sluice.job;

import dev.sluice.config.RecursionFilter;
import dev.sluice.config.RecursionFilter.Condition;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.IntCast;
import dev.sluice.php.NumberText;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Decides whether a row meets the condition of a child job (spec: jobs-and-paging §5.8).
final class ChildCondition {
  private ChildCondition() {}

  /// {@return whether one of the alternatives holds}
  ///
  /// @param filter the condition
  /// @param row the parent's row, filtered
  /// @param endpoint names the child in messages
  /// @throws UserError if a value to compare is an object
  static boolean holds(RecursionFilter filter, JsonValue row, String endpoint) {
    JsonValue seen = row.isScalarOrNull() ? JsonObject.of("scalar", row) : row;
    for (List<Condition> alternative : filter.alternatives()) {
      if (allHold(alternative, seen, endpoint)) {
        return true;
      }
    }
    return false;
  }

  private static boolean allHold(List<Condition> conditions, JsonValue row, String endpoint) {
    for (Condition condition : conditions) {
      if (!holds(condition, text(condition, row, endpoint))) {
        return false;
      }
    }
    return true;
  }

  private static String text(Condition condition, JsonValue row, String endpoint) {
    return switch (JsonPath.find(condition.column(), row).orElse(JsonNull.NULL)) {
      case JsonNull _ -> "";
      case JsonBoolean(boolean flag) -> flag ? "1" : "";
      case JsonNumber number -> NumberText.of(number);
      case JsonString(String text) -> text;
      case JsonArray _ -> "Array";
      case JsonObject _ ->
          throw new UserError(
              Problem.of(
                  "The 'recursionFilter' of '%s' can't compare '%s': the value is an object."
                      .formatted(endpoint, condition.column()),
                  "Name one of its properties, separated by a dot."));
    };
  }

  private static boolean holds(Condition condition, String text) {
    String value = condition.value();
    return switch (condition.operator()) {
      case EQUAL -> text.equals(value);
      case UNEQUAL -> !text.equals(value);
      case LESS -> compare(text, value) < 0;
      case GREATER -> compare(text, value) > 0;
      case AT_MOST -> compare(text, value) <= 0;
      case AT_LEAST -> compare(text, value) >= 0;
      case LIKE -> isLike(text, value);
      case UNLIKE -> !isLike(text, value);
    };
  }

  /// Two numbers are compared as such, everything else byte by byte.
  private static int compare(String left, String right) {
    Optional<BigDecimal> leftNumber = IntCast.numeric(new JsonString(left));
    Optional<BigDecimal> rightNumber = IntCast.numeric(new JsonString(right));
    return leftNumber.isPresent() && rightNumber.isPresent()
        ? leftNumber.get().compareTo(rightNumber.get())
        : Arrays.compareUnsigned(
            left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  /// `%` stands for any characters but line breaks; one line break at the end is passed over.
  private static boolean isLike(String text, String pattern) {
    if (text.endsWith("\n") && isLikeAll(text.substring(0, text.length() - 1), pattern)) {
      return true;
    }
    return isLikeAll(text, pattern);
  }

  private static boolean isLikeAll(String text, String pattern) {
    String[] parts = pattern.split("%", -1);
    if (parts.length == 1) {
      return text.equals(pattern);
    }
    String last = parts[parts.length - 1];
    if (!text.startsWith(parts[0]) || text.length() < parts[0].length() + last.length()) {
      return false;
    }
    int at = parts[0].length();
    int end = text.length() - last.length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = text.indexOf(parts[i], at);
      if (found < 0 || found + parts[i].length() > end || hasBreak(text, at, found)) {
        return false;
      }
      at = found + parts[i].length();
    }
    return text.endsWith(last) && !hasBreak(text, at, end);
  }

  private static boolean hasBreak(String text, int from, int to) {
    int found = text.indexOf('\n', from);
    return found >= 0 && found < to;
  }
}

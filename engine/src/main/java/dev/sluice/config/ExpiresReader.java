package dev.sluice.config;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Reads [Expires] (spec: authentication §5.5).
final class ExpiresReader {
  private static final String MESSAGE =
      "The 'expires' attribute must be either an integer or an array with 'response' key"
          + " containing a path in the response";

  /// Leading zeros are not allowed, as in the original's filter for integers.
  private static final Pattern INTEGER =
      Pattern.compile("[ \t\n\r\u000b\0]*([+-]?(?:0|[1-9][0-9]*))[ \t\n\r\u000b\0]*");

  private ExpiresReader() {}

  /// {@return how long a login serves}
  ///
  /// @param node `parameters.api.authentication.expires`
  static Expires read(ConfigNode node) {
    JsonValue value = node.value();
    if (node.isNull() || value instanceof JsonBoolean || value.equals(new JsonString(""))) {
      return new Expires.Unstated();
    }
    if (value instanceof JsonObject && !node.at("response").isEmpty()) {
      return fromResponse(node);
    }
    OptionalLong seconds =
        switch (value) {
          case JsonNumber number -> whole(number);
          case JsonString(String text) -> whole(text);
          case JsonArray _, JsonObject _ -> OptionalLong.empty();
          default -> OptionalLong.empty();
        };
    if (seconds.isEmpty()) {
      node.error(MESSAGE);
      return new Expires.Unstated();
    }
    return new Expires.After(seconds.getAsLong());
  }

  private static Expires fromResponse(ConfigNode node) {
    ConfigNode path = node.at("response");
    if (path.text().isEmpty()) {
      path.error(MESSAGE);
    }
    return new Expires.FromResponse(path.text().orElse(""), node.at("relative").isOn());
  }

  private static OptionalLong whole(JsonNumber number) {
    if (number.isInteger()) {
      return OptionalLong.of(number.longValue());
    }
    double value = number.doubleValue();
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? OptionalLong.of((long) value)
        : OptionalLong.empty();
  }

  private static OptionalLong whole(String text) {
    var matcher = INTEGER.matcher(text);
    try {
      return matcher.matches()
          ? OptionalLong.of(Long.parseLong(matcher.group(1)))
          : OptionalLong.empty();
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }
}

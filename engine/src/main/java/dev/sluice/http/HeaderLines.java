package dev.sluice.http;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.NumberText;
import dev.sluice.problem.UserError;
import java.util.List;

/// Configured headers as header lines (spec: run-and-http §2.4).
public final class HeaderLines {
  private HeaderLines() {}

  /// {@return the lines of a `headers` section whose functions have been evaluated}
  ///
  /// @param section names with scalars or lists of scalars; a list is sent as one line per item
  /// @throws UserError if a value is an object, or holds a line break, or a name is empty or no
  ///   header name
  public static Headers of(JsonObject section) {
    Headers[] lines = {Headers.NONE};
    section.forEach((name, value) -> lines[0] = lines[0].set(checked(name), values(name, value)));
    return lines[0];
  }

  /// {@return headers with more of them added where there is none of that name yet}
  ///
  /// @param headers keep their values
  /// @param below values for the names that `headers` does not have
  public static Headers over(Headers headers, Headers below) {
    Headers merged = headers;
    for (Headers.Line line : below.lines()) {
      if (!headers.has(line.name())) {
        merged = merged.plus(line);
      }
    }
    return merged;
  }

  private static List<String> values(String name, JsonValue value) {
    if (!(value instanceof JsonArray(List<JsonValue> items))) {
      return List.of(text(name, value));
    }
    return java.util.stream.IntStream.range(0, items.size())
        .mapToObj(i -> text(name + "." + i, items.get(i)))
        .toList();
  }

  private static String text(String path, JsonValue value) {
    String text =
        switch (value) {
          case JsonNull _ -> "";
          case JsonBoolean(boolean flag) -> flag ? "1" : "";
          case JsonNumber number -> NumberText.of(number);
          case JsonString(String string) -> string;
          case JsonArray _, JsonObject _ ->
              throw new UserError(
                  "Invalid configuration: invalid type \"object\" in headers at path: " + path);
        };
    return oneLine(path, text);
  }

  /// {@return the value without spaces and tabs at its ends}
  ///
  /// @param name the header's name, for the message
  /// @param value what is to be sent
  /// @throws UserError if it holds a line break, which would smuggle in further headers
  public static String oneLine(String name, String value) {
    int from = 0;
    int to = value.length();
    while (from < to && isBlank(value.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(value.charAt(to - 1))) {
      to--;
    }
    String trimmed = value.substring(from, to);
    if (trimmed.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new UserError("Invalid configuration: line break in the header " + name + ".");
    }
    return trimmed;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static String checked(String name) {
    boolean isToken =
        !name.isEmpty()
            && name.chars()
                .allMatch(c -> c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0);
    if (!isToken) {
      throw new UserError("Invalid configuration: \"" + name + "\" is not a name for a header.");
    }
    return name;
  }
}

package dev.sluice.http;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The body of a request whose method is `POST` (spec: run-and-http §4.5).
///
/// The original can't tell an empty object from an empty list, nor an object with the keys 0, 1, 2,
/// … from a list: both travel as lists.
public final class JsonBody {
  /// The value of `Content-Type`.
  public static final String CONTENT_TYPE = "application/json";

  private JsonBody() {}

  /// {@return the body; `[]` when there are no parameters}
  ///
  /// @param params numbers keep their type, floats are written in the shortest form that reads back
  ///   the same
  public static byte[] of(JsonValue params) {
    var text = new StringBuilder();
    append(params, text);
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void append(JsonValue value, StringBuilder text) {
    switch (value) {
      case JsonNull _ -> text.append("null");
      case JsonBoolean(boolean flag) -> text.append(flag);
      case JsonNumber number -> text.append(number(number));
      case JsonString(String string) -> append(string, text);
      case JsonArray(List<JsonValue> items) -> appendList(items, text);
      case JsonObject object -> {
        if (isList(object)) {
          appendList(List.copyOf(object.members().values()), text);
        } else {
          appendObject(object, text);
        }
      }
    }
  }

  private static void appendObject(JsonObject object, StringBuilder text) {
    text.append('{');
    for (int i = 0; i < object.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      append(object.shape().name(i), text);
      text.append(':');
      append(object.value(i), text);
    }
    text.append('}');
  }

  private static void appendList(List<JsonValue> items, StringBuilder text) {
    text.append('[');
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      append(items.get(i), text);
    }
    text.append(']');
  }

  private static boolean isList(JsonObject object) {
    for (int i = 0; i < object.size(); i++) {
      if (!object.shape().name(i).equals(Integer.toString(i))) {
        return false;
      }
    }
    return true;
  }

  private static String number(JsonNumber number) {
    if (number.isInteger()) {
      return Long.toString(number.longValue());
    }
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      return number.literal();
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.toString(value).toLowerCase(Locale.ROOT);
  }

  private static void append(String string, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '/' -> text.append("\\/");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20 || c > 0x7f) {
            text.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}

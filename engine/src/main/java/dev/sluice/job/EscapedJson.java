package dev.sluice.job;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.NumberText;
import java.util.HexFormat;

/// JSON text in the original's form: compact, everything but ASCII escaped (spec: tables §1.3).
final class EscapedJson {
  private EscapedJson() {}

  static String of(JsonValue value) {
    var text = new StringBuilder();
    append(value, text);
    return text.toString();
  }

  private static void append(JsonValue value, StringBuilder text) {
    switch (value) {
      case JsonNull _ -> text.append("null");
      case JsonBoolean(boolean flag) -> text.append(flag);
      case JsonNumber number -> text.append(number(number));
      case JsonString(String string) -> append(string, text);
      case JsonArray array -> {
        text.append('[');
        for (int i = 0; i < array.items().size(); i++) {
          text.append(i > 0 ? "," : "");
          append(array.items().get(i), text);
        }
        text.append(']');
      }
      case JsonObject object -> {
        text.append('{');
        for (int i = 0; i < object.size(); i++) {
          text.append(i > 0 ? "," : "");
          append(object.shape().name(i), text);
          text.append(':');
          append(object.value(i), text);
        }
        text.append('}');
      }
    }
  }

  private static String number(JsonNumber number) {
    return number.isInteger()
        ? Long.toString(number.longValue())
        : NumberText.of(number.doubleValue(), 17, 'e');
  }

  private static void append(String string, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"', '\\', '/' -> text.append('\\').append(c);
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20 || c > 0x7f) {
            text.append("\\u").append(HexFormat.of().toHexDigits(c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}

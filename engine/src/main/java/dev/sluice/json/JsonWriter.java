package dev.sluice.json;

import java.util.Iterator;

/// Writes values as JSON for programs; numbers are written as they were read.
public final class JsonWriter {
  private JsonWriter() {}

  /// {@return the value without any white space; characters above U+001F other than `"` and `\`
  /// stand as they are}
  ///
  /// @param value what to write
  public static String compact(JsonValue value) {
    var out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(JsonValue value, StringBuilder out) {
    switch (value) {
      case JsonNull _ -> out.append("null");
      case JsonBoolean(boolean bool) -> out.append(bool);
      case JsonNumber(String literal) -> out.append(literal);
      case JsonString(String text) -> quote(text, out);
      case JsonArray array -> array(array, out);
      case JsonObject object -> object(object, out);
    }
  }

  private static void array(JsonArray array, StringBuilder out) {
    out.append('[');
    for (Iterator<JsonValue> items = array.items().iterator(); items.hasNext(); ) {
      write(items.next(), out);
      out.append(items.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private static void object(JsonObject object, StringBuilder out) {
    out.append('{');
    for (int i = 0; i < object.size(); i++) {
      out.append(i > 0 ? "," : "");
      quote(object.shape().name(i), out);
      out.append(':');
      write(object.value(i), out);
    }
    out.append('}');
  }

  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}

package dev.sluice.json;

import java.util.Iterator;

/// Writes values as JSON; numbers are written as they were read.
public final class JsonWriter {
  private JsonWriter() {}

  /// {@return the value without any white space; characters above U+001F other than `"` and `\`
  /// stand as they are}
  ///
  /// @param value what to write
  public static String compact(JsonValue value) {
    var out = new StringBuilder();
    write(value, out, -1);
    return out.toString();
  }

  /// {@return the value over several lines, indented by two spaces, ending with a line break}
  ///
  /// @param value what to write
  public static String pretty(JsonValue value) {
    var out = new StringBuilder();
    write(value, out, 0);
    return out.append('\n').toString();
  }

  private static void write(JsonValue value, StringBuilder out, int indent) {
    switch (value) {
      case JsonNull _ -> out.append("null");
      case JsonBoolean(boolean bool) -> out.append(bool);
      case JsonNumber(String literal) -> out.append(literal);
      case JsonString(String text) -> quote(text, out);
      case JsonArray array -> array(array, out, indent);
      case JsonObject object -> object(object, out, indent);
    }
  }

  private static void array(JsonArray array, StringBuilder out, int indent) {
    if (array.items().isEmpty()) {
      out.append("[]");
      return;
    }
    out.append('[');
    for (Iterator<JsonValue> items = array.items().iterator(); items.hasNext(); ) {
      newLine(out, indent, 1);
      write(items.next(), out, indent < 0 ? -1 : indent + 1);
      out.append(items.hasNext() ? "," : "");
    }
    newLine(out, indent, 0);
    out.append(']');
  }

  private static void object(JsonObject object, StringBuilder out, int indent) {
    if (object.size() == 0) {
      out.append("{}");
      return;
    }
    out.append('{');
    for (int i = 0; i < object.size(); i++) {
      out.append(i > 0 ? "," : "");
      newLine(out, indent, 1);
      quote(object.shape().name(i), out);
      out.append(indent < 0 ? ":" : ": ");
      write(object.value(i), out, indent < 0 ? -1 : indent + 1);
    }
    newLine(out, indent, 0);
    out.append('}');
  }

  private static void newLine(StringBuilder out, int indent, int more) {
    if (indent >= 0) {
      out.append('\n').repeat("  ", indent + more);
    }
  }

  private static void quote(String text, StringBuilder out) {
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

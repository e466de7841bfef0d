package dev.sluice.php;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;

/// JSON text as the original writes it into cells: compact, `/` escaped, everything from U+0080 up
/// escaped with four lower-case hex digits (spec: tables §1.3).
public final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private static final int COUNTED_AT_ONCE = 8192;

  private final StringBuilder out = new StringBuilder();
  private final boolean literals;
  private final boolean onlyCounts;
  private long counted;

  private JsonText(boolean literals, boolean onlyCounts) {
    this.literals = literals;
    this.onlyCounts = onlyCounts;
  }

  /// {@return the value as the original encodes it} Numbers that are no 64-bit integers have up to
  /// 17 significant digits. If one of them is beyond the double range, the whole text is empty.
  ///
  /// @param value any value
  public static String of(JsonValue value) {
    var text = new JsonText(false, false);
    return text.write(value) ? text.out.toString() : "";
  }

  /// {@return the length of [#of(JsonValue)], whose text is not kept}
  ///
  /// @param value any value
  public static long length(JsonValue value) {
    var text = new JsonText(false, true);
    return text.write(value) ? text.counted + text.out.length() : 0;
  }

  /// {@return the value in the same form, but with each number as the document wrote it} (spec:
  /// README G-04)
  ///
  /// @param value any value
  public static String lossless(JsonValue value) {
    var text = new JsonText(true, false);
    text.write(value);
    return text.out.toString();
  }

  /// {@return false when a number can't be written}
  private boolean write(JsonValue value) {
    return switch (value) {
      case JsonNull _ -> append("null");
      case JsonBoolean(boolean flag) -> append(flag ? "true" : "false");
      case JsonNumber number -> number(number);
      case JsonString(String text) -> quote(text);
      case JsonArray array -> list(array);
      case JsonObject object -> object(object);
    };
  }

  private boolean append(String text) {
    out.append(text);
    return true;
  }

  private boolean number(JsonNumber number) {
    if (literals) {
      return append(number.literal());
    }
    if (number.isInteger()) {
      return append(NumberText.of(number));
    }
    double value = number.doubleValue();
    return Double.isFinite(value) && append(NumberText.of(value, NumberText.EXACT_DIGITS, 'e'));
  }

  private boolean list(JsonArray array) {
    char before = '[';
    for (JsonValue item : array.items()) {
      out.append(before);
      if (!write(item)) {
        return false;
      }
      if (onlyCounts && out.length() > COUNTED_AT_ONCE) {
        counted += out.length();
        out.setLength(0);
      }
      before = ',';
    }
    return append(before == '[' ? "[]" : "]");
  }

  private boolean object(JsonObject object) {
    out.append('{');
    for (int i = 0; i < object.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      quote(object.shape().name(i));
      out.append(':');
      if (!write(object.value(i))) {
        return false;
      }
    }
    return append("}");
  }

  private boolean quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\', '/' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c > 0x7f) {
            out.append("\\u").append(hex(c >> 12)).append(hex(c >> 8)).append(hex(c >> 4));
            out.append(hex(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return append("\"");
  }

  private static char hex(int bits) {
    return HEX.charAt(bits & 0xf);
  }
}

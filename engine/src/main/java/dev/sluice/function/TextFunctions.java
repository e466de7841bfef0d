package dev.sluice.function;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// `concat`, `implode`, `ifempty`, `base64_encode` and `urlencode` (spec: functions §4).
final class TextFunctions {
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private TextFunctions() {}

  static JsonValue concat(Arguments arguments, Scope scope) {
    var text = new StringBuilder();
    for (int i = 0; i < arguments.count(); i++) {
      text.append(arguments.convert(i, arguments.value(i)));
    }
    return new JsonString(text.toString());
  }

  /// Also takes the list alone, and in the old order before the separator.
  static JsonValue implode(Arguments arguments, Scope scope) {
    int list = arguments.value(0) instanceof JsonArray ? 0 : arguments.count() - 1;
    if (!(arguments.value(list) instanceof JsonArray(List<JsonValue> items))) {
      throw arguments.typeError(list, list == 0 ? "array" : "?array");
    }
    String separator = arguments.count() == 1 ? "" : arguments.text(1 - list);
    List<String> texts = items.stream().map(item -> arguments.convert(list, item)).toList();
    return new JsonString(String.join(separator, texts));
  }

  static JsonValue ifempty(Arguments arguments, Scope scope) {
    return arguments.value(0).isEmpty() ? arguments.value(1) : arguments.value(0);
  }

  static JsonValue base64Encode(Arguments arguments, Scope scope) {
    byte[] bytes = arguments.text(0).getBytes(StandardCharsets.UTF_8);
    return new JsonString(Base64.getEncoder().encodeToString(bytes));
  }

  static JsonValue urlencode(Arguments arguments, Scope scope) {
    var encoded = new StringBuilder();
    for (byte b : arguments.text(0).getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(b)) {
        encoded.append((char) b);
      } else if (b == ' ') {
        encoded.append('+');
      } else {
        HEX.toHexDigits(encoded.append('%'), b);
      }
    }
    return new JsonString(encoded.toString());
  }

  private static boolean isPlain(byte b) {
    return PLAIN.indexOf(b) >= 0;
  }
}

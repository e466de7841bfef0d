package dev.sluice.function;

import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.Sprintf;
import dev.sluice.php.SprintfError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// `sprintf` (spec: functions §4.2).
final class FormatFunctions {
  private FormatFunctions() {}

  static JsonValue sprintf(Arguments arguments, Scope scope) {
    List<JsonValue> values = arguments.values();
    byte[] formatted;
    try {
      formatted = Sprintf.format(arguments.text(0), values.subList(1, values.size()));
    } catch (SprintfError e) {
      throw ScriptErrors.of(e.reason());
    }
    String text = new String(formatted, StandardCharsets.UTF_8);
    if (!Arrays.equals(formatted, text.getBytes(StandardCharsets.UTF_8))) {
      scope.warnings().accept("sprintf cut a character into pieces; each is replaced by U+FFFD.");
    }
    return new JsonString(text);
  }
}

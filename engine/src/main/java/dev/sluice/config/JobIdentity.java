package dev.sluice.config;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.NumberText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The id of a job that has none of its own: the MD5 hash of its content in PHP's serialised form,
/// as the original makes it (spec: jobs-and-paging §2.2).
final class JobIdentity {
  private JobIdentity() {}

  /// {@return 32 hex digits; equal for jobs with the same keys in the same order, the same values
  /// and types}
  ///
  /// @param job as it stands in the file
  static String of(JsonValue job) {
    var text = new StringBuilder();
    append(job, text);
    try {
      byte[] hash =
          MessageDigest.getInstance("MD5").digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void append(JsonValue value, StringBuilder text) {
    switch (value) {
      case JsonNull _ -> text.append("N;");
      case JsonBoolean(boolean flag) -> text.append(flag ? "b:1;" : "b:0;");
      case JsonNumber number -> append(number, text);
      case JsonString(String string) -> append(string, text);
      case JsonArray array -> {
        text.append("a:").append(array.items().size()).append(":{");
        for (int i = 0; i < array.items().size(); i++) {
          text.append("i:").append(i).append(';');
          append(array.items().get(i), text);
        }
        text.append('}');
      }
      case JsonObject object -> {
        text.append("a:").append(object.size()).append(":{");
        object.forEach((name, item) -> {
          appendKey(name, text);
          append(item, text);
        });
        text.append('}');
      }
    }
  }

  private static void append(JsonNumber number, StringBuilder text) {
    if (number.isInteger()) {
      text.append("i:").append(number.longValue()).append(';');
    } else {
      text.append("d:").append(NumberText.of(number.doubleValue(), 17, 'E')).append(';');
    }
  }

  private static void append(String string, StringBuilder text) {
    int bytes = string.getBytes(StandardCharsets.UTF_8).length;
    text.append("s:").append(bytes).append(":\"").append(string).append("\";");
  }

  /// Keys that look like integers are integers in PHP.
  private static void appendKey(String name, StringBuilder text) {
    if (name.matches("0|-?[1-9][0-9]{0,17}")) {
      text.append("i:").append(name).append(';');
    } else {
      append(name, text);
    }
  }
}

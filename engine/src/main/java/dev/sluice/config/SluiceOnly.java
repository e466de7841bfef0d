package dev.sluice.config;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import java.util.List;

/// Finds what the original can't run, for those who run a configuration on both.
final class SluiceOnly {
  private static final JsonString URLENCODE = new JsonString("urlencode");
  private static final JsonString CLIENT_CREDENTIALS = new JsonString("oauth20.client-credentials");

  private SluiceOnly() {}

  /// Gives a hint for each of these.
  ///
  /// @param root the whole file
  static void report(ConfigNode root) {
    search(root.value(), root.path(), root.problems());
  }

  private static void search(JsonValue value, ConfigPath path, Problems problems) {
    switch (value) {
      case JsonObject object -> {
        if (URLENCODE.equals(object.valueOrNull("function"))) {
          problems.hint(
              path,
              "'urlencode' runs on Sluice only here.",
              "The original knows it in placeholders.");
        } else if (CLIENT_CREDENTIALS.equals(object.valueOrNull("type"))) {
          problems.hint(
              path,
              "'oauth20.client-credentials' runs on Sluice only.",
              "The type 'login' runs on the original, too.");
        }
        object.forEach((key, inner) -> {
          if (!key.equals("placeholders")) {
            search(inner, path.key(key), problems);
          }
        });
      }
      case JsonArray(List<JsonValue> items) -> {
        for (int i = 0; i < items.size(); i++) {
          search(items.get(i), path.item(i), problems);
        }
      }
      default -> {}
    }
  }
}

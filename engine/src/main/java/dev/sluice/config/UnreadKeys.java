package dev.sluice.config;

import dev.sluice.config.schema.Description;
import dev.sluice.config.schema.Description.Others;
import dev.sluice.config.schema.Schema;
import dev.sluice.function.FunctionJson;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds keys that no reader asked for. They are allowed and do nothing (spec: run-and-http §0), so
/// that a typing error would go unnoticed. Keys of the user's own, such as attributes and
/// parameters, are left alone, unless they are nearly one that means something.
final class UnreadKeys {
  private static final String ATTR = "attr";

  private final Schema schema = Schema.load();
  private final Set<String> keysAnywhere = schema.keys();
  private final Set<String> usedAttributes = new HashSet<>();
  private final AskedKeys asked;
  private final Problems problems;

  private UnreadKeys(AskedKeys asked, Problems problems) {
    this.asked = asked;
    this.problems = problems;
  }

  /// Gives a hint for each key without effect, in the order of the file.
  ///
  /// @param root the whole file, after all readers
  static void report(ConfigNode root) {
    var keys = new UnreadKeys(root.asked(), root.problems());
    keys.collectAttributes(root.value());
    keys.search(root.value(), root.path(), keys.schema.describe(root.value()));
  }

  private void search(JsonValue value, ConfigPath path, Description place) {
    switch (value) {
      case JsonObject object ->
          object.forEach((key, inner) -> property(object, path.key(key), key, place));
      case JsonArray(List<JsonValue> items) -> {
        for (int i = 0; i < items.size(); i++) {
          search(items.get(i), path.item(i), place.item(items.get(i)));
        }
      }
      default -> {}
    }
  }

  private void property(JsonObject object, ConfigPath path, String key, Description place) {
    JsonValue value = object.find(key).orElseThrow();
    boolean isKnown = place.keys().contains(key);
    if (asked.contains(path) || (!isKnown && place.others() == Others.ENTRIES)) {
      search(value, path, place.property(key, value));
      return;
    }
    Optional<String> meant =
        SimilarKeys.similar(key, place.keys()).filter(name -> !object.has(name));
    boolean isUsersOwn =
        switch (place.others()) {
          case ENTRIES -> true;
          case OWN -> isKnown || meant.isEmpty() || usedAttributes.contains(key);
          case NOTHING -> isWrittenByForms(key);
        };
    if (!isUsersOwn) {
      report(path, key, meant);
    }
  }

  private void report(ConfigPath path, String key, Optional<String> meant) {
    String what =
        keysAnywhere.contains(key) ? "has no effect here." : "is unknown and has no effect.";
    problems.hint(
        path,
        "The option '" + key + "' " + what,
        meant.map(name -> "Did you mean '" + name + "'?").orElse(""));
  }

  /// Forms keep what they show under keys of their own (spec: jobs-and-paging §2.1).
  private static boolean isWrittenByForms(String key) {
    return key.startsWith("__") || key.startsWith("#__");
  }

  private void collectAttributes(JsonValue value) {
    switch (value) {
      case JsonArray(List<JsonValue> items) -> items.forEach(this::collectAttributes);
      case JsonObject object ->
          FunctionJson.referenceKey(object, ATTR)
              .ifPresentOrElse(
                  name -> usedAttributes.add(name.split("\\.", 2)[0]),
                  () -> object.forEach((_, inner) -> collectAttributes(inner)));
      default -> {}
    }
  }
}

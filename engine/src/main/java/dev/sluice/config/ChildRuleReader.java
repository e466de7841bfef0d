package dev.sluice.config;

import dev.sluice.function.Place;
import dev.sluice.function.Section;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.php.Casts;
import dev.sluice.php.IntCast;
import dev.sluice.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads how a child job depends on the rows of its parent (spec: jobs-and-paging §5.2, §5.5,
/// §5.8).
final class ChildRuleReader {
  private ChildRuleReader() {}

  /// {@return the rule}
  ///
  /// @param job the child job
  /// @param depth how many rows stand above it: the highest level there is
  static Job.ChildRule read(ConfigNode job, int depth) {
    return new Job.ChildRule(
        placeholders(job.at("placeholders"), depth),
        RecursionFilterReader.read(job.at("recursionFilter")));
  }

  /// {@return what a root job has under `placeholders`} It has no parent's row that values could
  /// come from: its paths only take part in the check of hosts, as they stand (spec: run-and-http
  /// §1.13).
  ///
  /// @param job the root job
  static Job.ChildRule ofRoot(ConfigNode job) {
    List<Placeholder> placeholders = new ArrayList<>();
    // Without asking for the key: it is as good as unknown here.
    if (job.object().valueOrNull("placeholders") instanceof JsonObject literals) {
      literals.forEach((name, value) ->
          Casts.toText(value)
              .map(text -> new Placeholder(name, 1, text, Optional.empty()))
              .ifPresent(placeholders::add));
    }
    return new Job.ChildRule(placeholders, Optional.empty());
  }

  private static List<Placeholder> placeholders(ConfigNode node, int depth) {
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.value() instanceof JsonObject)) {
      node.error(
          "The 'placeholders' must be an object, given " + PagingOptions.json(node) + ".",
          "Write {\"name\": \"path\"}, the name as it stands between braces in the endpoint.");
      return List.of();
    }
    List<Placeholder> placeholders = new ArrayList<>();
    node.entries()
        .forEach((name, entry) -> placeholder(name, entry, depth).ifPresent(placeholders::add));
    return placeholders;
  }

  private static Optional<Placeholder> placeholder(String name, ConfigNode node, int depth) {
    long level = level(name);
    if (level < 1 || level > depth) {
      node.error("Level %d not found in parent results! Maximum level: %d".formatted(level, depth));
      return Optional.empty();
    }
    Optional<String> path = node.isMapOrList() ? node.at("path").nonEmptyText() : node.text();
    if (path.isEmpty()) {
      node.error(
          ("The path for placeholder '%s' must be a string value or an object containing 'path' and"
                  + " 'function'.")
              .formatted(name));
    }
    return path.map(steps -> new Placeholder(name, (int) level, steps, function(node)));
  }

  /// {@return the number before the first colon; 1 when there is no colon}
  private static long level(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? 1 : IntCast.of(new JsonString(name.substring(0, colon)));
  }

  private static Optional<Section> function(ConfigNode node) {
    JsonObject rest = node.object().without("path");
    if (rest.size() == 0) {
      return Optional.empty();
    }
    var section = Section.of(JsonObject.of(Placeholder.RESULT, rest), Place.PLACEHOLDER);
    for (Problem problem : section.problems(node.path())) {
      node.error(problem.message(), problem.remedy());
    }
    return Optional.of(section);
  }
}

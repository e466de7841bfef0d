package dev.sluice.job;

import dev.sluice.job.Lineage.Filled;
import dev.sluice.json.JsonValue;
import dev.sluice.php.Casts;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.List;

/// Puts placeholders' values into a child's endpoint (spec: jobs-and-paging §5.3).
final class EndpointTemplate {
  private EndpointTemplate() {}

  /// {@return the endpoint with each `{name}` replaced, in one pass: braces in a value mean
  /// nothing}
  ///
  /// @param configured as configured
  /// @param filled names and single values
  /// @throws UserError if a value can't be part of an address
  static Endpoint fill(String configured, List<Filled> filled) {
    List<String> texts = filled.stream().map(EndpointTemplate::text).toList();
    var endpoint = new StringBuilder();
    for (int i = 0; i < configured.length(); ) {
      int at = placeholderAt(configured, i, filled);
      if (at < 0) {
        endpoint.append(configured.charAt(i++));
      } else {
        endpoint.append(texts.get(at));
        i += filled.get(at).name().length() + 2;
      }
    }
    return Endpoint.expanded(configured, endpoint.toString());
  }

  private static int placeholderAt(String configured, int start, List<Filled> filled) {
    if (configured.charAt(start) == '{') {
      for (int i = 0; i < filled.size(); i++) {
        if (configured.startsWith("{" + filled.get(i).name() + "}", start)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static String text(Filled placeholder) {
    return Casts.toText(placeholder.value())
        .orElseThrow(() -> new UserError(unusable(placeholder, placeholder.value())));
  }

  private static Problem unusable(Filled placeholder, JsonValue value) {
    return Problem.of(
        "The value of placeholder '%s' can't be part of an endpoint: it is a value of the type %s."
            .formatted(placeholder.name(), value.typeName()),
        "Let its path, which is '%s', lead to a text or a number.".formatted(placeholder.path()));
  }
}

package dev.sluice.config;

import dev.sluice.config.RecursionFilter.Condition;
import dev.sluice.config.RecursionFilter.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads [RecursionFilter]: alternatives separated by `|`, each a number of conditions separated by
/// `&` (spec: jobs-and-paging §5.8).
final class RecursionFilterReader {
  private RecursionFilterReader() {}

  /// {@return the filter; empty when the option is, and after an error was reported}
  ///
  /// @param node a child's `recursionFilter`
  static Optional<RecursionFilter> read(ConfigNode node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.string().isEmpty()) {
      node.error("The 'recursionFilter' must be a text, given " + PagingOptions.json(node) + ".");
      return Optional.empty();
    }
    List<List<Condition>> alternatives = new ArrayList<>();
    for (String alternative : node.string().get().split("\\|", -1)) {
      List<Condition> conditions = new ArrayList<>();
      for (String text : alternative.split("&", -1)) {
        Optional<Condition> condition = condition(text);
        if (condition.isEmpty()) {
          report(node, text);
          return Optional.empty();
        }
        conditions.add(condition.get());
      }
      alternatives.add(conditions);
    }
    return Optional.of(new RecursionFilter(alternatives));
  }

  private static void report(ConfigNode node, String condition) {
    node.error(
        "Error creating a filter from %s: Operator couldn't be determined. Please use one of %s"
            .formatted(condition, Operator.list()));
  }

  /// The leftmost operator of two characters counts; `>` and `<` only where there is none.
  private static Optional<Condition> condition(String text) {
    return leftmost(text, 2)
        .or(() -> leftmost(text, 1))
        .map(operator -> {
          String[] parts = text.split(java.util.regex.Pattern.quote(operator.sign()), 3);
          return new Condition(parts[0], operator, parts[1]);
        });
  }

  private static Optional<Operator> leftmost(String text, int length) {
    for (int i = 0; i + length <= text.length(); i++) {
      for (Operator operator : Operator.values()) {
        if (operator.sign().length() == length && text.startsWith(operator.sign(), i)) {
          return Optional.of(operator);
        }
      }
    }
    return Optional.empty();
  }
}

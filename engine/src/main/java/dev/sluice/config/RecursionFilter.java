package dev.sluice.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The condition on a row that a child job is run for (spec: jobs-and-paging §5.8).
///
/// @param alternatives one of them has to hold; all conditions of an alternative have to
public record RecursionFilter(List<List<Condition>> alternatives) {

  /// Keeps an unmodifiable copy.
  public RecursionFilter {
    alternatives = alternatives.stream().map(List::copyOf).toList();
  }

  /// A comparison.
  ///
  /// @param column path to the row's value, steps separated by a dot
  /// @param operator how to compare
  /// @param value what to compare with
  public record Condition(String column, Operator operator, String value) {}

  /// The comparisons there are, in the order of the original's messages.
  public enum Operator {
    /// The texts are equal.
    EQUAL("=="),
    /// The texts differ.
    UNEQUAL("!="),
    /// Greater or equal.
    AT_LEAST(">="),
    /// Less or equal.
    AT_MOST("<="),
    /// Greater.
    GREATER(">"),
    /// Less.
    LESS("<"),
    /// The text has the form of a pattern in which `%` stands for anything.
    LIKE("~~"),
    /// The text does not have that form.
    UNLIKE("!~");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /// {@return how it is written}
    public String sign() {
      return sign;
    }

    /// {@return all of them as they are written, in brackets}
    static String list() {
      return Arrays.stream(values())
          .map(Operator::sign)
          .collect(Collectors.joining(", ", "[", "]"));
    }
  }
}

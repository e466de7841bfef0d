package dev.sluice.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds misspelt keys. Unknown keys are allowed and do nothing (spec: run-and-http §0), so that a
/// typing error would go unnoticed.
final class SimilarKeys {
  private static final int MOST_EDITS = 2;
  private static final int LETTERS_PER_EDIT = 4;

  private SimilarKeys() {}

  /// Warns of each key that is unknown but nearly one of the known ones, unless that one is there
  /// as well.
  ///
  /// @param node an object of the configuration
  /// @param known the keys that mean something in it
  static void warn(ConfigNode node, List<String> known) {
    node.entries()
        .forEach((key, value) -> {
          if (!known.contains(key)) {
            similar(key, known)
                .filter(meant -> !node.at(meant).present())
                .ifPresent(meant ->
                    value.warning(
                        "The option '%s' is unknown and has no effect.".formatted(key),
                        "Did you mean '%s'?".formatted(meant)));
          }
        });
  }

  /// {@return the first known key that differs in a few letters only}
  ///
  /// @param key the key that may be misspelt
  /// @param known the keys that it may mean
  static Optional<String> similar(String key, List<String> known) {
    int most = Math.min(MOST_EDITS, key.length() / LETTERS_PER_EDIT);
    return known.stream().filter(meant -> edits(key, meant) <= most).findFirst();
  }

  /// {@return how many letters have to be put in, left out or replaced, whatever their case}
  private static int edits(String one, String other) {
    String left = one.toLowerCase(Locale.ROOT);
    String right = other.toLowerCase(Locale.ROOT);
    int[] above = new int[right.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int row = 1; row <= left.length(); row++) {
      int[] here = new int[right.length() + 1];
      here[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int replaced =
            above[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
        here[column] = Math.min(replaced, 1 + Math.min(above[column], here[column - 1]));
      }
      above = here;
    }
    return above[right.length()];
  }
}

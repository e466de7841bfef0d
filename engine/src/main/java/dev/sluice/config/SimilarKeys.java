package dev.sluice.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what a misspelt name was meant to be.
final class SimilarKeys {
  private static final int MOST_EDITS = 2;
  private static final int LETTERS_PER_EDIT = 4;

  private SimilarKeys() {}

  /// {@return the known name that differs least, if it differs in a few letters only}
  ///
  /// @param key the name that may be misspelt
  /// @param known the names that it may mean; of equally good ones the first is taken
  static Optional<String> similar(String key, Collection<String> known) {
    int fewest = Math.min(MOST_EDITS, key.length() / LETTERS_PER_EDIT) + 1;
    Optional<String> nearest = Optional.empty();
    for (String name : known) {
      int edits = edits(key, name);
      if (edits < fewest) {
        fewest = edits;
        nearest = Optional.of(name);
      }
    }
    return nearest;
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

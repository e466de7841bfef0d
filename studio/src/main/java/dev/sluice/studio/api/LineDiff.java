package dev.sluice.studio.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How two texts differ, line by line.
final class LineDiff {
  private static final int CONTEXT = 3;

  /// Longer texts are shown as replaced as a whole: the table below grows with the square.
  private static final int MOST_LINES = 3000;

  private LineDiff() {}

  /// {@return the differences in the unified form, without the names of files; empty when there are
  /// none}
  ///
  /// @param before a text
  /// @param after another one
  static String of(String before, String after) {
    List<String> lines = lines(List.of(before.split("\n", -1)), List.of(after.split("\n", -1)));
    boolean[] isShown = new boolean[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).charAt(0) != ' ') {
        int to = Math.min(lines.size(), i + CONTEXT + 1);
        Arrays.fill(isShown, Math.max(0, i - CONTEXT), to, true);
      }
    }
    var out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (isShown[i]) {
        out.append(i == 0 || !isShown[i - 1] ? "@@\n" : "").append(lines.get(i)).append('\n');
      }
    }
    return out.toString();
  }

  private static List<String> lines(List<String> before, List<String> after) {
    int[][] common = common(before, after);
    List<String> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        lines.add(" " + before.get(i));
        i++;
        j++;
      } else if (j == after.size()
          || (i < before.size() && at(common, i + 1, j) >= at(common, i, j + 1))) {
        lines.add("-" + before.get(i));
        i++;
      } else {
        lines.add("+" + after.get(j));
        j++;
      }
    }
    return lines;
  }

  private static int at(int[][] table, int i, int j) {
    return i < table.length && j < table[i].length ? table[i][j] : 0;
  }

  private static int[][] common(List<String> before, List<String> after) {
    if (before.size() > MOST_LINES || after.size() > MOST_LINES) {
      return new int[0][0];
    }
    int[][] length = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        length[i][j] =
            before.get(i).equals(after.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }
}

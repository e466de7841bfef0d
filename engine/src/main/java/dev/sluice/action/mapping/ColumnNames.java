package dev.sluice.action.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Gives columns their names, each once (spec: studio §2.3 no. 5 and 7). Not thread-safe.
final class ColumnNames {
  private final Set<String> used = new HashSet<>();
  private int position;

  /// {@return a name for the next column}
  ///
  /// @param path the property names from the record on
  String next(List<String> path) {
    position++;
    String name =
        String.join("_", path)
            .strip()
            .replaceAll("\\s+", "_")
            .replaceAll("[^A-Za-z0-9_]", "_")
            .replaceFirst("^_", "");
    return unique(name.isEmpty() ? "column_" + position : name);
  }

  /// {@return a name that no other column has}
  ///
  /// @param name the name wanted
  String unique(String name) {
    String own = name;
    for (int number = 1; !used.add(own); number++) {
      own = name + "_" + number;
    }
    return own;
  }
}

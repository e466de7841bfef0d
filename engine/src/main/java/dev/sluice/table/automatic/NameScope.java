package dev.sluice.table.automatic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The column names of one table that are not free any more (spec: tables §2.7).
final class NameScope {
  private static final String MARK = "_u";

  /// Names given in this run.
  private final Set<String> used;

  /// For a base, how many numbered names were given without a gap, starting at `_u0`. Keeps memory
  /// flat where each page makes another one.
  private final Map<String, Integer> numbered;

  /// Names of columns that came from elsewhere: from the state, or with an object that became a
  /// list. The original does not know that they are taken and repeats them in the header (spec:
  /// tables §2.15, §2.16).
  private final Set<String> held;

  NameScope() {
    this(Set.of(), Map.of(), Set.of());
  }

  private NameScope(Set<String> used, Map<String, Integer> numbered, Set<String> held) {
    this.used = new HashSet<>(used);
    this.numbered = new HashMap<>(numbered);
    this.held = new HashSet<>(held);
  }

  /// {@return the base if it is free, else the base with the first free number; it is used from now
  /// on}
  ///
  /// @param base a clean name
  /// @param isColumn whether it will stand in the header; the names of objects do not, so that held
  ///   names do not matter for them
  String take(String base, boolean isColumn) {
    if (isFree(base, isColumn)) {
      used.add(base);
      return base;
    }
    int number = numbered.getOrDefault(base, 0);
    while (!isFree(base + MARK + number, isColumn)) {
      number++;
    }
    if (number == numbered.getOrDefault(base, 0)) {
      numbered.put(base, number + 1);
    } else {
      used.add(base + MARK + number);
    }
    return base + MARK + number;
  }

  /// Notes that a column has a name that was not given here.
  void hold(String name) {
    held.add(name);
  }

  /// Notes that the column is gone.
  void release(String name) {
    held.remove(name);
  }

  NameScope copy() {
    return new NameScope(used, numbered, held);
  }

  private boolean isFree(String name, boolean isColumn) {
    return !used.contains(name) && !isNumbered(name) && !(isColumn && held.contains(name));
  }

  private boolean isNumbered(String name) {
    int mark = name.lastIndexOf(MARK);
    int digits = name.length() - mark - MARK.length();
    if (mark < 0 || digits < 1 || digits > 9) {
      return false;
    }
    int number = 0;
    for (int i = name.length() - digits; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9' || (c == '0' && number == 0 && digits > 1)) {
        return false;
      }
      number = number * 10 + c - '0';
    }
    return number < numbered.getOrDefault(name.substring(0, mark), 0);
  }
}

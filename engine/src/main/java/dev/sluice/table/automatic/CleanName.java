package dev.sluice.table.automatic;

import dev.sluice.table.RowKey;

/// Names of columns and tables: letters, digits, `-` and `_`, at most about 64 bytes (spec: tables
/// §2.7).
final class CleanName {
  private static final int MAX_BYTES = 64;

  private CleanName() {}

  /// {@return the name that is left of a label; may be empty}
  ///
  /// @param label a path of property names, a data type
  static String of(String label) {
    String name = replaced(label);
    return stripped(name.length() > MAX_BYTES ? shortened(name) : name);
  }

  /// {@return `_` for each byte that is no letter, digit or `-`}
  private static String replaced(String label) {
    var name = new StringBuilder(label.length());
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (isLetter(c) || isDigit(c) || c == '-') {
        name.append(c);
      } else if (Character.isHighSurrogate(c) && i + 1 < label.length()) {
        name.repeat('_', 4);
        i++;
      } else {
        name.repeat('_', c < 0x80 ? 1 : c < 0x800 ? 2 : 3);
      }
    }
    return name.toString();
  }

  /// {@return a head that tells what was cut off, and the end of the name from an underscore on}
  private static String shortened(String name) {
    String head = (hasManyWords(name) ? initials(name) : RowKey.ofText(name)) + "_";
    int start = name.length() - (MAX_BYTES - head.length());
    int cut = start > name.length() ? -1 : name.indexOf('_', Math.max(0, start));
    return cut < 0 ? head : head + name.substring(cut);
  }

  /// {@return whether there is more than one word; words are runs of letters and `-`}
  private static boolean hasManyWords(String name) {
    int start = 0;
    int end = name.length();
    while (start < end && name.charAt(start) == '-') {
      start++;
    }
    if (end > start && name.charAt(end - 1) == '-') {
      end--;
    }
    int words = 0;
    boolean inside = false;
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      boolean belongs = isLetter(c) || c == '-';
      words += belongs && !inside ? 1 : 0;
      inside = belongs;
    }
    return words > 1;
  }

  /// {@return the first characters of the parts between the `-`}
  private static String initials(String name) {
    var initials = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != '-' && (i == 0 || name.charAt(i - 1) == '-')) {
        initials.append(name.charAt(i));
      }
    }
    return initials.toString();
  }

  /// {@return the name with single underscores, none at the ends}
  private static String stripped(String name) {
    var stripped = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_') {
        stripped.append(c);
      } else if (!stripped.isEmpty() && stripped.charAt(stripped.length() - 1) != '_') {
        stripped.append('_');
      }
    }
    int last = stripped.length() - 1;
    if (last >= 0 && stripped.charAt(last) == '_') {
      stripped.setLength(last);
    }
    return stripped.toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

package dev.sluice.table.legacy;

import dev.sluice.table.RowKey;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Names of columns and tables at level 1: letters, digits, `-` and `_`, at most about 64 bytes
/// (spec: tables §3.2). Not thread-safe.
final class SafeName {
  private static final int MAX_BYTES = 64;

  private final Map<String, String> known = new HashMap<>();

  /// {@return what is left of a name; may be empty}
  String of(String name) {
    String safe = known.get(name);
    if (safe == null) {
      safe = safe(name);
      known.put(name, safe);
    }
    return safe;
  }

  private static String safe(String name) {
    // One character per byte: the rules are about bytes.
    String bytes = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    String text = bytes.length() > MAX_BYTES ? shortened(name, bytes) : bytes;
    var safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      safe.append(isLetter(c) || isDigit(c) || c == '-' ? c : '_');
    }
    int start = 0;
    int end = safe.length();
    while (start < end && safe.charAt(start) == '_') {
      start++;
    }
    while (end > start && safe.charAt(end - 1) == '_') {
      end--;
    }
    return safe.substring(start, end);
  }

  /// {@return a head that tells what was cut off, and the end of the name from a space or an
  /// underscore on}
  private static String shortened(String name, String bytes) {
    String head = (words(bytes) > 1 ? initials(bytes) : RowKey.ofText(name)) + "_";
    int start = bytes.length() - (MAX_BYTES - head.length());
    if (start > bytes.length()) {
      return head;
    }
    int space = bytes.indexOf(' ', Math.max(0, start));
    int cut = space < 0 ? bytes.indexOf('_', Math.max(0, start)) : space;
    return cut < 0 ? head : head + bytes.substring(cut);
  }

  /// {@return the number of runs of letters, `'` and `-`}
  private static int words(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && (text.charAt(start) == '\'' || text.charAt(start) == '-')) {
      start++;
    }
    if (end > start && text.charAt(end - 1) == '-') {
      end--;
    }
    int words = 0;
    boolean inside = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean belongs = isLetter(c) || c == '\'' || c == '-';
      words += belongs && !inside ? 1 : 0;
      inside = belongs;
    }
    return words;
  }

  /// {@return the first characters of the runs of letters, digits and `_`}
  private static String initials(String text) {
    var initials = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean belongs = isLetter(c) || isDigit(c) || c == '_';
      if (belongs && !inside) {
        initials.append(c);
      }
      inside = belongs;
    }
    return initials.toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

package dev.sluice.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much room a text takes on a terminal: East Asian characters and emoji take two columns,
/// combining marks none (Unicode Standard Annex 11).
final class DisplayWidth {
  private static final String ELLIPSIS = "…";
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  /// First and last code points of what is two columns wide, in rising order; emoji are told apart
  /// by their own property.
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF,
    0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6,
    0x1B000, 0x1B2FF, 0x1F200, 0x1F2FF, 0x20000, 0x3FFFD
  };

  private DisplayWidth() {}

  /// {@return the number of columns}
  ///
  /// @param text printable; see [#printable(String)]
  static int of(String text) {
    if (isAscii(text)) {
      return text.length();
    }
    int columns = 0;
    for (Matcher clusters = CLUSTER.matcher(text); clusters.find(); ) {
      columns += ofCluster(clusters.group());
    }
    return columns;
  }

  /// {@return the text, cut and marked with an ellipsis where it is wider than allowed}
  ///
  /// @param text printable
  /// @param columns at least 1
  static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    int used = 0;
    int end = 0;
    for (Matcher clusters = CLUSTER.matcher(text); clusters.find(); end = clusters.end()) {
      used += ofCluster(clusters.group());
      if (used > columns - 1) {
        break;
      }
    }
    return text.substring(0, end) + ELLIPSIS;
  }

  /// {@return the text broken at spaces into lines that fit, all but the first indented; a word
  /// that is too long stays whole}
  ///
  /// @param text printable
  /// @param columns at least 1
  /// @param indent before the further lines
  static List<String> wrap(String text, int columns, String indent) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    boolean isEmpty = true;
    for (String word : text.split(" ", -1)) {
      if (!isEmpty && of(line.toString()) + 1 + of(word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(indent);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    lines.add(line.toString());
    return lines;
  }

  /// {@return the text on one line, without what a terminal would obey: line breaks and tabs become
  /// spaces, other control characters a replacement mark}
  ///
  /// @param text any text, also from an API
  static String printable(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || isDirection(c)) {
        clean = clean == null ? new StringBuilder(text) : clean;
        clean.setCharAt(i, c == '\n' || c == '\r' || c == '\t' ? ' ' : '\uFFFD');
      }
    }
    return clean == null ? text : clean.toString().replace("  ", " ");
  }

  private static int ofCluster(String cluster) {
    int first = cluster.codePointAt(0);
    if (isWide(first) || Character.isEmojiPresentation(first) || cluster.indexOf('\uFE0F') > 0) {
      return 2;
    }
    return switch (Character.getType(first)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> 1;
    };
  }

  private static boolean isWide(int codePoint) {
    for (int i = 0; i < WIDE.length && codePoint >= WIDE[i]; i += 2) {
      if (codePoint <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /// Overrides of the writing direction, with which a text could pass for another.
  private static boolean isDirection(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}

package dev.sluice.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Percent-encoding of the parts of a URL and of form fields (spec: run-and-http §4.4, §4.7).
final class Percent {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String ALPHANUMERIC =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String SUB_DELIMITERS = "!$&'()*+,;=";

  /// What may stand in a path unencoded.
  static final boolean[] PATH = set(ALPHANUMERIC + "_-.~" + SUB_DELIMITERS + ":@/");

  /// What may stand in a query unencoded.
  static final boolean[] QUERY = set(ALPHANUMERIC + "_-.~" + SUB_DELIMITERS + ":@/?");

  /// What stays in a form field.
  static final boolean[] FORM = set(ALPHANUMERIC + "-_.");

  private Percent() {}

  /// {@return the text with everything outside the set encoded; escapes that are there stay}
  ///
  /// @param text a part of a URL
  /// @param allowed characters to keep
  static String mend(String text, boolean[] allowed) {
    var mended = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (point == '%' && isEscape(text, i)) {
        mended.append('%');
      } else {
        append(mended, point, allowed);
      }
      i += Character.charCount(point);
    }
    return mended.toString();
  }

  /// {@return a form field's text: a space becomes a plus sign}
  ///
  /// @param text any text
  static String formField(String text) {
    var encoded = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(point -> {
          if (point == ' ') {
            encoded.append('+');
          } else {
            append(encoded, point, FORM);
          }
        });
    return encoded.toString();
  }

  /// {@return the text behind an encoded form field; a broken escape stays as it is}
  ///
  /// @param field what stands between the delimiters
  static String formText(String field) {
    return text(field.replace('+', ' '));
  }

  /// {@return the text behind an encoded part of a URL; a broken escape stays as it is}
  ///
  /// @param part encoded
  static String text(String part) {
    if (part.indexOf('%') < 0) {
      return part;
    }
    var bytes = new ByteArrayOutputStream(part.length());
    for (int i = 0; i < part.length(); ) {
      int point = part.codePointAt(i);
      if (point == '%' && isEscape(part, i)) {
        bytes.write(HexFormat.fromHexDigits(part, i + 1, i + 3));
        i += 3;
      } else {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }

  private static void append(StringBuilder target, int point, boolean[] allowed) {
    if (point < allowed.length && allowed[point]) {
      target.append((char) point);
      return;
    }
    for (byte one : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      target.append('%').append(HEX.toHexDigits(one));
    }
  }

  private static boolean[] set(String characters) {
    var set = new boolean[128];
    characters.chars().forEach(c -> set[c] = true);
    return set;
  }
}

package dev.sluice.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The strict percent-encoding that authentication and signatures use: everything but `A-Z a-z 0-9
/// - _ . ~` is encoded, in upper case (RFC 3986 §2.3; spec: authentication §2.3).
public final class Rfc3986 {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Rfc3986() {}

  /// {@return the text encoded}
  ///
  /// @param text any text
  public static String encode(String text) {
    var encoded = new StringBuilder(text.length() + 16);
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      append(encoded, one);
    }
    return encoded.toString();
  }

  /// {@return a name or value of a query or form body in this encoding} Two parts that mean the
  /// same bytes become equal.
  ///
  /// @param part encoded in any way; a plus sign is a space, a broken escape is taken as it is
  public static String recode(String part) {
    return recodeSegment(part.replace("+", "%20"));
  }

  /// {@return a segment of a path in this encoding} Two segments that mean the same bytes become
  /// equal.
  ///
  /// @param segment what stands between slashes, encoded in any way; a broken escape is taken as it
  ///   is
  public static String recodeSegment(String segment) {
    byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
    var encoded = new StringBuilder(bytes.length + 16);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%' && isEscape(bytes, i)) {
        append(
            encoded,
            (byte) HexFormat.fromHexDigits("" + (char) bytes[i + 1] + (char) bytes[i + 2]));
        i += 2;
      } else {
        append(encoded, bytes[i]);
      }
    }
    return encoded.toString();
  }

  /// {@return the text behind a name or value of a query or form body}
  ///
  /// @param part encoded in any way; a plus sign is a space, a broken escape is taken as it is
  public static String decode(String part) {
    return Percent.formText(part);
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return at + 2 < bytes.length
        && HexFormat.isHexDigit(bytes[at + 1])
        && HexFormat.isHexDigit(bytes[at + 2]);
  }

  private static void append(StringBuilder target, byte one) {
    boolean isUnreserved = one > 0 && (Character.isLetterOrDigit(one) || "-_.~".indexOf(one) >= 0);
    if (isUnreserved) {
      target.append((char) one);
    } else {
      target.append('%').append(HEX.toHexDigits(one));
    }
  }
}

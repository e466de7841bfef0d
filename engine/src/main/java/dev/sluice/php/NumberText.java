package dev.sluice.php;

import dev.sluice.json.JsonNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/// Numbers as the original prints them (spec: tables §1.4).
public final class NumberText {
  /// Significant digits of a double in cells, queries, headers and function results.
  private static final int SHOWN_DIGITS = 14;

  /// Significant digits of a double where it must be read back unchanged: in JSON text and in the
  /// serialised form.
  static final int EXACT_DIGITS = 17;

  private NumberText() {}

  /// {@return a number as text in cells, queries, headers and function results: integers in
  /// decimal, others with up to 14 significant digits}
  ///
  /// @param number any number; a literal beyond the double range becomes `INF` or `-INF`
  public static String of(JsonNumber number) {
    if (number.isInteger()) {
      // JSON allows neither leading zeros nor a plus sign: the literal is the text, but for `-0`.
      return number.literal().equals("-0") ? "0" : number.literal();
    }
    byte[] literal = number.literal().getBytes(StandardCharsets.ISO_8859_1);
    int end = plainEnd(literal, 0, literal.length);
    return end >= 0
        ? number.literal().substring(0, end)
        : of(number.doubleValue(), SHOWN_DIGITS, 'E');
  }

  /// {@return where the text of a number ends, if it is a part of the literal, else -1}
  ///
  /// That is so for decimals without exponent that are not 0, have up to 14 significant digits, and
  /// are neither too large nor too small for plain notation: a double tells decimals of 15 digits
  /// apart, so that rounding it gives back the literal. Only zeros at the end of the fraction go.
  ///
  /// @param literal holds a JSON number that is no 64-bit integer
  /// @param from where it starts
  /// @param to where it ends, exclusive
  public static int plainEnd(byte[] literal, int from, int to) {
    int at = literal[from] == '-' ? from + 1 : from;
    int whole = 0;
    int first = -1;
    int last = -1;
    int end = -1;
    boolean fraction = false;
    for (int digits = 0; at < to; at++) {
      byte c = literal[at];
      if (c == '.') {
        fraction = true;
        whole = digits;
        end = at;
      } else if (c >= '0' && c <= '9') {
        if (c != '0') {
          first = first < 0 ? digits : first;
          last = digits;
          end = fraction ? at + 1 : end;
        }
        digits++;
      } else {
        return -1;
      }
    }
    boolean isPlain =
        fraction
            && first >= 0
            && last - first < SHOWN_DIGITS
            && whole <= SHOWN_DIGITS
            && first <= 4;
    return isPlain ? end : -1;
  }

  /// {@return a double with the given precision} Ties go to the even digit of the exact binary
  /// value (spec: tables §1.4).
  ///
  /// @param value any double
  /// @param digits the most significant digits to print, at least 1
  /// @param exponentLetter `e` or `E`
  public static String of(double value, int digits, char exponentLetter) {
    if (!Double.isFinite(value)) {
      return value > 0 ? "INF" : "-INF";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    return PlainDouble.text(value, digits).orElseGet(() -> exactly(value, digits, exponentLetter));
  }

  private static String exactly(double value, int digits, char exponentLetter) {
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent < -4 || exponent >= digits
        ? scientific(rounded, exponent, exponentLetter)
        : rounded.toPlainString();
  }

  private static String scientific(BigDecimal value, int exponent, char exponentLetter) {
    String digits = value.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? digits.substring(1) : "0";
    return (value.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + "."
        + fraction
        + exponentLetter
        + (exponent < 0 ? "-" : "+")
        + Math.abs(exponent);
  }
}

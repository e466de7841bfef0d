package dev.sluice.php;

import dev.sluice.json.JsonNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

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
    return of(number.doubleValue(), SHOWN_DIGITS, 'E');
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

package dev.sluice.http;

import dev.sluice.json.JsonNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as text in queries and headers: integers in decimal, others with up to 14 significant
/// digits (spec: run-and-http §4.4).
final class NumberText {
  private static final int DIGITS = 14;

  private NumberText() {}

  static String of(JsonNumber number) {
    return number.isInteger() ? Long.toString(number.longValue()) : of(number.doubleValue());
  }

  private static String of(double value) {
    if (!Double.isFinite(value)) {
      return value > 0 ? "INF" : "-INF";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent < -4 || exponent >= DIGITS
        ? scientific(rounded, exponent)
        : rounded.toPlainString();
  }

  private static String scientific(BigDecimal value, int exponent) {
    String digits = value.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? digits.substring(1) : "0";
    return (value.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + "."
        + fraction
        + "E"
        + (exponent < 0 ? "-" : "+")
        + Math.abs(exponent);
  }
}

package dev.sluice.php;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalInt;

/// Doubles as `sprintf` prints them (spec: functions §4.2).
final class SprintfReals {
  private static final int USUAL_PRECISION = 6;
  private static final int LARGEST_PRECISION = 53;

  private SprintfReals() {}

  /// {@return a double in one of the forms `e`, `E`, `f`, `F`, `g` and `G`}
  static String text(char type, double value, OptionalInt asked) {
    int precision = Math.min(asked.orElse(USUAL_PRECISION), LARGEST_PRECISION);
    if (!Double.isFinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    return switch (type) {
      case 'e' -> sign(value) + scientific(Math.abs(value), precision);
      case 'E' -> sign(value) + scientific(Math.abs(value), precision).toUpperCase(Locale.ROOT);
      case 'g' -> NumberText.of(value, Math.max(1, precision), 'e');
      case 'G' -> NumberText.of(value, Math.max(1, precision), 'E');
      default -> sign(value) + fixed(Math.abs(value), precision);
    };
  }

  /// Negative zero gets no sign, but what rounds to zero keeps its own.
  private static String sign(double value) {
    return value < 0 ? "-" : "";
  }

  private static String fixed(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String scientific(double value, int decimals) {
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN));
    String digits = rounded.unscaledValue().toString();
    int exponent = value == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String fraction = digits.substring(1) + "0".repeat(decimals + 1 - digits.length());
    return digits.charAt(0)
        + (decimals > 0 ? "." + fraction : "")
        + (exponent < 0 ? "e-" : "e+")
        + Math.abs(exponent);
  }
}

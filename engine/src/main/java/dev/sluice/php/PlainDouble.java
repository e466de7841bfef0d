package dev.sluice.php;

import java.util.Optional;

/// Decimal digits of doubles of everyday size, by integer arithmetic of 128 bits.
///
/// Exact like [java.math.BigDecimal], which needs twenty times as long; prices and weights are part
/// of each row that is hashed.
final class PlainDouble {
  private static final double LEAST = 0.001;
  private static final double LIMIT = 1e17;
  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
  private static final int EXPONENT_BIAS = 1075;
  private static final int MAX_DIGITS = 17;

  /// Up to 10^19, which is unsigned.
  private static final long[] POWERS = new long[20];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private PlainDouble() {}

  /// {@return the double in plain notation, or nothing if it is too large, too small or asks for
  /// too many digits}
  ///
  /// @param value any finite double
  /// @param digits the most significant digits; ties go to the even digit of the exact value
  static Optional<String> text(double value, int digits) {
    double size = Math.abs(value);
    if (!(size >= LEAST && size < LIMIT) || digits > MAX_DIGITS) {
      return Optional.empty();
    }
    int exponent = exponent(size);
    int scale = digits - 1 - exponent;
    if (scale < 0) {
      return Optional.empty();
    }
    long number = scaled(size, scale);
    if (number == POWERS[digits]) {
      number /= 10;
      exponent++;
    }
    return exponent >= digits
        ? Optional.empty()
        : Optional.of((value < 0 ? "-" : "") + plain(number, exponent, digits));
  }

  /// {@return the decimal exponent of the first digit} Each double next to a power of ten lies on
  /// the same side of it as of the nearest double, down to 0.001.
  private static int exponent(double size) {
    if (size < 1) {
      return size >= 0.1 ? -1 : size >= 0.01 ? -2 : -3;
    }
    int exponent = 0;
    while (exponent < 17 && size >= POWERS[exponent + 1]) {
      exponent++;
    }
    return exponent;
  }

  /// {@return size · 10^scale, rounded half to even}
  private static long scaled(double size, int scale) {
    long bits = Double.doubleToRawLongBits(size);
    long mantissa = (bits & MANTISSA) | (1L << MANTISSA_BITS);
    int shift = EXPONENT_BIAS - (int) (bits >>> MANTISSA_BITS);
    if (shift <= 0) {
      return (mantissa << -shift) * POWERS[scale];
    }
    long high = Math.unsignedMultiplyHigh(mantissa, POWERS[scale]);
    long low = mantissa * POWERS[scale];
    long whole = (high << (Long.SIZE - shift)) | (low >>> shift);
    long rest = low & ((1L << shift) - 1);
    long half = 1L << (shift - 1);
    boolean up = rest > half || (rest == half && (whole & 1) == 1);
    return up ? whole + 1 : whole;
  }

  private static String plain(long number, int exponent, int digits) {
    long shown = number;
    int fraction = digits - 1 - exponent;
    while (fraction > 0 && shown % 10 == 0) {
      shown /= 10;
      fraction--;
    }
    String text = Long.toString(shown);
    if (fraction == 0) {
      return text;
    }
    int point = text.length() - fraction;
    return point > 0
        ? text.substring(0, point) + "." + text.substring(point)
        : "0." + "0".repeat(-point) + text;
  }
}

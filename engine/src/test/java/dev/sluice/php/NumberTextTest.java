package dev.sluice.php;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NumberTextTest {
  private static final int SAMPLES = 40_000;

  @ParameterizedTest
  @CsvFileSource(resources = "/vectors/tables/doubles.csv", delimiter = '|')
  void shows14Digits(String literal, String cell, String json, String hash) {
    assertEquals(cell, NumberText.of(new JsonNumber(literal)));
  }

  @Test
  void agreesWithExactArithmeticOnRandomDoubles() {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < SAMPLES; i++) {
      double value = sample(random, i);
      for (int digits : new int[] {14, 17}) {
        assertEquals(
            exactly(value, digits),
            NumberText.of(value, digits, 'E'),
            () -> "seed " + seed + ", " + Double.toHexString(value));
      }
    }
  }

  @Test
  void readsBackFrom17Digits() {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < SAMPLES; i++) {
      double value = sample(random, i);
      assertEquals(value, Double.parseDouble(NumberText.of(value, 17, 'e')), () -> "seed " + seed);
    }
  }

  @Test
  void keepsShortDecimalsAsTheyStand() {
    long seed = System.nanoTime();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < SAMPLES; i++) {
      long digits = random.nextLong(-99_999_999_999_999L, 100_000_000_000_000L);
      String literal = BigDecimal.valueOf(digits, random.nextInt(1, 20)).toPlainString();
      assertEquals(
          exactly(Double.parseDouble(literal), 14),
          NumberText.of(new JsonNumber(literal)),
          () -> "seed " + seed);
    }
  }

  /// Any bit pattern, short decimals, ties, and integers in turn.
  private static double sample(SplittableRandom random, int turn) {
    double value =
        switch (turn % 4) {
          case 0 -> Double.longBitsToDouble(random.nextLong());
          case 1 -> random.nextInt(-1_000_000, 1_000_000) / 1000.0;
          case 2 -> Math.scalb((double) random.nextLong(1L << 53), random.nextInt(-60, 12));
          default -> random.nextLong(10_000_000_000_000_000L) * 0.5;
        };
    return Double.isFinite(value) ? value : 1.5;
  }

  private static String exactly(double value, int digits) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    String all = rounded.unscaledValue().abs().toString();
    int exponent = all.length() - 1 - rounded.scale();
    String shown = all.replaceAll("0+$", "");
    String sign = value < 0 ? "-" : "";
    if (exponent >= -4 && exponent < digits) {
      return sign + new BigDecimal(rounded.abs().stripTrailingZeros().toPlainString());
    }
    return sign
        + shown.charAt(0)
        + "."
        + (shown.length() > 1 ? shown.substring(1) : "0")
        + "E"
        + (exponent < 0 ? "" : "+")
        + exponent;
  }
}

package dev.sluice.json;

/// A number as the document wrote it.
///
/// @param literal the number's text, e.g. `10`, `-0`, `1.50`, `1e400`; a valid JSON number
public record JsonNumber(String literal) implements JsonValue {

  /// {@return the number for an integer}
  ///
  /// @param value any 64-bit integer
  public static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /// {@return whether the text has no fraction and no exponent and fits into 64 bits: what the
  /// original keeps as an integer} (spec: tables §1.2)
  public boolean isInteger() {
    int length = literal.length();
    for (int i = 0; i < length; i++) {
      char c = literal.charAt(i);
      if (c == '.' || c == 'e' || c == 'E') {
        return false;
      }
    }
    if (length < 19) {
      return true;
    }
    try {
      Long.parseLong(literal);
      return true;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  /// {@return the integer}
  ///
  /// @throws NumberFormatException if [#isInteger()] is false
  public long longValue() {
    return Long.parseLong(literal);
  }

  /// {@return the nearest double; infinite for literals beyond its range}
  public double doubleValue() {
    return Double.parseDouble(literal);
  }

  /// {@return whether the number is a zero of any form}
  public boolean isZero() {
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c >= '1' && c <= '9') {
        return doubleValue() == 0;
      }
    }
    return true;
  }
}

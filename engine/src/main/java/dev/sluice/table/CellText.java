package dev.sluice.table;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.JsonText;
import dev.sluice.php.NumberText;

/// How values become the text of a cell (spec: tables §1.2, README G-04).
public enum CellText {
  /// The original's bytes: `true` is `1`, `false` is nothing, doubles have 14 significant digits.
  ORIGINAL,
  /// Nothing is lost: booleans in words, numbers as the document wrote them.
  LOSSLESS;

  /// A literal without exponent is within the double range if it has no more digits than this.
  private static final int LONGEST_DOUBLE = 308;

  /// {@return the form that a configuration asks for}
  ///
  /// @param lossless its option `lossless`
  public static CellText of(boolean lossless) {
    return lossless ? LOSSLESS : ORIGINAL;
  }

  /// {@return the text of a scalar; empty for `null`}
  ///
  /// @param value no list and no object
  /// @throws IllegalArgumentException if it is one
  public String text(JsonValue value) {
    return switch (value) {
      case JsonNull _ -> "";
      case JsonString(String text) -> text;
      case JsonNumber number -> this == LOSSLESS ? number.literal() : NumberText.of(number);
      case JsonBoolean(boolean flag) -> flag(flag);
      case JsonArray _, JsonObject _ ->
          throw new IllegalArgumentException("A list or an object has no text of its own.");
    };
  }

  /// {@return the JSON text of any value} (spec: tables §1.3)
  ///
  /// @param value what to encode
  public String json(JsonValue value) {
    return this == LOSSLESS ? JsonText.lossless(value) : JsonText.of(value);
  }

  /// {@return whether the text of a number says less than the number: an integer of more than 64
  /// bits, a literal beyond the double range} (spec: tables §1.2)
  ///
  /// @param number any number
  public boolean loses(JsonNumber number) {
    if (this == LOSSLESS || number.isInteger()) {
      return false;
    }
    String literal = number.literal();
    boolean exponent = literal.indexOf('e') >= 0 || literal.indexOf('E') >= 0;
    return (exponent || literal.length() > LONGEST_DOUBLE)
        ? Double.isInfinite(number.doubleValue())
        : literal.indexOf('.') < 0;
  }

  private String flag(boolean flag) {
    return this == LOSSLESS ? Boolean.toString(flag) : flag ? "1" : "";
  }
}

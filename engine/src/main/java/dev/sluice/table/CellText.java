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

  private String flag(boolean flag) {
    return this == LOSSLESS ? Boolean.toString(flag) : flag ? "1" : "";
  }
}

package dev.sluice.json;

/// `true` or `false`.
///
/// @param value which of the two
public record JsonBoolean(boolean value) implements JsonValue {
  /// The value `true`.
  public static final JsonBoolean TRUE = new JsonBoolean(true);

  /// The value `false`.
  public static final JsonBoolean FALSE = new JsonBoolean(false);

  /// {@return the shared instance for a value}
  ///
  /// @param value which of the two
  public static JsonBoolean of(boolean value) {
    return value ? TRUE : FALSE;
  }
}

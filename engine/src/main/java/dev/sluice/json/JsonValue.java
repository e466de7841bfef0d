package dev.sluice.json;

/// A JSON document or a part of one. Immutable and safe to share between threads.
public sealed interface JsonValue
    permits JsonNull, JsonBoolean, JsonNumber, JsonString, JsonArray, JsonObject {

  /// {@return whether the value counts as empty where a configuration is read: `null`, `false`, a
  /// zero, `""`, `"0"`, `[]` or `{}`} (spec: run-and-http §0)
  default boolean isEmpty() {
    return switch (this) {
      case JsonNull _ -> true;
      case JsonBoolean(boolean value) -> !value;
      case JsonNumber number -> number.isZero();
      case JsonString(String value) -> value.isEmpty() || value.equals("0");
      case JsonArray array -> array.items().isEmpty();
      case JsonObject object -> object.size() == 0;
    };
  }

  /// {@return whether the value counts as empty where data is read: as [#isEmpty()], but `{}` is
  /// not empty} (spec: jobs-and-paging §0)
  default boolean isEmptyData() {
    return !(this instanceof JsonObject) && isEmpty();
  }

  /// {@return whether the value is neither an object nor a list}
  default boolean isScalarOrNull() {
    return !(this instanceof JsonObject) && !(this instanceof JsonArray);
  }

  /// {@return the name that the original's messages use for the value's type: `string`, `integer`,
  /// `double`, `boolean`, `array`, `object` or `NULL`}
  default String typeName() {
    return switch (this) {
      case JsonNull _ -> "NULL";
      case JsonBoolean _ -> "boolean";
      case JsonNumber number -> number.isInteger() ? "integer" : "double";
      case JsonString _ -> "string";
      case JsonArray _ -> "array";
      case JsonObject _ -> "object";
    };
  }
}

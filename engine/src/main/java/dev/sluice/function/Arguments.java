package dev.sluice.function;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.Casts;
import dev.sluice.problem.UserError;
import java.util.List;
import java.util.OptionalLong;

/// The evaluated arguments of one call, converted on request (spec: functions §5).
///
/// @param function the function's name, for messages
/// @param parameters what it takes
/// @param values as many as it takes
record Arguments(String function, Parameters parameters, List<JsonValue> values) {

  int count() {
    return values.size();
  }

  JsonValue value(int position) {
    return values.get(position);
  }

  /// {@return an argument as text}
  ///
  /// @param position from 0
  /// @throws UserError if it is a list or an object
  String text(int position) {
    return Casts.toText(values.get(position)).orElseThrow(() -> typeError(position, "string"));
  }

  /// {@return a value as text where the original converts it itself: `concat`, items of `implode`,
  /// `%s`}
  ///
  /// @param position the argument that it belongs to, from 0
  /// @param value the argument or a part of it
  /// @throws UserError if it is a list or an object
  String convert(int position, JsonValue value) {
    if (value instanceof JsonObject) {
      throw ScriptErrors.of("Object of class stdClass could not be converted to string");
    }
    return Casts.toText(value).orElseThrow(() -> typeError(position, "string", value));
  }

  /// {@return an argument as Unix seconds; nothing if it is absent or `null`}
  ///
  /// @param position from 0
  /// @throws UserError if it is no number
  OptionalLong timestamp(int position) {
    if (position >= values.size() || values.get(position) instanceof JsonNull) {
      return OptionalLong.empty();
    }
    OptionalLong number = Casts.toExactInteger(values.get(position));
    if (number.isEmpty()) {
      throw typeError(position, "?int");
    }
    return number;
  }

  UserError typeError(int position, String expected) {
    return typeError(position, expected, values.get(position));
  }

  /// {@return the error of an argument}
  ///
  /// @param position from 0
  /// @param fault what is wrong with it, following its name
  UserError error(int position, String fault) {
    return ScriptErrors.of(
        function + "(): Argument " + parameters.describe(position) + " " + fault);
  }

  private UserError typeError(int position, String expected, JsonValue given) {
    return error(position, "must be of type " + expected + ", " + typeName(given) + " given");
  }

  private static String typeName(JsonValue value) {
    return switch (value) {
      case JsonNull _ -> "null";
      case JsonBoolean _ -> "bool";
      case JsonNumber number -> number.isInteger() ? "int" : "float";
      case JsonString _ -> "string";
      case JsonArray _ -> "array";
      case JsonObject _ -> "stdClass";
    };
  }
}

package dev.sluice.function;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Function calls and references as the JSON they are written in (spec: functions §1): made, and
/// recognised by their shape without being evaluated.
public final class FunctionJson {
  private static final String FUNCTION = "function";
  private static final String ARGS = "args";

  private FunctionJson() {}

  /// {@return a call}
  ///
  /// @param name the function's name
  /// @param args its arguments
  public static JsonObject call(String name, JsonValue... args) {
    return JsonObject.builder().put(FUNCTION, name).put(ARGS, JsonArray.of(args)).build();
  }

  /// {@return a reference}
  ///
  /// @param context e.g. `attr`
  /// @param key what it refers to
  public static JsonObject reference(String context, String key) {
    return JsonObject.of(context, new JsonString(key));
  }

  /// {@return the arguments, if the value is a call of that function that has nothing but
  /// `function` and a list `args`; keys that start with `__` are passed over}
  ///
  /// @param value any value
  /// @param name the function's name
  public static Optional<List<JsonValue>> arguments(JsonValue value, String name) {
    if (!(value instanceof JsonObject call)
        || !new JsonString(name).equals(call.valueOrNull(FUNCTION))
        || !(call.valueOrNull(ARGS) instanceof JsonArray(List<JsonValue> args))) {
      return Optional.empty();
    }
    boolean hasMore =
        call.shape().names().stream()
            .anyMatch(key -> !key.equals(FUNCTION) && !key.equals(ARGS) && !key.startsWith("__"));
    return hasMore ? Optional.empty() : Optional.of(args);
  }

  /// {@return the key, if the value is a reference into that context}
  ///
  /// @param value any value
  /// @param context e.g. `attr`
  public static Optional<String> referenceKey(JsonValue value, String context) {
    return value instanceof JsonObject reference
            && reference.size() == 1
            && reference.valueOrNull(context) instanceof JsonString(String key)
        ? Optional.of(key)
        : Optional.empty();
  }

  /// {@return whether the value is a call, whatever the function}
  ///
  /// @param value any value
  public static boolean isCall(JsonValue value) {
    return value instanceof JsonObject object && object.has(FUNCTION);
  }
}

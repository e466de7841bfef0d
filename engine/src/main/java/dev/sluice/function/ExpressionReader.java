package dev.sluice.function;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.JsonText;
import dev.sluice.php.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the three forms of a value (spec: functions §1).
final class ExpressionReader {
  private static final String ALWAYS_A_CALL =
      "An object with the key \"function\" is always a call, also in data meant literally. Known"
          + " functions: "
          + Function.names()
          + ".";

  /// Doubles with fewer integer digits are written as integers when they pass through JSON.
  private static final double LARGEST_PLAIN = 1e17;

  private final Place place;

  ExpressionReader(Place place) {
    this.place = place;
  }

  Expression read(JsonValue value) {
    return switch (value) {
      case JsonArray array -> items(array);
      case JsonObject object -> object(object);
      default -> new Expression.Literal(literal(value));
    };
  }

  /// {@return whether an object is computed: a call, or a reference to a context of the place}
  static boolean isComputed(JsonObject object, Place place) {
    return object.has("function") || isReference(object, place);
  }

  /// {@return the value as it comes out of being written as JSON and read again, as the original
  /// does with each section: `1.0` and `1e3` become integers} (spec: functions §2.1)
  static JsonValue literal(JsonValue value) {
    return switch (value) {
      case JsonNumber number when !number.isInteger() -> literal(number);
      case JsonArray(List<JsonValue> items) ->
          new JsonArray(items.stream().map(ExpressionReader::literal).toList());
      case JsonObject object -> {
        var properties = JsonObject.builder();
        object.forEach((key, property) -> properties.put(key, literal(property)));
        yield properties.build();
      }
      default -> value;
    };
  }

  private static JsonNumber literal(JsonNumber number) {
    double value = number.doubleValue();
    return value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN
        ? JsonNumber.of((long) value)
        : number;
  }

  private static boolean isReference(JsonObject object, Place place) {
    return object.size() == 1 && place.contexts().contains(object.shape().name(0));
  }

  private Expression items(JsonArray array) {
    List<Expression> items = array.items().stream().map(this::read).toList();
    return items.stream().allMatch(Expression::isLiteral)
        ? new Expression.Literal(literal(array))
        : new Expression.Items(items);
  }

  private Expression object(JsonObject object) {
    Optional<JsonValue> function = object.find("function");
    if (function.isPresent()) {
      return call(function.get(), object.find("args").orElse(JsonNull.NULL));
    }
    if (isReference(object, place)) {
      return reference(object.shape().name(0), object.value(0));
    }
    Map<String, Expression> properties = new LinkedHashMap<>();
    object.forEach((key, value) -> properties.put(key, read(value)));
    return properties.values().stream().allMatch(Expression::isLiteral)
        ? new Expression.Literal(literal(object))
        : new Expression.Properties(properties);
  }

  private Expression call(JsonValue name, JsonValue args) {
    String text = name instanceof JsonString(String string) ? string : JsonText.of(name);
    Optional<Function> function =
        name instanceof JsonString ? Function.find(text) : Optional.empty();
    if (function.isEmpty()) {
      return new Expression.Faulty("Illegal function '" + text + "'!", ALWAYS_A_CALL);
    }
    return switch (args) {
      case JsonNull _ -> new Expression.Call(function.get(), List.of());
      case JsonArray(List<JsonValue> items) -> call(function.get(), items);
      case JsonObject object -> call(function.get(), List.copyOf(object.members().values()));
      default ->
          new Expression.Faulty(
              text + "(): the \"args\" must be a list, " + args.typeName() + " given", "");
    };
  }

  private Expression call(Function function, List<JsonValue> args) {
    List<Expression> arguments = new ArrayList<>();
    args.forEach(argument -> arguments.add(read(argument)));
    return new Expression.Call(function, List.copyOf(arguments));
  }

  private Expression reference(String context, JsonValue key) {
    return switch (key) {
      case JsonString(String text) -> new Expression.Reference(context, text, place);
      case JsonNumber number -> new Expression.Reference(context, NumberText.of(number), place);
      case JsonBoolean(boolean flag) -> new Expression.Reference(context, flag ? "1" : "", place);
      case JsonNull _ -> new Expression.Reference(context, "", place);
      case JsonArray _, JsonObject _ ->
          new Expression.Faulty(
              "Error evaluating user function - "
                  + context
                  + " '"
                  + JsonText.of(key)
                  + "' is not a string!",
              "A reference names its key in plain text; it can't be computed.");
    };
  }
}

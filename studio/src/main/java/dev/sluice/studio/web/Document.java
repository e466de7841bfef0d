package dev.sluice.studio.web;

import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.util.Optional;

/// The JSON object in the body of a request.
///
/// @param object the object
public record Document(JsonObject object) {

  /// {@return the object that a request brings}
  ///
  /// @param call the request
  /// @throws Refusal if it brings none
  public static Document of(Call call) {
    try {
      if (new JsonReader().read(call.body()) instanceof JsonObject object) {
        return new Document(object);
      }
    } catch (JsonSyntaxError _) {
      // Said below.
    }
    throw Refusal.badRequest("The request must be a JSON object.");
  }

  /// {@return a member, if it is there and not null}
  ///
  /// @param name its name
  public Optional<JsonValue> find(String name) {
    return object.find(name).filter(value -> !(value instanceof JsonNull));
  }

  /// {@return a member that is a text, if it is there}
  ///
  /// @param name its name
  /// @throws Refusal if it is something else
  public Optional<String> text(String name) {
    return find(name)
        .map(value -> {
          if (value instanceof JsonString(String text)) {
            return text;
          }
          throw Refusal.badRequest("'" + name + "' must be a text.");
        });
  }

  /// {@return a member that must be there and be a text}
  ///
  /// @param name its name
  /// @throws Refusal if it is not
  public String requiredText(String name) {
    return text(name).orElseThrow(() -> Refusal.badRequest("'" + name + "' is missing."));
  }

  /// {@return a member that is an object; an empty one when it is missing}
  ///
  /// @param name its name
  /// @throws Refusal if it is something else
  public JsonObject object(String name) {
    JsonValue value = find(name).orElse(JsonObject.EMPTY);
    if (value instanceof JsonObject found) {
      return found;
    }
    throw Refusal.badRequest("'" + name + "' must be an object.");
  }

  /// {@return a member that is true or false}
  ///
  /// @param name its name
  /// @param otherwise its value when it is missing
  /// @throws Refusal if it is something else
  public boolean flag(String name, boolean otherwise) {
    JsonValue value = find(name).orElse(JsonBoolean.of(otherwise));
    if (value instanceof JsonBoolean(boolean flag)) {
      return flag;
    }
    throw Refusal.badRequest("'" + name + "' must be true or false.");
  }

  /// {@return a member that is a whole number, zero or more}
  ///
  /// @param name its name
  /// @param otherwise its value when it is missing
  /// @throws Refusal if it is something else
  public long number(String name, long otherwise) {
    JsonValue value = find(name).orElse(JsonNumber.of(otherwise));
    if (value instanceof JsonNumber number && number.isInteger() && number.longValue() >= 0) {
      return number.longValue();
    }
    throw Refusal.badRequest("'" + name + "' must be a whole number.");
  }
}

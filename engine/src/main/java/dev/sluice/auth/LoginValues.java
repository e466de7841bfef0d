package dev.sluice.auth;

import dev.sluice.event.Events;
import dev.sluice.function.FunctionJson;
import dev.sluice.function.Section;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.NumberText;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.secret.Redactor;
import java.util.List;
import java.util.Optional;

/// The values of `apiRequest` for one answer to a login (spec: authentication §5.4). What they take
/// out of the answer is made known to the redactor.
///
/// @param iteration what they may refer to besides the answer
record LoginValues(IterationScope iteration) {
  /// Where parameters stand.
  static final ConfigPath QUERY = Placed.SECTION.key("apiRequest").key("query");

  /// Where headers stand.
  static final ConfigPath HEADERS = Placed.SECTION.key("apiRequest").key("headers");

  /// {@return the section's values for an answer: scalars, `null` or lists of these}
  ///
  /// @param section `apiRequest.query` or `apiRequest.headers`
  /// @param answer the document of the login's answer
  /// @param path where the section stands
  /// @throws UserError if a value can't be found or can't be sent
  JsonObject of(Section section, JsonObject answer, ConfigPath path) {
    JsonObject evaluated = evaluated(section, answer, path);
    var values = JsonObject.builder();
    evaluated.forEach((name, value) -> {
      JsonValue source = section.source().find(name).orElse(value);
      JsonValue sent = sent(source, value, answer, path.key(name));
      learn(source, value, sent, answer);
      values.put(name, sendable(sent, path.key(name)));
    });
    return values.build();
  }

  private JsonObject evaluated(Section section, JsonObject answer, ConfigPath path) {
    try {
      return section.in(iteration.scope().with("response", answer));
    } catch (UserError e) {
      String names = FieldNames.of(answer);
      throw Placed.withRemedy(
          Placed.at(path, e), "The answer to the login has these fields: " + names + ".");
    }
  }

  private JsonValue sent(JsonValue source, JsonValue value, JsonObject answer, ConfigPath path) {
    if (FunctionJson.referenceKey(source, "response").isPresent()) {
      return value;
    }
    JsonValue found = found(value, answer);
    if (!source.isScalarOrNull() && !found.equals(value)) {
      Events events = iteration.events();
      events.debug(
          "The computed value of %s is a path in the login's answer; what stands there is used."
              .formatted(path));
    }
    return found;
  }

  /// Any value, whatever it came from, is tried as a path into the answer; what is no path stays.
  private static JsonValue found(JsonValue value, JsonObject answer) {
    return switch (value) {
      case JsonNull _ -> answer;
      case JsonObject object -> object;
      case JsonArray(List<JsonValue> items) ->
          new JsonArray(items.stream().map(item -> found(item, answer)).toList());
      case JsonBoolean(boolean flag) -> JsonPath.find(flag ? "1" : "", answer).orElse(value);
      case JsonNumber number -> JsonPath.find(NumberText.of(number), answer).orElse(value);
      case JsonString(String text) -> JsonPath.find(text, answer).orElse(value);
    };
  }

  private void learn(JsonValue source, JsonValue value, JsonValue sent, JsonObject answer) {
    List<String> keys = ResponseReferences.keys(source);
    for (String key : keys) {
      answer.find(key).or(() -> JsonPath.find(key, answer)).ifPresent(this::learn);
    }
    if (!keys.isEmpty() || !sent.equals(value)) {
      learn(sent);
    }
  }

  private void learn(JsonValue value) {
    Redactor redactor = iteration.redactor();
    switch (value) {
      case JsonString(String text) -> redactor.add(text);
      case JsonNumber(String literal) -> redactor.add(literal);
      case JsonArray(List<JsonValue> items) -> items.forEach(this::learn);
      default -> {}
    }
  }

  private static JsonValue sendable(JsonValue value, ConfigPath path) {
    Optional<JsonValue> wrong =
        switch (value) {
          case JsonObject object when object.size() == 0 -> Optional.empty();
          case JsonObject object -> Optional.of(object);
          case JsonArray(List<JsonValue> items) ->
              items.stream().filter(item -> !item.isScalarOrNull()).findFirst();
          default -> Optional.empty();
        };
    if (wrong.isPresent()) {
      throw new UserError(
          Problem.at(
              path,
              "Cannot use the answer to the login: the value is an object or a list within a list",
              "Name a field that holds a text or a number, e.g. {\"response\": \"data.token\"}."));
    }
    return value instanceof JsonObject ? JsonArray.EMPTY : value;
  }
}

package dev.sluice.auth;

import dev.sluice.http.Rfc3986;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.NumberText;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Parameters of authentication put into the query of an address (spec: authentication §2). The
/// whole query is written again in one encoding, even when there is nothing to add.
final class QueryMerge {
  /// By encoded name, in order; a parameter without an equals sign has no value.
  private final Map<String, List<Optional<String>>> pairs = new LinkedHashMap<>();

  private QueryMerge(Optional<String> query) {
    query.ifPresent(text -> {
      for (String part : text.split("&", -1)) {
        String[] pair = part.split("=", 2);
        put(
            Rfc3986.recode(pair[0]),
            pair.length == 2 ? Optional.of(Rfc3986.recode(pair[1])) : Optional.empty());
      }
    });
  }

  /// {@return the query in which the parameters replace those of the same name in their places} For
  /// `query` and `oauth20` (spec: authentication §2.1).
  ///
  /// @param query the address's query, encoded
  /// @param parameters names and values: scalars, `null`, or lists of these
  /// @param section where the parameters stand, for errors
  static Optional<String> replacing(
      Optional<String> query, JsonObject parameters, ConfigPath section) {
    var merge = new QueryMerge(query);
    parameters.forEach(
        (name, value) -> merge.pairs.put(Rfc3986.encode(name), values(section.key(name), value)));
    return merge.text();
  }

  /// {@return the query in which the parameters stand beside those of the same name} For `login`
  /// and `oauth20.login` (spec: authentication §2.2).
  ///
  /// @param query the address's query, encoded
  /// @param parameters names and values: scalars, `null`, or lists of these
  /// @param section where the parameters stand, for errors
  static Optional<String> beside(
      Optional<String> query, JsonObject parameters, ConfigPath section) {
    var merge = new QueryMerge(query);
    Map<String, List<Optional<String>>> both = new LinkedHashMap<>();
    parameters.forEach((name, value) -> {
      List<Optional<String>> added = values(section.key(name), value);
      List<Optional<String>> existing = merge.pairs.remove(Rfc3986.encode(name));
      if (existing == null) {
        merge.pairs.put(Rfc3986.encode(name), added);
      } else {
        both.put(Rfc3986.encode(name + "[0]"), existing);
        if (!isSameText(existing, added)) {
          both.put(Rfc3986.encode(name + "[1]"), added);
        }
      }
    });
    merge.pairs.putAll(both);
    return merge.text();
  }

  /// {@return the decoded parameters of a query as references see them: a repeated name holds a
  /// list, one without a value `null`} (spec: authentication §4)
  ///
  /// @param query the address's query, encoded
  static JsonObject decoded(Optional<String> query) {
    var builder = JsonObject.builder();
    new QueryMerge(query)
        .pairs.forEach((name, values) -> {
          List<JsonValue> decoded = values.stream().map(QueryMerge::text).toList();
          builder.put(
              Rfc3986.decode(name),
              decoded.size() == 1 ? decoded.getFirst() : new JsonArray(decoded));
        });
    return builder.build();
  }

  private static JsonValue text(Optional<String> value) {
    return value.<JsonValue>map(text -> new JsonString(Rfc3986.decode(text))).orElse(JsonNull.NULL);
  }

  /// A name without a value gives way to the same name with one.
  private void put(String name, Optional<String> value) {
    List<Optional<String>> values = pairs.computeIfAbsent(name, _ -> new ArrayList<>());
    if (values.size() == 1 && values.getFirst().isEmpty()) {
      values.clear();
    }
    values.add(value);
  }

  private Optional<String> text() {
    List<String> parts = new ArrayList<>();
    pairs.forEach((name, values) ->
        values.forEach(value -> parts.add(value.map(text -> name + "=" + text).orElse(name))));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("&", parts));
  }

  private static boolean isSameText(List<Optional<String>> one, List<Optional<String>> other) {
    return one.size() == 1
        && other.size() == 1
        && one.getFirst().orElse("").equals(other.getFirst().orElse(""));
  }

  private static List<Optional<String>> values(ConfigPath path, JsonValue value) {
    return switch (value) {
      case JsonArray(List<JsonValue> items) ->
          items.stream().map(item -> scalar(path, item)).toList();
      case JsonObject object when object.size() == 0 -> List.of();
      default -> List.of(scalar(path, value));
    };
  }

  private static Optional<String> scalar(ConfigPath path, JsonValue value) {
    return switch (value) {
      case JsonNull _ -> Optional.empty();
      case JsonBoolean(boolean flag) -> Optional.of(flag ? "1" : "");
      case JsonNumber number -> Optional.of(Rfc3986.encode(NumberText.of(number)));
      case JsonString(String text) -> Optional.of(Rfc3986.encode(text));
      case JsonArray _, JsonObject _ ->
          throw new UserError(
              Problem.at(
                  path,
                  "Cannot put an object into the query",
                  "The value has to be a text, a number or a list of these."));
    };
  }
}

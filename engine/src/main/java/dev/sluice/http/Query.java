package dev.sluice.http;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Parameters as the text of a query (spec: run-and-http §4.3, §4.4).
public final class Query {
  private Query() {}

  /// {@return the parameters as `key=value` joined by `&`} Nested values carry their path in
  /// encoded brackets, `null` and empty lists are left out (spec: run-and-http §4.4).
  ///
  /// @param params in the order of sending
  public static String encode(JsonObject params) {
    List<String> pairs = new ArrayList<>();
    params.forEach((name, value) -> collect(Percent.formField(name), value, pairs));
    return String.join("&", pairs);
  }

  /// {@return an address's query with a GET request's parameters put in} Existing parameters keep
  /// their places and lose to those of the same name; without parameters the query stays as it is
  /// (spec: run-and-http §4.3).
  ///
  /// @param query the address's own query
  /// @param params the request's parameters
  public static Optional<String> merge(Optional<String> query, JsonObject params) {
    if (params.size() == 0) {
      return query;
    }
    Map<String, JsonValue> merged = query.map(Query::parse).orElseGet(LinkedHashMap::new);
    params.forEach((name, value) -> {
      if (!isEmptyKey(name)) {
        merged.put(name, value);
      }
    });
    return Optional.of(encode(JsonObject.of(merged))).filter(text -> !text.isEmpty());
  }

  private static boolean isEmptyKey(String name) {
    return name.isEmpty() || name.equals("0");
  }

  private static Map<String, JsonValue> parse(String query) {
    Map<String, JsonValue> parsed = new LinkedHashMap<>();
    for (String part : query.split("&", -1)) {
      String[] pair = part.split("=", 2);
      String value = pair.length == 2 ? Percent.formText(pair[1]) : "";
      if (!part.isEmpty()) {
        parsed.put(Percent.formText(pair[0]), new JsonString(value));
      }
    }
    return parsed;
  }

  private static void collect(String key, JsonValue value, List<String> pairs) {
    switch (value) {
      case JsonNull _ -> {}
      case JsonBoolean(boolean flag) -> pairs.add(key + (flag ? "=1" : "=0"));
      case JsonNumber number -> pairs.add(key + "=" + Percent.formField(NumberText.of(number)));
      case JsonString(String text) -> pairs.add(key + "=" + Percent.formField(text));
      case JsonArray(List<JsonValue> items) -> {
        for (int i = 0; i < items.size(); i++) {
          collect(key + "%5B" + i + "%5D", items.get(i), pairs);
        }
      }
      case JsonObject object ->
          object.forEach(
              (name, item) -> collect(key + "%5B" + Percent.formField(name) + "%5D", item, pairs));
    }
  }
}

package dev.sluice.http;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes a query apart into parameters (spec: jobs-and-paging §7.4).
public final class QueryReader {
  private QueryReader() {}

  /// {@return the parameters, names and values decoded} A repeated name has a list of values; a
  /// name without `=` has the value `null`, which is not sent.
  ///
  /// @param query question marks before it are passed over
  public static JsonObject parse(String query) {
    Map<String, JsonValue> parsed = new LinkedHashMap<>();
    for (String part : withoutQuestionMarks(query).split("&", -1)) {
      if (!part.isEmpty()) {
        String[] pair = part.split("=", 2);
        JsonValue value =
            pair.length == 2 ? new JsonString(Percent.formText(pair[1])) : JsonNull.NULL;
        parsed.merge(Percent.formText(pair[0]), value, QueryReader::joined);
      }
    }
    return JsonObject.of(parsed);
  }

  private static String withoutQuestionMarks(String query) {
    int start = 0;
    while (start < query.length() && query.charAt(start) == '?') {
      start++;
    }
    return query.substring(start);
  }

  private static JsonValue joined(JsonValue earlier, JsonValue later) {
    if (earlier instanceof JsonNull) {
      return later;
    }
    List<JsonValue> values = new ArrayList<>();
    if (earlier instanceof JsonArray(List<JsonValue> items)) {
      values.addAll(items);
    } else {
      values.add(earlier);
    }
    values.add(later);
    return new JsonArray(values);
  }
}

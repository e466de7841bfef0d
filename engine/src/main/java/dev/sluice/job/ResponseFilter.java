package dev.sluice.job;

import dev.sluice.config.ResponseFilterPaths;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.JsonText;
import dev.sluice.php.NumberText;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Turns parts of rows into JSON text, so that no tables are made of them (spec: jobs-and-paging
/// §4).
final class ResponseFilter {
  private static final String EACH = "[]";

  private final List<String[]> paths;
  private final boolean plainScalars;
  private final boolean lossless;

  /// Makes the filter of a job.
  ///
  /// @param filter which parts
  /// @param settings up to level 2 scalars become plain text and empty values stay; lossless
  ///   numbers keep their literals
  ResponseFilter(ResponseFilterPaths filter, JobSettings settings) {
    this.plainScalars = settings.compatLevel() <= 2;
    this.lossless = settings.lossless();
    this.paths =
        filter.paths().stream()
            .map(path -> path.split(Pattern.quote(filter.delimiter()), -1))
            .toList();
  }

  /// {@return the rows, filtered}
  ///
  /// @param rows as received
  /// @throws UserError if a path means the elements of something that is no list
  List<JsonValue> apply(List<JsonValue> rows) {
    if (rows instanceof PassingRows passing) {
      return apply(passing);
    }
    List<JsonValue> filtered = rows;
    for (String[] path : paths) {
      List<JsonValue> next = new ArrayList<>(filtered.size());
      for (JsonValue row : filtered) {
        next.add(filter(row, path, 0));
      }
      filtered = next;
    }
    return filtered;
  }

  /// Rows that do not fit are found before the first one is taken, in the same order as with rows
  /// in memory: filter by filter.
  private PassingRows apply(PassingRows rows) {
    PassingRows filtered = rows;
    for (String[] path : paths) {
      filtered = filtered.changed(row -> filter(row, path, 0));
      if (Arrays.stream(path).anyMatch(segment -> segment.endsWith(EACH))) {
        filtered.iterator().forEachRemaining(_ -> {});
      }
    }
    return filtered;
  }

  private JsonValue filter(JsonValue value, String[] path, int at) {
    if (at == path.length) {
      return encode(value);
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    boolean each = path[at].endsWith(EACH);
    String name = each ? path[at].substring(0, path[at].length() - EACH.length()) : path[at];
    JsonValue property = object.valueOrNull(name);
    if (property == null || (plainScalars && property.isEmptyData())) {
      return value;
    }
    return object.with(
        name, each ? elements(property, name, path, at + 1) : filter(property, path, at + 1));
  }

  private JsonArray elements(JsonValue property, String name, String[] path, int at) {
    if (!(property instanceof JsonArray(var items))) {
      throw new UserError("Error filtering response. '%s' is not an array.".formatted(name));
    }
    List<JsonValue> filtered = new ArrayList<>(items.size());
    for (JsonValue item : items) {
      filtered.add(filter(item, path, at));
    }
    return new JsonArray(filtered);
  }

  private JsonString encode(JsonValue value) {
    if (!plainScalars) {
      return json(value);
    }
    return switch (value) {
      case JsonString text -> text;
      case JsonBoolean(boolean flag) -> new JsonString(flag ? "1" : "");
      case JsonNumber number -> new JsonString(lossless ? number.literal() : NumberText.of(number));
      default -> json(value);
    };
  }

  private JsonString json(JsonValue value) {
    return new JsonString(lossless ? JsonText.lossless(value) : JsonText.of(value));
  }
}

package dev.sluice.table.mapped;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.table.Page;
import java.util.List;

/// What to tell the user when a row doesn't fit its mapping (spec: tables §4.3, §4.6).
final class MappingProblem {
  /// As much of an API's answer as an error may quote (spec: README G-09).
  private static final int MAX_QUOTED_BYTES = 120;

  private MappingProblem() {}

  static UserError notScalar(Page page, List<String> columns, JsonValue first) {
    return new UserError(
        Problem.of(
            "Error saving '"
                + page.dataType()
                + "' data to CSV column: Error writing '"
                + String.join(",", columns)
                + "' column: Cannot write data into column: "
                + quoted(first),
            "Map a value inside it, or set 'forceType' to keep it as JSON ("
                + page.origin()
                + ")."));
  }

  static UserError keyNotScalar(Page page, List<JsonValue> key) {
    return new UserError(
        Problem.of(
            "Bad Json to CSV Mapping configuration: Only scalar values are allowed in primary key."
                + " Primary key: "
                + quoted(new JsonArray(key)),
            "Choose another column as key (" + page.origin() + ")."));
  }

  private static String quoted(JsonValue value) {
    String json = JsonWriter.compact(value);
    int bytes = 0;
    for (int i = 0; i < json.length(); i += Character.charCount(json.codePointAt(i))) {
      bytes += utf8Length(json.codePointAt(i));
      if (bytes > MAX_QUOTED_BYTES) {
        return json.substring(0, i) + "…";
      }
    }
    return json;
  }

  private static int utf8Length(int character) {
    return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  }
}

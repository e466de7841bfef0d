package dev.sluice.table.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupTest {
  // Spec: tables §4.3, jobs-and-paging §3.1.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      nullValues = "nothing",
      textBlock =
          """
          a        | .   | {"a":1}                | 1
          a        | .   | {"b":1}                | nothing
          a        | .   | {"a":null}             | null
          a.b      | .   | {"a":{"b":2}}          | 2
          a.b      | .   | {"a":null}             | nothing
          a.b      | .   | {"a":"text"}           | nothing
          a.b      | /   | {"a.b":3,"a":{"b":2}}  | 3
          a/b      | /   | {"a":{"b":2}}          | 2
          a->b     | ->  | {"a":{"b":2}}          | 2
          a..b     | .   | {"a":{"":{"b":4}}}     | 4
          .a       | .   | {"":{"a":5}}           | 5
          a.       | .   | {"a":{"":6}}           | 6
          a.0      | .   | {"a":["x","y"]}        | "x"
          a.1.b    | .   | {"a":["x",{"b":7}]}    | 7
          a.2      | .   | {"a":["x","y"]}        | nothing
          a.-1     | .   | {"a":["x","y"]}        | nothing
          a.00     | .   | {"a":["x","y"]}        | nothing
          a.0      | .   | {"a":[null]}           | nothing
          a.0      | .   | {"a":{"0":"z"}}        | "z"
          0        | .   | ["x","y"]              | "x"
          .        | .   | {"a":1}                | {"a":1}
          .        | .   | "text"                 | "text"
          .        | .   | null                   | null
          .        | /   | {".":8}                | 8
          /        | /   | {"a":1}                | {"a":1}
          ''       | .   | "text"                 | "text"
          ''       | .   | 0                      | 0
          ''       | .   | {"":9,"a":1}           | 9
          ''       | .   | {"a":1}                | nothing
          ''       | .   | [1]                    | nothing
          a        | .   | "text"                 | nothing
          """)
  void findsWhatStandsAtAPath(String path, String delimiter, String row, @Nullable String found)
      throws JsonSyntaxError {
    Lookup lookup = Lookup.of(path, delimiter);
    JsonValue value = new JsonReader().read(row);
    assertEquals(found, text(lookup.in(value)));
    if (value instanceof JsonObject object) {
      String first = lookup.firstName();
      assertEquals(
          found, text(lookup.in(object, first == null ? -1 : object.shape().position(first))));
    }
  }

  private static @Nullable String text(@Nullable JsonValue value) {
    return value == null ? null : dev.sluice.json.JsonWriter.compact(value);
  }

  @ParameterizedTest
  @CsvSource({"3", "500"})
  void findsPropertiesInRowsOfManyShapes(int shapes) throws JsonSyntaxError {
    var reader = new JsonReader();
    Lookup lookup = Lookup.of("a.b", ".");
    var positions = new ShapePositions(new String[] {"a", null, "none"});
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < shapes; i++) {
        String row = "{\"p%d\":0,\"a\":{\"q%d\":0,\"b\":%d}}".formatted(i, i, i);
        JsonObject object = (JsonObject) reader.read(row);
        int[] places = positions.of(object.shape());
        assertEquals(1, places[0]);
        assertEquals(-1, places[1]);
        assertEquals(-1, places[2]);
        assertEquals(Integer.toString(i), text(lookup.in(object, places[0])));
        assertEquals(Integer.toString(i), text(lookup.in(object)));
      }
    }
  }
}

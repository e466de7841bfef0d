package dev.sluice.table.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static final List<String> NAMES = List.of("a", "b", "", "0", "1", "a.b");

  /// What the rest of the program finds at a path, a mapping finds there as well.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void findsWhatJsonPathFinds(long seed) {
    var random = new Random(seed);
    List<JsonValue> rows = Stream.generate(() -> value(random, 3)).limit(300).toList();
    for (int i = 0; i < 200; i++) {
      String delimiter = random.nextBoolean() ? "." : "a.";
      String path =
          Stream.generate(() -> NAMES.get(random.nextInt(NAMES.size())))
              .limit(1 + random.nextInt(3))
              .collect(Collectors.joining(delimiter));
      Lookup lookup = Lookup.of(path, delimiter);
      for (JsonValue row : rows) {
        if (!path.isEmpty() || !row.isScalarOrNull()) {
          assertEquals(
              JsonPath.find(path, row, delimiter).orElse(null),
              lookup.in(row),
              path + " by " + delimiter + " in " + row);
        }
      }
    }
  }

  private static JsonValue value(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 2 : 5);
    if (kind == 0) {
      return JsonNull.NULL;
    }
    if (kind == 1) {
      return JsonNumber.of(random.nextInt(10));
    }
    if (kind == 2) {
      return new JsonArray(
          Stream.generate(() -> value(random, depth - 1)).limit(random.nextInt(3)).toList());
    }
    JsonObject.Builder object = JsonObject.builder();
    for (int i = random.nextInt(4); i > 0; i--) {
      object.put(NAMES.get(random.nextInt(NAMES.size())), value(random, depth - 1));
    }
    return object.build();
  }
}

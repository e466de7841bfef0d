package dev.sluice.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class TextEditTest {
  private static final String SHOP =
      """
      {
          "api" : { "baseUrl": "http:\\/\\/shop/" },
          "config": {
              "jobs": [
                  {"endpoint": "orders", "limit": 1.50e1},
                  {"endpoint": "customers"}
              ],
              "debug": false
          }
      }
      """;

  @Test
  void aTextThatMeansTheSameIsNotTouched() throws JsonSyntaxError {
    assertEquals(SHOP, TextEdit.changed(SHOP, read(SHOP)));
  }

  @Test
  void oneValueIsReplacedInItsPlace() throws JsonSyntaxError {
    assertEquals(SHOP.replace("false", "true"), edited("/config/debug", JsonBoolean.TRUE));
    assertEquals(
        SHOP.replace("\"orders\"", "\"invoices\""),
        edited("/config/jobs/0/endpoint", new JsonString("invoices")));
  }

  @Test
  void aNewPropertyGoesToTheEndInTheStyleOfItsNeighbours() throws JsonSyntaxError {
    assertEquals(
        SHOP.replace("\"debug\": false", "\"debug\": false,\n        \"outputBucket\": \"shop\""),
        edited("/config/outputBucket", new JsonString("shop")));
    assertEquals(
        SHOP.replace("shop/\" }", "shop/\", \"name\": \"shop\" }"),
        edited("/api/name", new JsonString("shop")));
  }

  @Test
  void aPropertyGoesWithItsCommaAndLine() throws JsonSyntaxError {
    assertEquals(
        SHOP.replace(",\n        \"debug\": false", ""),
        TextEdit.changed(SHOP, Pointer.of("/config/debug").remove(read(SHOP))));
    assertEquals("{\"b\": 2}", TextEdit.changed("{\"a\": 1, \"b\": 2}", read("{\"b\":2}")));
    assertEquals("{ }", TextEdit.changed("{ }", read("{}")));
  }

  @Test
  void elementsAroundAChangeKeepTheirSpelling() throws JsonSyntaxError {
    assertEquals(
        SHOP.replace("            {\"endpoint\": \"orders\", \"limit\": 1.50e1},\n", ""),
        TextEdit.changed(SHOP, Pointer.of("/config/jobs/0").remove(read(SHOP))));
    assertEquals("[1.0, 5, 2.0]", TextEdit.changed("[1.0, 2.0]", read("[1.0,5,2.0]")));
  }

  @Test
  void aMarkAndWindowsLinesAreKept() throws JsonSyntaxError {
    assertEquals(
        "\uFEFF{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}\r\n",
        TextEdit.changed("\uFEFF{\r\n  \"a\": 1\r\n}\r\n", read("{\"a\":1,\"b\":2}")));
  }

  /// Whatever the change, the new text means the new value.
  @RepeatedTest(300)
  void theResultAlwaysMeansTheNewValue(RepetitionInfo repetition) throws JsonSyntaxError {
    var random = new Random(repetition.getCurrentRepetition());
    JsonValue before = value(random, 4);
    String text = random.nextBoolean() ? before.toString() : dev.sluice.json.PrettyJson.of(before);
    if (!(before instanceof JsonObject)) {
      text = dev.sluice.json.JsonWriter.compact(before);
    }
    JsonValue after = changed(before, random);
    assertEquals(after, read(TextEdit.changed(text, after)), text);
  }

  private static JsonValue changed(JsonValue value, Random random) {
    if (random.nextInt(8) == 0) {
      return value(random, 3);
    }
    return switch (value) {
      case JsonObject object -> {
        List<String> names = new ArrayList<>(object.shape().names());
        if (random.nextInt(6) == 0) {
          java.util.Collections.shuffle(names, random);
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (String name : names) {
          if (random.nextInt(6) == 0) {
            members.put("new" + random.nextInt(9), value(random, 2));
          }
          if (random.nextInt(6) > 0) {
            members.put(name, changed(object.find(name).orElseThrow(), random));
          }
        }
        yield JsonObject.of(members);
      }
      case JsonArray(var items) -> {
        List<JsonValue> changed = new ArrayList<>();
        for (JsonValue item : items) {
          if (random.nextInt(6) == 0) {
            changed.add(value(random, 2));
          }
          if (random.nextInt(6) > 0) {
            changed.add(changed(item, random));
          }
        }
        yield new JsonArray(changed);
      }
      default -> random.nextInt(4) == 0 ? value(random, 1) : value;
    };
  }

  private static JsonValue value(Random random, int depth) {
    int kind = random.nextInt(depth > 0 ? 7 : 5);
    return switch (kind) {
      case 0 ->
          new JsonString(List.of("", "a\"b", "\\", "{,}", "é☃", "]:", "\n").get(random.nextInt(7)));
      case 1 ->
          new JsonNumber(
              List.of("0", "-1.50", "1e400", "12345678901234567890").get(random.nextInt(4)));
      case 2 -> JsonBoolean.TRUE;
      case 3 -> JsonNull.NULL;
      case 4 -> JsonObject.EMPTY;
      case 5 -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          members.put("k\"" + random.nextInt(9), value(random, depth - 1));
        }
        yield JsonObject.of(members);
      }
      default -> {
        List<JsonValue> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          items.add(value(random, depth - 1));
        }
        yield new JsonArray(items);
      }
    };
  }

  private static String edited(String pointer, JsonValue value) throws JsonSyntaxError {
    return TextEdit.changed(SHOP, Pointer.of(pointer).put(read(SHOP), value));
  }

  private static JsonValue read(String text) throws JsonSyntaxError {
    return new JsonReader().read(text);
  }
}

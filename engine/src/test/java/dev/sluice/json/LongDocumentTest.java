package dev.sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents whose long lists stay where they are.
final class LongDocumentTest {
  private static final String ROWS = "[{\"id\":1},{\"id\":2},{\"id\":3}]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "5",
        "\"x\"",
        "[]",
        "{}",
        " [ 1 , \"zwölf\" , null , [ ] , { } ] ",
        "{\"a\":[1,2],\"b\":{\"c\":[[3],[4,5]]},\"d\":[{\"e\":[6]}]}",
        "{\"a\":[1],\"b\":2,\"a\":[3]}",
        "{\"a\":[1],\"a\":{\"a\":[2]}}",
        "[[[[1],2],3],4]",
        "[{\"n\":\"\\u00e9\\n\\\\\"},-0,1.50,1e400,12345678901234567890]",
      })
  void saysTheSameAsTheDocumentInMemory(String text) throws JsonSyntaxError {
    for (long listBytes = 0; listBytes < text.length() + 2; listBytes++) {
      assertEquals(read(text), read(text, listBytes), text + " " + listBytes);
      assertEquals(
          read(text).toString(),
          LongList.whole(read(text, listBytes)).toString(),
          text + " " + listBytes);
    }
  }

  @Test
  void saysTheSameOfAnyDocument() throws JsonSyntaxError {
    for (int seed = 0; seed < 300; seed++) {
      String text = text(new Random(seed), 0);
      JsonValue passing = read(text, seed % 20);
      assertEquals(read(text), passing, "seed " + seed);
      assertEquals(read(text), LongList.whole(passing), "seed " + seed);
      assertFalse(LongList.isIn(LongList.whole(passing)), "seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[1,2",
        "[1,2]]",
        "[1,2] 3",
        "[1,2,]",
        "[{\"a\":1},{\"a\":}]",
        "{\"a\":[1,2],\"b\":tru}",
        "[1,\"a\nb\"]",
        "[1,\n  2,\n  'x']",
        "{\"rows\":[1,2,{\"a\":[}]}",
      })
  void findsTheSameFaultAtTheSamePlace(String text) {
    var inMemory = assertThrows(JsonSyntaxError.class, () -> read(text));
    for (long listBytes : new long[] {0, 1, 3, Long.MAX_VALUE}) {
      var passing = assertThrows(JsonSyntaxError.class, () -> read(text, listBytes));
      assertEquals(inMemory.reason(), passing.reason());
      assertEquals(inMemory.place(), passing.place());
    }
  }

  @Test
  void findsTheSameDepthTooDeep() throws JsonSyntaxError {
    assertEquals(
        read("[".repeat(512) + "]".repeat(512)), read("[".repeat(512) + "]".repeat(512), 0));
    String tooDeep = "[1,2," + "[".repeat(512) + "]".repeat(512) + "]";
    assertEquals(
        "Maximum stack depth exceeded",
        assertThrows(JsonSyntaxError.class, () -> read(tooDeep, 0)).reason());
  }

  @Test
  void keepsShortListsOnly() throws JsonSyntaxError {
    assertTrue(LongList.isIn(read(ROWS, 20)));
    assertFalse(LongList.isIn(read(ROWS, 40)));
  }

  @Test
  void canBeIteratedAgainAndLookedAtAnywhere() throws JsonSyntaxError {
    var rows = ((JsonArray) read(ROWS, 0)).items();
    assertEquals(3, rows.size());
    for (int time = 0; time < 2; time++) {
      Iterator<JsonValue> again = rows.iterator();
      for (int i = 0; i < 3; i++) {
        assertEquals("{\"id\":" + (i + 1) + "}", again.next().toString());
        assertEquals("{\"id\":" + (i + 1) + "}", rows.get(i).toString());
      }
      assertFalse(again.hasNext());
    }
    assertThrows(IndexOutOfBoundsException.class, () -> rows.get(3));
  }

  @Test
  void sharesTheShapesOfItsRows() throws JsonSyntaxError {
    Iterator<JsonValue> rows = ((JsonArray) read(ROWS, 0)).items().iterator();
    assertEquals(((JsonObject) rows.next()).shape(), ((JsonObject) rows.next()).shape());
  }

  @Test
  void refusesToKeepWhatIsTooLong() throws JsonSyntaxError {
    String text = "{\"a\":\"0123456789\",\"rows\":" + ROWS + "}";
    read(text, new TextLimits(5, 40));
    assertThrows(TextTooLong.class, () -> read(text, new TextLimits(5, 20)));
    assertThrows(TextTooLong.class, () -> read(text, new TextLimits(5, 8)));
    String longString = "\"" + "x".repeat(100_000) + "\"";
    assertThrows(TextTooLong.class, () -> read(longString, new TextLimits(5, 10_000)));
  }

  @Test
  void refusesElementsThatAreTooLongBeforeTheFirstIsRead() throws JsonSyntaxError {
    String text = "[1,2,3,\"0123456789012345678901234567890\"]";
    var rows = ((JsonArray) read(text, new TextLimits(4, 20))).items();
    assertEquals(4, rows.size());
    assertEquals(33, assertThrows(TextTooLong.class, rows::iterator).bytes());
    assertThrows(TextTooLong.class, () -> rows.get(0));
  }

  @Test
  void refusesToReadAWholeThatIsTooLong() throws JsonSyntaxError {
    JsonValue row = read("{\"rows\":" + ROWS + "}", new TextLimits(4, 20));
    assertEquals(ROWS.length(), assertThrows(TextTooLong.class, () -> LongList.whole(row)).bytes());
  }

  private static JsonValue read(String text) throws JsonSyntaxError {
    return new JsonReader().read(text);
  }

  private static JsonValue read(String text, long listBytes) throws JsonSyntaxError {
    return read(text, new TextLimits(listBytes, Long.MAX_VALUE));
  }

  private static JsonValue read(String text, TextLimits limits) throws JsonSyntaxError {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new JsonReader()
        .readLong(
            from -> new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from), limits);
  }

  private static String text(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 3 : 6)) {
      case 0 -> String.valueOf(random.nextInt(100));
      case 1 -> "\"" + "ä".repeat(random.nextInt(4)) + "\"";
      case 2 -> "null";
      case 3 -> {
        var object = new StringBuilder("{");
        for (int i = random.nextInt(4); i > 0; i--) {
          object.append('"').append((char) ('a' + random.nextInt(3))).append("\": ");
          object.append(text(random, depth + 1)).append(i > 1 ? " ," : " ");
        }
        yield object + "}";
      }
      default -> {
        var list = new StringBuilder("[");
        for (int i = random.nextInt(5); i > 0; i--) {
          list.append(text(random, depth + 1)).append(i > 1 ? ", " : "");
        }
        yield list + "]";
      }
    };
  }
}

package dev.sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The parser by the book is the judge: what is read at all has to be what it reads.
final class PlainTextTest {
  private static final String ORDERS =
      """
      [{"id":10,"name":"Ada","total":12.50,"paid":true,"note":"say \\"hi\\"\\u0021","city":"Plze\u0148"},
       {"id":-0,"name":"\\ud83d\\ude00 \\/","total":1e400,"paid":false,"note":null,"city":"\ud83d\ude00"},
       {"name":"Ada","id":11,"id":12,"tags":["a",[],{}, [1,2.0E-3]],"\u00e9":{"\\n":1}}]
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " [ ] ",
        "null",
        "true",
        "false",
        "0",
        "-1.5e+3",
        "\"\"",
        "\"\\t\\b\\f\\r\"",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"a\":{\"b\":[{\"a\":1}]}}}\n",
        "[1,2,3]",
        "\"\\ud800\""
      })
  void readsWhatIsPlain(String text) throws JsonSyntaxError {
    byte[] bytes = utf8(text);
    JsonValue read = read(bytes);
    assertNotNull(read);
    assertEquals(new JsonReader().readByTheBook(bytes), read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "01",
        "1.",
        ".5",
        "-",
        "+1",
        "1e",
        "tru",
        "nulls",
        "[1 2]",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"a\nb\"",
        "[1]]",
        "{\"a\"}",
        "[",
        "{",
        "\uFEFF[]",
        "NaN",
        "[1,,2]",
        "\"\\",
        "{\"a\":1 \"b\":2}",
        "// x\n1"
      })
  void givesUpOnTheRest(String text) {
    assertNull(read(utf8(text)));
  }

  @Test
  void givesUpOnTextThatIsNotUtf8() {
    assertNull(read(new byte[] {'"', 'a', (byte) 0xc3, '"'}));
    assertNull(read(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}));
  }

  @Test
  void readsAsDeepAsAllowed() {
    assertNotNull(read(utf8("[".repeat(512) + "]".repeat(512))));
    assertNull(read(utf8("[".repeat(513) + "]".repeat(513))));
  }

  @Test
  void objectsShareTheirShapesWithThoseReadByTheBook() throws JsonSyntaxError {
    var reader = new JsonReader();
    var first = (JsonObject) reader.read("{\"id\":1,\"name\":\"Ada\"}");
    var second = (JsonObject) reader.readByTheBook(utf8("{\"id\":2,\"name\":\"Bob\"}"));
    var third = (JsonObject) reader.read("{\"id\":3,\"name\":\"Eve\"}");
    assertEquals(first.shape(), second.shape());
    assertEquals(first.shape(), third.shape());
  }

  @Test
  void objectsUsedAsMapsAreLeftToTheBook() throws JsonSyntaxError {
    var text = new StringBuilder("{\"key0\":0");
    for (int i = 1; i < 300; i++) {
      text.append(",\"key").append(i).append("\":").append(i);
    }
    byte[] bytes = utf8(text.append('}').toString());
    assertNull(read(bytes));
    assertEquals(300, ((JsonObject) new JsonReader().read(bytes)).size());
  }

  /// Texts with a few bytes changed, so that all kinds of faults come up.
  @Test
  void neverReadsWhatTheBookReadsOtherwise() {
    var random = new Random(25);
    byte[] bytes = utf8("\"\\{}[]:,0123.e-+tfnu \t\n\u00e9x\u0001");
    int read = 0;
    for (int round = 0; round < 200_000; round++) {
      byte[] text = utf8(ORDERS);
      for (int change = random.nextInt(3); change >= 0; change--) {
        text[random.nextInt(text.length)] = bytes[random.nextInt(bytes.length)];
      }
      JsonValue value = read(text);
      if (value != null) {
        read++;
        assertEquals(byTheBook(text), value, () -> new String(text, StandardCharsets.UTF_8));
      }
    }
    assertTrue(read > 10_000);
  }

  private static @Nullable JsonValue byTheBook(byte[] text) {
    try {
      return new JsonReader().readByTheBook(text);
    } catch (JsonSyntaxError _) {
      return null;
    }
  }

  private static @Nullable JsonValue read(byte[] text) {
    return new PlainText(text, Shape.root()).document();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

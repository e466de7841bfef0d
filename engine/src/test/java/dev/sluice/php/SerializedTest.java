package dev.sluice.php;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SerializedTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/vectors/tables/doubles.csv", delimiter = '|')
  void writesNumbersByTheirKind(String literal, String cell, String json, String hash)
      throws JsonSyntaxError {
    assertEquals(hash, form(json(literal)));
  }

  /// Spec: tables §1.5.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | N;",
        "true | b:1;",
        "false | b:0;",
        "7 | i:7;",
        "\"7\" | s:1:\"7\";",
        "\"\" | s:0:\"\";",
        "\"say \\\"é\\\"\" | s:8:\"say \"é\"\";",
        "[] | a:0:{}",
        "{} | O:8:\"stdClass\":0:{}",
        "[null,[true],{}] | a:3:{i:0;N;i:1;a:1:{i:0;b:1;}i:2;O:8:\"stdClass\":0:{}}",
        "{\"é\":1,\"\":2,\"12\":3}"
            + " | O:8:\"stdClass\":3:{s:2:\"é\";i:1;s:0:\"\";i:2;s:2:\"12\";i:3;}",
        "{\"id\":7,\"meta\":{\"labels\":[\"x\"]}} | O:8:\"stdClass\":2:{s:2:\"id\";i:7;s:4:\"meta\";"
            + "O:8:\"stdClass\":1:{s:6:\"labels\";a:1:{i:0;s:1:\"x\";}}}"
      })
  void writesEachKindOfValue(String json, String expected) throws JsonSyntaxError {
    assertEquals(expected, form(json(json)));
  }

  /// Spec: tables §1.5, last row of the table, and E29.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | a:0:{}",
        "{\"parent_id\":5,\"a\":{\"b\":\"deep\"}}"
            + " | a:2:{s:9:\"parent_id\";i:5;s:1:\"a\";a:1:{s:1:\"b\";s:4:\"deep\";}}",
        "{\"12\":1,\"-7\":2,\"0\":3} | a:3:{i:12;i:1;i:-7;i:2;i:0;i:3;}",
        "{\"012\":1,\"-0\":2,\"-\":3} | a:3:{s:3:\"012\";i:1;s:2:\"-0\";i:2;s:1:\"-\";i:3;}",
        "{\"9223372036854775807\":1,\"9223372036854775808\":2}"
            + " | a:2:{i:9223372036854775807;i:1;s:19:\"9223372036854775808\";i:2;}"
      })
  void writesExtraColumnsAsMaps(String json, String expected) throws JsonSyntaxError {
    assertEquals(expected, text(form -> form.map((JsonObject) json(json))));
  }

  @Test
  void keepsTextsThatAreLargerThanItsBuffer() throws JsonSyntaxError {
    String long1 = "ab".repeat(5000);
    String long2 = "c".repeat(4090);
    assertEquals(
        "a:2:{i:0;s:10000:\"" + long1 + "\";i:1;s:4090:\"" + long2 + "\";}",
        form(json("[\"" + long1 + "\",\"" + long2 + "\"]")));
  }

  @Test
  void takesPiecesFromArrays() {
    byte[] bytes = "x-123\"".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "O:8:\"stdClass\":1:{s:1:\"x\";i:-123;}",
        text(form -> {
          form.openObject(1);
          form.string(bytes, 0, 1);
          form.integer(bytes, 1, 5);
          form.close();
        }));
  }

  private static JsonValue json(String text) throws JsonSyntaxError {
    return new JsonReader().read(text);
  }

  private static String form(JsonValue value) {
    return text(form -> form.value(value));
  }

  private interface Content {
    void addTo(Serialized form) throws JsonSyntaxError;
  }

  private static String text(Content content) {
    var recorder = new Recorder();
    var form = new Serialized(recorder);
    try {
      content.addTo(form);
    } catch (JsonSyntaxError e) {
      throw new IllegalArgumentException(e);
    }
    form.flush();
    return recorder.bytes.toString(StandardCharsets.UTF_8);
  }

  /// A digest that shows what it was fed.
  private static final class Recorder extends MessageDigest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Recorder() {
      super("recorder");
    }

    @Override
    protected void engineUpdate(byte input) {
      bytes.write(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
      bytes.write(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
      return bytes.toByteArray();
    }

    @Override
    protected void engineReset() {
      bytes.reset();
    }
  }
}

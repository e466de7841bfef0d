package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.problem.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values of headers (spec: run-and-http §2.4).
final class HeaderLinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "text"   | 'text'
          10       | '10'
          1.0      | '1'
          1.5      | '1.5'
          true     | '1'
          false    | ''
          null     | ''
          " a b\t" | 'a b'
          """)
  void makesTextOfScalars(String value, String line) throws JsonSyntaxError {
    assertEquals(
        List.of(line),
        HeaderLines.of(section("{\"X-Key\":" + value.replace("\t", "\\t") + "}")).all("x-key"));
  }

  @Test
  void sendsAListAsOneLinePerItem() throws JsonSyntaxError {
    Headers headers = HeaderLines.of(section("{\"A\":1,\"Tag\":[\"x\",2,null]}"));
    assertEquals(List.of("x", "2", ""), headers.all("Tag"));
    assertEquals(4, headers.lines().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"X-Key":{"a":1}}    | X-Key
          {"X-Key":["a",{}]}   | X-Key.1
          {"X-Key":[["a"]]}    | X-Key.0
          """)
  void refusesObjects(String section, String path) {
    assertEquals(
        "Invalid configuration: invalid type \"object\" in headers at path: " + path,
        error(section));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\r\\nB: c", "a\\nb", "a\\rb", "a\\u0000b"})
  void refusesLineBreaks(String value) {
    assertEquals(
        "Invalid configuration: line break in the header X-Key.",
        error("{\"X-Key\":\"" + value + "\"}"));
  }

  @Test
  void passesOverLineBreaksAtNoPlace() {
    assertEquals(
        "Invalid configuration: line break in the header X-Key.", error("{\"X-Key\":\"a\\n\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X Key", "X-Key:", "Schlüssel"})
  void refusesWhatIsNoName(String name) {
    assertEquals(
        "Invalid configuration: \"" + name + "\" is not a name for a header.",
        error("{\"" + name + "\":\"a\"}"));
  }

  @Test
  void laysHeadersOverOthersWhateverTheCase() {
    Headers over =
        HeaderLines.over(
            Headers.NONE.set("accept", "text/csv"),
            Headers.NONE.set("Accept", "application/json").set("Tag", List.of("a", "b")));
    assertEquals(List.of("text/csv"), over.all("Accept"));
    assertEquals(List.of("a", "b"), over.all("Tag"));
  }

  private static String error(String section) {
    return String.valueOf(
        assertThrows(UserError.class, () -> HeaderLines.of(section(section))).getMessage());
  }

  private static JsonObject section(String text) throws JsonSyntaxError {
    return (JsonObject) new JsonReader().read(text);
  }
}

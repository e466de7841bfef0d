package dev.sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrettyJsonTest {
  @Test
  void breaksOnlyWhatDoesNotFitOnALine() throws JsonSyntaxError {
    assertEquals(
        """
        {
          "endpoint": "https://id.example.com/oauth/token",
          "headers": {
            "Accept": "application/json",
            "Authorization": {
              "function": "concat",
              "args": ["Bearer ", {"response": "access_token"}, "and some more text to be too wide"]
            }
          },
          "none": [],
          "nothing": {}
        }
        """,
        PrettyJson.of(
            new JsonReader()
                .read(
                    """
                    {"endpoint":"https://id.example.com/oauth/token","headers":{"Accept":"application/json",
                    "Authorization":{"function":"concat","args":["Bearer ",{"response":"access_token"},
                    "and some more text to be too wide"]}},"none":[],"nothing":{}}
                    """)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.50", "\"a\\n\u20AC\"", "[[[]]]", "{\"a\":{\"b\":[1,2,{\"c\":null}]}}", "true"})
  void isTheSameValue(String json) throws JsonSyntaxError {
    JsonValue value = new JsonReader().read(json);

    assertEquals(value, new JsonReader().read(PrettyJson.of(value)));
  }

  @Test
  void breaksLongListsToo() throws JsonSyntaxError {
    String long40 = "\"" + "x".repeat(40) + "\"";
    JsonValue list = new JsonReader().read("[" + long40 + "," + long40 + "," + long40 + "]");

    assertEquals("[\n  %1$s,\n  %1$s,\n  %1$s\n]\n".formatted(long40), PrettyJson.of(list));
  }
}

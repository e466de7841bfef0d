package dev.sluice.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import dev.sluice.function.Place;
import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.UserError;
import dev.sluice.secret.Redactor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spec: authentication §5.4.
final class LoginValuesTest {
  private static final String ANSWER =
      "{\"token\":\"T\",\"n\":{\"k\":\"V\",\"l\":[\"p\",\"q\"],\"z\":null}}";

  private final Redactor redactor = new Redactor();
  private final List<String> debugLines = new ArrayList<>();

  private static JsonValue json(String text) throws JsonSyntaxError {
    return new JsonReader().read(text);
  }

  private JsonValue value(String source, String answer) throws JsonSyntaxError {
    Events events =
        event -> {
          if (event instanceof RunEvent.Log line) {
            debugLines.add(line.message());
          }
        };
    Scope scope =
        Scope.of(new SettableClock()).with("attr", json("{\"x\":\"token\",\"y\":\"other\"}"));
    Section section = Section.of(JsonObject.of("v", json(source)), Place.LOGIN_RESULT);
    return new LoginValues(new IterationScope(scope, redactor, events))
        .of(section, (JsonObject) json(answer), LoginValues.QUERY)
        .find("v")
        .orElseThrow();
  }

  @ParameterizedTest(name = "§5.4 {0} gives {1}")
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          "token"                                       | "T"
          {"response":"n.k"}                            | "V"
          "n.l.0"                                       | "p"
          "literal"                                     | "literal"
          "n.l"                                         | ["p","q"]
          "n.z"                                         | null
          {"function":"concat","args":["tok","en"]}     | "T"
          {"attr":"x"}                                  | "T"
          {"attr":"y"}                                  | "other"
          ["token","literal"]                           | ["T","literal"]
          5                                             | 5
          true                                          | true
          {}                                            | []
          """)
  void takesValuesOutOfTheAnswer(String source, String value) throws JsonSyntaxError {
    assertEquals(json(value), value(source, ANSWER));
  }

  @ParameterizedTest(name = "§5.4 a text answer and {0}")
  @CsvSource(
      quoteCharacter = '`',
      value = {"\"data\"", "{\"response\":\"data\"}"})
  void findsATextAnswerUnderData(String source) throws JsonSyntaxError {
    assertEquals(new JsonString("abc"), value(source, "{\"data\":\"abc\"}"));
  }

  @ParameterizedTest(name = "§5.4 {0} is not found")
  @CsvSource({"n.z", "n.l", "n", "nope"})
  void refusesAReferenceToNoScalar(String key) {
    UserError error =
        assertThrows(UserError.class, () -> value("{\"response\":\"" + key + "\"}", ANSWER));

    assertTrue(
        error
            .problems()
            .getFirst()
            .message()
            .endsWith("Error evaluating user function - response '" + key + "' not found!"),
        error.getMessage());
    assertTrue(String.valueOf(error.getMessage()).contains("these fields: token, n."));
  }

  @ParameterizedTest(name = "§5.4 {0} is an object")
  @CsvSource(
      quoteCharacter = '`',
      value = {"\"n\"", "\".\"", "null"})
  void refusesAnObject(String source) {
    assertThrows(UserError.class, () -> value(source, ANSWER));
  }

  @Test
  void reachesANameWithADotByReferenceOnly() throws JsonSyntaxError {
    assertEquals(new JsonString("X"), value("{\"response\":\"a.b\"}", "{\"a.b\":\"X\"}"));
    assertEquals(new JsonString("a.b"), value("\"a.b\"", "{\"a.b\":\"X\"}"));
  }

  @Test
  void neverTakesWhatTheServerAnsweredForAPath() throws JsonSyntaxError {
    assertEquals(
        new JsonString("other"),
        value("{\"response\":\"token\"}", "{\"token\":\"other\",\"other\":\"wrong\"}"));
  }

  @Test
  void tellsWhenAComputedValueTurnsOutToBeAPath() throws JsonSyntaxError {
    value("{\"attr\":\"x\"}", ANSWER);
    value("\"token\"", ANSWER);

    assertEquals(1, debugLines.size());
  }

  @Test
  void makesWhatItTookKnownToTheRedactor() throws JsonSyntaxError {
    value(
        "{\"function\":\"concat\",\"args\":[\"Bearer \",{\"response\":\"a.t\"}]}",
        "{\"a\":{\"t\":\"secret-token\"}}");
    value("\"b\"", "{\"b\":\"second-token\"}");
    value("\"literal\"", ANSWER);

    assertEquals(
        Redactor.MASK + " and " + Redactor.MASK + ", literal",
        redactor.redact("secret-token and second-token, literal"));
  }
}

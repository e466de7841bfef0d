package dev.sluice.function;

import static dev.sluice.function.Evaluator.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.Vectors;
import dev.sluice.problem.UserError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Functions §4 to §6.
class FunctionTest {
  private final Evaluator params =
      new Evaluator(Place.JOB_PARAMS)
          .with("attr", "{\"zero\": -0.0, \"since\": \"\", \"ten\": 10.0}")
          .with("time", "{\"currentStart\": 1710513045, \"previousStart\": 0}");

  static Stream<Arguments> calls() {
    return Vectors.of("functions/calls");
  }

  static Stream<Arguments> faults() {
    return Vectors.of("functions/faults");
  }

  static Stream<Arguments> doubles() {
    return Vectors.of("functions/doubles");
  }

  static Stream<Arguments> hashes() {
    return Vectors.of("functions/hash");
  }

  private JsonValue call(String function, JsonArray arguments) {
    return params.value(FunctionJson.call(function, arguments.items().toArray(JsonValue[]::new)));
  }

  private String error(String function, JsonArray arguments) {
    UserError error = assertThrows(UserError.class, () -> call(function, arguments));
    return error.problems().getFirst().message();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void givesTheResultOfTheTable(JsonString function, JsonArray arguments, JsonValue result) {
    assertEquals(result, call(function.value(), arguments));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void reportsArgumentsThatDoNotFit(JsonString function, JsonArray arguments, JsonString message) {
    assertEquals("User script error: " + message.value(), error(function.value(), arguments));
  }

  @ParameterizedTest
  @MethodSource("doubles")
  void printsDoublesWithFourteenDigits(JsonValue number, JsonString text) {
    Evaluator attributes =
        new Evaluator(Place.HEADERS).with("attr", "{\"x\": " + number(number) + "}");
    assertEquals(text, attributes.value("{\"function\":\"concat\",\"args\":[{\"attr\":\"x\"}]}"));
  }

  private static String number(JsonValue number) {
    return ((JsonNumber) number).literal();
  }

  @Nested
  class Hashes {
    static Stream<Arguments> rows() {
      return hashes();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void hashInHex(JsonString algorithm, JsonString hash, JsonValue hmac) {
      var text = new JsonString("Hello, World!");
      assertEquals(hash, call("hash", JsonArray.of(algorithm, text)));
      JsonArray keyed = JsonArray.of(algorithm, text, new JsonString("key"));
      if (hmac instanceof JsonNull) {
        assertEquals(
            "User script error: hash_hmac(): Argument #1 ($algo) must be a valid cryptographic"
                + " hashing algorithm",
            error("hash_hmac", keyed));
      } else {
        assertEquals(hmac, call("hash_hmac", keyed));
      }
    }

    @Test
    void takeTheNameInAnyCase() {
      assertEquals(
          call("hash", JsonArray.of(new JsonString("sha256"), new JsonString("a"))),
          call("hash", JsonArray.of(new JsonString("SHA256"), new JsonString("a"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k"})
    void signWithKeysOfAnyLength(String part) {
      String key = part.repeat(100);
      String expected =
          key.isEmpty()
              ? "e528c4d99e6177f5841f712a143b90843299a4aa181a06501422d9ca862bd2a5"
              : "09380ee4b802da2363bc96e8e0d133ba275458ea8ddbc564f986fc12b31f8cb1";
      assertEquals(
          new JsonString(expected),
          call(
              "hash_hmac",
              JsonArray.of(new JsonString("sha256"), new JsonString("data"), new JsonString(key))));
    }
  }

  @Nested
  class Time {
    @Test
    void isReadFromTheClockOfTheScope() {
      assertEquals(json("1710513045"), params.value("{\"function\": \"time\"}"));
      assertEquals(
          json("\"2024-03-15 14:30:45\""),
          params.value("{\"function\": \"date\", \"args\": [\"Y-m-d H:i:s\"]}"));
      assertEquals(
          json("1710460800"), params.value("{\"function\": \"strtotime\", \"args\": [\"today\"]}"));
    }

    @Test
    void moves() {
      var moments = List.of(Instant.ofEpochSecond(1), Instant.ofEpochSecond(2)).iterator();
      var scope = Scope.of(moments::next);
      Expression time = Expression.of(json("{\"function\": \"time\"}"), Place.JOB_PARAMS);
      assertEquals(json("1"), time.in(scope));
      assertEquals(json("2"), time.in(scope));
    }

    @Test
    void thatCantBeReadBecomes1970AndIsToldOf() {
      assertEquals(
          json("\"1970-01-01\""),
          params.value(
              """
              {"function": "date", "args": ["Y-m-d",
                {"function": "strtotime", "args": [{"attr": "since"}]}]}
              """));
      assertEquals(List.of("strtotime cannot parse \"\"."), params.warnings);
    }

    @Test
    void ofTheFirstRunIsReplacedByIfempty() {
      assertEquals(
          json("\"7 days ago\""),
          params.value(
              "{\"function\":\"ifempty\",\"args\":[{\"time\":\"previousStart\"},\"7 days ago\"]}"));
    }

    @Test
    void doesNotDependOnTheMachine() {
      TimeZone zone = TimeZone.getDefault();
      Locale locale = Locale.getDefault();
      try {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        assertEquals(
            json("\"Friday 15 Mar 2024 00:00 UTC I 1.50 sha1\""),
            params.value(
                """
                {"function": "concat", "args": [
                  {"function": "date", "args": ["l d M Y H:i T ",
                    {"function": "strtotime", "args": ["FRIDAY MIDNIGHT"]}]},
                  "I ", {"function": "sprintf", "args": ["%.2f ", 1.5]}, "sha1"]}
                """));
        assertEquals(
            json("\"86f7e437faa5a7fce15d1ddcb9eaeaea377667b8\""),
            params.value("{\"function\": \"hash\", \"args\": [\"SHA1\", \"a\"]}"));
        assertEquals(
            json("1711929780"),
            params.value(
                "{\"function\": \"strtotime\", \"args\": [\"FIRST DAY OF APRIL 2024 +3 MIN\"]}"));
      } finally {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
      }
    }
  }

  @Test
  void tellsWhenSprintfCutsACharacter() {
    List<String> none = new ArrayList<>();
    assertEquals(none, params.warnings);
    assertEquals(
        json("\"\uFFFD\""), params.value("{\"function\":\"sprintf\",\"args\":[\"%.1s\",\"ž\"]}"));
    assertEquals(1, params.warnings.size());
  }

  @Test
  void everyFunctionHasAnExampleInTheTable() {
    List<JsonValue> shown = new ArrayList<>();
    calls().forEach(row -> shown.add((JsonValue) Objects.requireNonNull(row.get()[0])));
    for (Function function : Function.values()) {
      assertTrue(
          shown.contains(new JsonString(function.text())) || function == Function.TIME,
          function::text);
    }
  }
}

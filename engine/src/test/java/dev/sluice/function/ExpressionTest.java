package dev.sluice.function;

import static dev.sluice.function.Evaluator.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.problem.UserError;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Functions §1 to §3 and §8.
class ExpressionTest {
  private static final String ATTRIBUTES =
      """
      {"version": 2, "rate": 10.0, "nothing": null, "empty": "", "zero": 0, "off": false,
       "1": "one", "a": {"b": [1, {"c": 2}]}, "columns": ["id", "name"], "none": [], "bare": {},
       "x.y": "first", "x": {"y": "second"},
       "#token": "s3cr3t-token", "nested": {"#key": "hidden-key", "open": "visible"},
       "made": {"function": "concat", "args": ["v", {"attr": "version"}]},
       "signed": {"function": "md5", "args": [{"attr": "#token"}]},
       "alias": {"attr": "made"},
       "loop": {"attr": "pool"}, "pool": {"function": "concat", "args": [{"attr": "loop"}]}}
      """;

  private final Evaluator params =
      new Evaluator(Place.JOB_PARAMS)
          .with("attr", ATTRIBUTES)
          .with("time", "{\"currentStart\": 1710513045, \"previousStart\": 0}");

  private String error(String json) {
    UserError error = assertThrows(UserError.class, () -> params.value(json));
    return error.problems().getFirst().message();
  }

  @Nested
  class Forms {
    @Test
    void evaluatesArgumentsOfAnyDepth() {
      assertEquals(
          json("\"a,v2,1710513045\""),
          params.value(
              """
              {"function": "implode", "args": [",", ["a",
                {"function": "concat", "args": ["v", {"attr": "version"}]}, {"function": "time"}]]}
              """));
    }

    @Test
    void takesArgumentsFromAnObjectInOrderAndIgnoresOtherKeys() {
      assertEquals(
          json("\"xy\""),
          params.value(
              """
              {"function": "concat", "args": {"second": "x", "first": "y"}, "path": "id"}
              """));
    }

    @Test
    void evaluatesThePropertiesOfAnyOtherObject() {
      assertEquals(
          json("{\"from\": 2, \"to\": {\"list\": [\"\"]}, \"all\": true}"),
          params.value(
              """
              {"from": {"attr": "version"}, "to": {"list": [{"function": "concat"}]}, "all": true}
              """));
    }

    @Test
    void leavesAReferenceToAnotherContextAsAnObject() {
      Evaluator headers = new Evaluator(Place.HEADERS).with("attr", "{}");
      assertEquals(
          json("{\"time\": \"currentStart\"}"), headers.value("{\"time\": \"currentStart\"}"));
    }

    @Test
    void turnsWholeDoublesOfLiteralsIntoIntegersButNotThoseOfAttributes() {
      assertEquals(json("[1, 1000, 0.5, 0]"), params.value("[1.0, 1e3, 0.5, -0.0]"));
      assertEquals(json("10.0"), params.value("{\"attr\": \"rate\"}"));
    }
  }

  @Nested
  class LookUp {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "\"version\" | 2",
          "\"a.b.0\" | 1",
          "\"a.b.1.c\" | 2",
          "\"empty\" | \"\"",
          "\"zero\" | 0",
          "\"off\" | false",
          "1 | \"one\"",
          "true | \"one\"",
          "\"x.y\" | \"second\"",
          "\"#token\" | \"s3cr3t-token\"",
          "\"made.function\" | \"concat\"",
          "\"columns.1\" | \"name\"",
        })
    void findsTheLeafUnderAFlattenedKey(String key, String value) {
      assertEquals(json(value), params.value("{\"attr\": " + key + "}"));
    }

    @ParameterizedTest
    @CsvSource({
      "missing",
      "nothing",
      "a",
      "bare",
      "a.b.2",
      "token",
      "a.b.1.c.d",
      "version.",
      "currentStart"
    })
    void reportsEverythingElseAsNotFound(String key) {
      assertEquals(
          "User script error: Error evaluating user function - attr '" + key + "' not found!",
          error("{\"attr\": \"" + key + "\"}"));
    }

    @Test
    void looksUpNullAsTheEmptyKey() {
      assertEquals(
          "User script error: Error evaluating user function - attr '' not found!",
          error("{\"attr\": null}"));
    }

    @Test
    void refusesAComputedKey() {
      assertEquals(
          "User script error: Error evaluating user function - attr '{\"function\":\"time\"}' is not"
              + " a string!",
          error("{\"attr\": {\"function\": \"time\"}}"));
      assertEquals(
          "User script error: Error evaluating user function - attr '[1]' is not a string!",
          error("{\"attr\": [1]}"));
    }

    @Test
    void takesTheLaterOfTwoPathsThatReadTheSame() {
      Evaluator other = new Evaluator(Place.HEADERS).with("attr", "{\"x\":{\"y\":1},\"x.y\":2}");
      assertEquals(json("2"), other.value("{\"attr\": \"x.y\"}"));
    }
  }

  @Nested
  class Attributes {
    @Test
    void evaluatesAnAttributeThatIsAFunctionOrReference() {
      assertEquals(json("\"v2\""), params.value("{\"attr\": \"made\"}"));
      assertEquals(json("\"v2\""), params.value("{\"attr\": \"alias\"}"));
    }

    @Test
    void returnsAnAttributeThatIsAList() {
      assertEquals(
          json("\"id;name\""),
          params.value("{\"function\":\"implode\",\"args\":[\";\",{\"attr\":\"columns\"}]}"));
      assertEquals(json("[]"), params.value("{\"attr\": \"none\"}"));
    }

    @Test
    void reportsAnAttributeThatRefersToItself() {
      assertEquals(
          "User script error: Error evaluating user function - attr 'loop' refers to itself!",
          error("{\"attr\": \"loop\"}"));
    }

    @Test
    void neverEvaluatesWhatALoginAnswered() {
      Evaluator login =
          new Evaluator(Place.LOGIN_RESULT)
              .with("attr", "{\"#key\": \"k\"}")
              .with("response", "{\"token\": {\"attr\": \"#key\"}}");
      UserError error =
          assertThrows(UserError.class, () -> login.value("{\"response\": \"token\"}"));
      assertEquals(
          "User script error: Error evaluating user function - response 'token' not found!",
          error.getMessage());
    }
  }

  @Nested
  class Errors {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"function\":\"eval\"} | Illegal function 'eval'!",
          "{\"function\":\"MD5\",\"args\":[\"a\"]} | Illegal function 'MD5'!",
          "{\"function\":[\"md5\"]} | Illegal function '[\"md5\"]'!",
          "{\"function\":null} | Illegal function 'null'!",
          "{\"function\":5} | Illegal function '5'!",
          "{\"function\":\"ifempty\",\"args\":[1]} | Bad argument count for function 'ifempty'!",
          "{\"function\":\"md5\"} | md5() expects at least 1 argument, 0 given",
          "{\"function\":\"sha1\",\"args\":[\"time\",1]} | sha1() expects at most 1 argument, 2 given",
          "{\"function\":\"time\",\"args\":[1]} | time() expects exactly 0 arguments, 1 given",
          "{\"function\":\"hash_hmac\",\"args\":[1,2]} | hash_hmac() expects at least 3 arguments, 2 given",
          "{\"function\":\"md5\",\"args\":[[1]]} | md5(): Argument #1 ($string) must be of type string, array given",
          "{\"function\":\"md5\",\"args\":[{}]} | md5(): Argument #1 ($string) must be of type string, stdClass given",
          "{\"function\":\"implode\",\"args\":[\",\",\"a\"]} | implode(): Argument #2 ($array) must be of type ?array, string given",
          "{\"function\":\"concat\",\"args\":[\"a\",[]]} | concat(): Argument #2 must be of type string, array given",
          "{\"function\":\"concat\",\"args\":[{}]} | Object of class stdClass could not be converted to string",
          "{\"function\":\"hash\",\"args\":[\"sha\",\"a\"]} | hash(): Argument #1 ($algo) must be a valid hashing algorithm",
          "{\"function\":\"hash_hmac\",\"args\":[\"crc32b\",\"a\",\"k\"]} | hash_hmac(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm",
          "{\"function\":\"md5\",\"args\":\"a\"} | md5(): the \"args\" must be a list, string given",
        })
    void areUserErrorsWithThePrefix(String json, String message) {
      assertEquals("User script error: " + message, error(json));
    }

    @Test
    void ofArgumentsComeBeforeThoseOfTheCall() {
      assertEquals(
          "User script error: Error evaluating user function - attr 'missing' not found!",
          error("{\"function\":\"ifempty\",\"args\":[{\"attr\":\"missing\"}]}"));
    }

    @Test
    void includeAMissingReferenceInTheFirstArgumentOfIfempty() {
      assertEquals(
          "User script error: Error evaluating user function - attr 'nothing' not found!",
          error("{\"function\":\"ifempty\",\"args\":[{\"attr\":\"nothing\"},\"x\"]}"));
    }

    @Test
    void areKnownBeforeAnyEvaluation() {
      Expression expression =
          Expression.of(
              json(
                  """
                  {"a": {"function": "nope"}, "b": [{"function": "time", "args": [1]}],
                   "c": {"function": "md5", "args": [{"attr": {}}]}}
                  """),
              Place.JOB_PARAMS);
      assertEquals(
          List.of(
              "Illegal function 'nope'!",
              "time() expects exactly 0 arguments, 1 given",
              "Error evaluating user function - attr '{}' is not a string!"),
          expression.faults());
    }
  }

  @Nested
  class Secrets {
    @Test
    void makeTheTextOfACallSecret() {
      Outcome outcome =
          params.outcome("{\"function\":\"concat\",\"args\":[\"Bearer \",{\"attr\":\"#token\"}]}");
      assertTrue(outcome.secret());
      assertEquals(List.of("Bearer s3cr3t-token"), params.secrets);
    }

    @Test
    void areSeenBehindAnAttributeThatIsAFunction() {
      Outcome outcome =
          params.outcome("{\"function\":\"concat\",\"args\":[\"k \",{\"attr\":\"signed\"}]}");
      assertTrue(outcome.secret());
      assertEquals(2, params.secrets.size());
    }

    @Test
    void areAttributesWithAHashAnywhereInTheirPath() {
      assertTrue(params.outcome("{\"attr\": \"nested.#key\"}").secret());
      assertFalse(params.outcome("{\"attr\": \"nested.open\"}").secret());
    }

    @Test
    void doNotSpreadToAPlainArgumentThatIfemptyReturns() {
      assertFalse(
          params
              .outcome("{\"function\":\"ifempty\",\"args\":[\"shown\",{\"attr\":\"#token\"}]}")
              .secret());
      assertEquals(List.of(), params.secrets);
    }

    @Test
    void includeLoginAnswersAndOAuthData() {
      Evaluator login = new Evaluator(Place.LOGIN_RESULT).with("response", "{\"t\": \"abcdef\"}");
      assertTrue(login.outcome("{\"response\": \"t\"}").secret());
      Evaluator oauth =
          new Evaluator(Place.OAUTH20)
              .with("authorization", "{\"clientId\": \"id\", \"data\": {\"token\": \"abcdef\"}}");
      assertTrue(oauth.outcome("{\"authorization\": \"data.token\"}").secret());
      assertFalse(oauth.outcome("{\"authorization\": \"clientId\"}").secret());
    }
  }
}

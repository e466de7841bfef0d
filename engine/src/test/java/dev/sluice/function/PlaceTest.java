package dev.sluice.function;

import static dev.sluice.function.Evaluator.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Functions §3.
class PlaceTest {
  private static final List<String> ALL =
      List.of(
          "attr",
          "time",
          "placeholder",
          "query",
          "request",
          "response",
          "authorization",
          "consumer",
          "user",
          "parent",
          "headers",
          "env");

  @ParameterizedTest
  @CsvSource({
    "BASE_URL, attr",
    "HEADERS, attr",
    "JOB_PARAMS, attr time",
    "JOB_HEADERS, attr time",
    "USER_DATA, attr time",
    "PLACEHOLDER, placeholder",
    "AUTH_QUERY, attr query request",
    "LOGIN_REQUEST, attr",
    "LOGIN_RESULT, response attr",
    "OAUTH20, query request authorization attr",
    "OAUTH20_LOGIN_REQUEST, consumer user attr",
  })
  void offersItsContextsAndNoOthers(Place place, String contexts) {
    List<String> offered = List.of(contexts.split(" ", -1));
    var evaluator = new Evaluator(place);
    ALL.forEach(context -> evaluator.with(context, "{\"a\": {\"b\": 1}}"));
    for (String context : ALL) {
      String reference = "{\"" + context + "\": \"a.b\"}";
      assertEquals(
          offered.contains(context) ? json("1") : json(reference),
          evaluator.value(reference),
          context);
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void offersAllFunctions(Place place) {
    assertEquals(
        json("\"a+b\""),
        new Evaluator(place).value("{\"function\":\"urlencode\",\"args\":[\"a b\"]}"));
  }
}

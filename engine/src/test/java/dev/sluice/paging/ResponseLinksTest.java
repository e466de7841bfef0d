package dev.sluice.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.config.Pagination;
import dev.sluice.config.Pagination.ResponseParam;
import dev.sluice.config.Pagination.ResponseUrl;
import dev.sluice.config.Pagination.ScrollRequest;
import dev.sluice.config.Pagination.ZendeskResponseUrl;
import dev.sluice.config.StopRules;
import dev.sluice.http.ApiRequest;
import dev.sluice.http.ApiRequest.Source;
import dev.sluice.http.Method;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.UserError;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Paging by what the response says (spec: jobs-and-paging §7.4, §7.5, §7.7).
final class ResponseLinksTest {
  private static final JsonObject PARAMS = (JsonObject) FakePage.json("{\"shop\":7}");
  private static final JsonObject HEADERS = (JsonObject) FakePage.json("{\"X-Key\":\"k\"}");
  private static final ApiRequest JOB =
      new ApiRequest("w", Method.FORM, PARAMS, HEADERS, Source.CONFIGURED, Set.of("X-Key"));

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "false", "0", "\"0\"", "[]", "0.0"})
  void stopsOnEmptyValues(String next) {
    String response = "{\"links\":{\"next\":" + next + "}}";
    assertEquals(
        "No more pages, stopping pagination.",
        reason(step(new ResponseUrl("links.next", ".", false, false), response)));
    assertEquals(
        "No more pages found, stopping pagination.",
        reason(step(new ResponseParam("links.next", "p", false, Optional.empty()), response)));
    assertEquals(
        "No more pages to scroll.",
        reason(step(new ZendeskResponseUrl("links.next", false, false), response)));
  }

  @Test
  void stopsWhereTheValueIsMissing() {
    assertEquals(
        "No more pages, stopping pagination.",
        reason(step(new ResponseUrl("links.next", ".", false, false), "{\"links\":{}}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "{}", "[\"w?p=2\"]"})
  void refusesAnAddressThatIsNoText(String next) {
    for (boolean isQuery : new boolean[] {true, false}) {
      var error =
          assertThrows(
              UserError.class,
              () -> step(new ResponseUrl("next", ".", false, isQuery), "{\"next\":" + next + "}"));
      assertEquals(
          "The \"endpoint\" property must be specified in request as a string.",
          error.problems().getFirst().message());
    }
  }

  @Test
  void splitsThePathAtTheDelimiter() {
    Step step = step(new ResponseUrl("a.b::c", "::", false, false), "{\"a.b\":{\"c\":\"w2\"}}");
    assertEquals("w2", request(step).endpoint());
  }

  @Test
  void marksAnAddressOutOfTheResponse() {
    Step step = step(new ResponseUrl("next", ".", false, false), "{\"next\":\"w2\"}");
    assertEquals(
        new ApiRequest(
            "w2", Method.FORM, JsonObject.EMPTY, HEADERS, Source.RESPONSE, Set.of("X-Key")),
        request(step));
  }

  @Test
  void keepsTheJobsAddressWhenTheResponseGivesAQuery() {
    Step step = step(new ResponseUrl("next", ".", true, true), "{\"next\":\"?p=2\"}");
    assertEquals("w", request(step).endpoint());
    assertEquals(Source.CONFIGURED, request(step).source());
    assertEquals(FakePage.json("{\"shop\":7,\"p\":\"2\"}"), request(step).params());
  }

  @Test
  void laysTheScrollRequestOverTheJob() {
    var over =
        new ScrollRequest(
            Optional.of("scroll"),
            Optional.of("POST"),
            (JsonObject) FakePage.json("{\"keep\":\"1m\",\"id\":0}"),
            (JsonObject) FakePage.json("{\"X-More\":\"m\"}"));
    Step step = step(new ResponseParam("id", "id", true, Optional.of(over)), "{\"id\":[1,2]}");
    assertEquals(
        new ApiRequest(
            "scroll",
            Method.POST,
            (JsonObject) FakePage.json("{\"shop\":7,\"keep\":\"1m\",\"id\":[1,2]}"),
            (JsonObject) FakePage.json("{\"X-Key\":\"k\",\"X-More\":\"m\"}"),
            Source.CONFIGURED,
            Set.of("X-Key")),
        request(step));
  }

  private static Step step(Pagination.Method method, String response) {
    return Scroller.first(
            new Pagination(method, StopRules.NONE), JOB, Optional.empty(), FakePage.START)
        .then()
        .next(FakePage.of(response));
  }

  private static ApiRequest request(Step step) {
    return ((Step.Ask) step).request();
  }

  private static String reason(Step step) {
    return ((Step.Stop) step).reason().text();
  }
}

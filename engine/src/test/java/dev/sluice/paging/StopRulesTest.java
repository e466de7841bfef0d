package dev.sluice.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.config.Pagination;
import dev.sluice.config.StopRules;
import dev.sluice.config.StopRules.ForceStop;
import dev.sluice.config.StopRules.LimitStop;
import dev.sluice.config.StopRules.NextPageFlag;
import dev.sluice.http.ApiRequest;
import dev.sluice.http.Method;
import dev.sluice.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ends the paging before the method does (spec: jobs-and-paging §6.2, §6.6-§6.8).
final class StopRulesTest {
  private static final ApiRequest JOB =
      new ApiRequest(
          "w",
          Method.GET,
          JsonObject.EMPTY,
          JsonObject.EMPTY,
          ApiRequest.Source.CONFIGURED,
          Set.of());
  private static final Pagination.Method ENDLESS =
      new Pagination.Offset(0, "limit", "offset", true, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"more":true}      | true
          {"more":1}         | true
          {"more":{}}        | true
          {"more":"false"}   | true
          {"more":"no"}      | true
          {"more":[0]}       | true
          {"more":0.1}       | true
          {"more":"0.0"}     | true
          {"more":false}     | false
          {"more":0}         | false
          {"more":0.0}       | false
          {"more":""}        | false
          {"more":"0"}       | false
          {"more":[]}        | false
          """)
  void readsTheFlagAsTheTableSays(String response, boolean isSet) {
    for (boolean stopOn : new boolean[] {true, false}) {
      Step step = flagged(stopOn, !isSet, response);
      if (isSet == stopOn) {
        assertEquals("Stopping scrolling because 'more' is '" + isSet + "'", reason(step));
      } else {
        assertInstanceOf(Step.Ask.class, step);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"more":null}
          {"other":1}
          {"a":{"more":1}}
          [1]
          "more"
          null
          """)
  void usesIfNotSetWhereThereIsNoFlag(String response) {
    assertEquals(
        "Stopping scrolling because 'more' is 'true'", reason(flagged(true, true, response)));
    assertInstanceOf(Step.Ask.class, flagged(true, false, response));
    assertEquals(
        "Stopping scrolling because 'more' is 'false'", reason(flagged(false, false, response)));
  }

  @Test
  void takesTheFlagsNameLiterally() {
    var rules =
        rules(
            Optional.of(new NextPageFlag("meta.more", false, true)),
            Optional.empty(),
            Optional.empty());
    assertEquals(
        "Stopping scrolling because 'meta.more' is 'false'",
        reason(first(rules).next(FakePage.of("{\"meta.more\":0,\"meta\":{\"more\":1}}"))));
  }

  @Test
  void countsPagesUpToTheBudget() {
    Scroller scroller =
        first(forceStop(OptionalLong.of(3), Optional.empty(), OptionalLong.empty()));
    for (int page = 1; page <= 2; page++) {
      scroller = then(scroller.next(FakePage.of("{}")));
    }
    assertEquals(
        "Force stopping: page limit reached (3 pages).", reason(scroller.next(FakePage.of("{}"))));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-15T14:30:54.999Z, false",
    "2024-03-15T14:30:55Z, true",
    "2024-03-15T14:31:00Z, true",
  })
  void measuresTimeInWholeSecondsOfTheClock(Instant now, boolean isOver) {
    Scroller scroller =
        first(
            forceStop(
                OptionalLong.empty(), Optional.of(Duration.ofSeconds(10)), OptionalLong.empty()));
    Step step = scroller.next(FakePage.of("{}").at(now));
    if (isOver) {
      assertEquals("Force stopping: time limit reached (10 seconds).", reason(step));
    } else {
      assertInstanceOf(Step.Ask.class, step);
    }
  }

  @Test
  void stopsWhenTheVolumeIsExceededNotWhenItIsReached() {
    Scroller scroller =
        first(forceStop(OptionalLong.empty(), Optional.empty(), OptionalLong.of(4)));
    scroller = then(scroller.next(FakePage.of("{}")));
    scroller = then(scroller.next(FakePage.of("{}")));
    assertEquals(
        "Force stopping: volume limit reached (4 bytes).",
        reason(scroller.next(FakePage.of("{}"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"total":3,"rows":[1,2,3]}       | 3
          {"total":"3","rows":[1,2,3]}     | 3
          {"total":2.5,"rows":[1,2,3]}     | 2
          {"total":"2 pcs","rows":[1,2]}   | 2
          {"total":"pcs","rows":[1]}       | 0
          {"total":0,"rows":[]}            | 0
          {"total":null,"rows":[]}         | 0
          {"total":false,"rows":[]}        | 0
          {"rows":[]}                      | 0
          {"total":true,"rows":[1]}        | 1
          """)
  void stopsAtTheNumberThatTheResponseHolds(String response, long limit) {
    var page = FakePage.of(response);
    assertEquals(
        "Limit reached, stopping scrolling. Current count: %d, limit: %d"
            .formatted(page.rowCount(), limit),
        reason(first(limitStop(new LimitStop.Field("total"))).next(page)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"total":3,"rows":[1,2]}
          {"total":2.5,"rows":[1,2]}
          {"total":[],"rows":[1,2]}
          {"total":[1],"rows":[1,2]}
          {"total":true,"rows":[]}
          """)
  void goesOnBelowTheNumberThatTheResponseHolds(String response) {
    assertInstanceOf(
        Step.Ask.class, first(limitStop(new LimitStop.Field("total"))).next(FakePage.of(response)));
  }

  @Test
  void readsTheNumberOfRowsAnewFromEachPage() {
    Scroller scroller = first(limitStop(new LimitStop.Field("meta.total")));
    scroller = then(scroller.next(FakePage.of("{\"meta\":{\"total\":9},\"rows\":[1,2]}")));
    assertEquals(
        "Limit reached, stopping scrolling. Current count: 3, limit: 3",
        reason(scroller.next(FakePage.of("{\"meta\":{\"total\":3},\"rows\":[1]}"))));
  }

  @Test
  void asksTheOutermostRuleFirst() {
    var all =
        rules(
            Optional.of(new NextPageFlag("more", false, false)),
            Optional.of(
                new ForceStop(OptionalLong.of(1), Optional.of(Duration.ZERO), OptionalLong.of(1))),
            Optional.of(new LimitStop.Count(1)));
    assertEquals(
        "Limit reached, stopping scrolling. Current count: 1, limit: 1",
        reason(first(all).next(FakePage.of("{\"rows\":[1]}"))));
    assertEquals(
        "Force stopping: page limit reached (1 pages).",
        reason(first(all).next(FakePage.of("{\"rows\":[]}"))));
    var later =
        rules(
            all.nextPageFlag(),
            Optional.of(
                new ForceStop(OptionalLong.of(2), Optional.of(Duration.ZERO), OptionalLong.of(1))),
            Optional.empty());
    assertEquals(
        "Force stopping: time limit reached (0 seconds).",
        reason(first(later).next(FakePage.of("{}"))));
  }

  @Test
  void givesTheSameAnswerHoweverOftenItIsAsked() {
    Scroller scroller = first(forceStop(OptionalLong.of(2), Optional.empty(), OptionalLong.of(4)));
    for (int time = 0; time < 5; time++) {
      assertInstanceOf(Step.Ask.class, scroller.next(FakePage.of("{}")));
    }
  }

  private static Step flagged(boolean stopOn, boolean ifNotSet, String response) {
    var rules =
        rules(
            Optional.of(new NextPageFlag("more", stopOn, ifNotSet)),
            Optional.empty(),
            Optional.empty());
    return first(rules).next(FakePage.of(response));
  }

  private static StopRules rules(
      Optional<NextPageFlag> flag, Optional<ForceStop> budget, Optional<LimitStop> limit) {
    return new StopRules(flag, budget, limit, false);
  }

  private static StopRules forceStop(
      OptionalLong pages, Optional<Duration> time, OptionalLong volume) {
    return rules(
        Optional.empty(), Optional.of(new ForceStop(pages, time, volume)), Optional.empty());
  }

  private static StopRules limitStop(LimitStop limit) {
    return rules(Optional.empty(), Optional.empty(), Optional.of(limit));
  }

  private static Scroller first(StopRules rules) {
    return Scroller.first(new Pagination(ENDLESS, rules), JOB, Optional.empty(), FakePage.START)
        .then();
  }

  private static Scroller then(Step step) {
    return ((Step.Ask) step).then();
  }

  private static String reason(Step step) {
    return ((Step.Stop) step).reason().text();
  }
}

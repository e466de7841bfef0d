package dev.sluice.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.config.Pagination.Cursor;
import dev.sluice.config.Pagination.Multiple;
import dev.sluice.config.Pagination.Offset;
import dev.sluice.config.Pagination.Pagenum;
import dev.sluice.config.Pagination.ResponseUrl;
import dev.sluice.config.Pagination.ZendeskResponseUrl;
import dev.sluice.config.StopRules.ForceStop;
import dev.sluice.config.StopRules.LimitStop;
import dev.sluice.config.StopRules.NextPageFlag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Options of the pagination and what is wrong with them (spec: jobs-and-paging §6, §7).
final class PaginationReaderTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/vectors/jobs-and-paging/6-7-pagination-errors.csv",
      delimiterString = " | ",
      quoteCharacter = '`',
      numLinesToSkip = 2)
  void reportsTheErrorAtLoad(String pagination, String error) {
    assertEquals(List.of(error), read(pagination).errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "{}", "[]", "0", "\"offset\"", "5", "[\"offset\"]", "{\"method\":\"\"}"})
  void readsNoPagingWhereThereIsNone(String pagination) {
    assertEquals(Pagination.NONE, read(pagination).value());
    assertEquals(List.of(), read(pagination).errors());
  }

  @Test
  void hasTheDefaultsOfTheTables() {
    assertEquals(
        new Offset(10, "limit", "offset", true, false),
        method("{\"method\":\"offset\",\"limit\":\"10\"}"));
    assertEquals(
        new Pagenum(OptionalLong.empty(), "limit", "page", 1, true),
        method("{\"method\":\"pagenum\"}"));
    assertEquals(
        new ResponseUrl("next_page", ".", false, false), method("{\"method\":\"response.url\"}"));
    assertEquals(
        new Pagination.ResponseParam("r", "q", false, Optional.empty()),
        method("{\"method\":\"response.param\",\"responseParam\":\"r\",\"queryParam\":\"q\"}"));
    assertEquals(
        new Cursor("i", "p", 0, false),
        method("{\"method\":\"cursor\",\"idKey\":\"i\",\"param\":\"p\"}"));
    assertEquals(
        new ZendeskResponseUrl("next_page", false, false),
        method("{\"method\":\"zendesk.response.url\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0     | 0
          "0"   | 0
          "5"   | 5
          null  | 1
          2.9   | 2
          "p2"  | 0
          """)
  void castsTheNumberOfTheFirstPage(String firstPage, long number) {
    assertEquals(
        new Pagenum(OptionalLong.empty(), "limit", "page", number, true),
        method("{\"method\":\"pagenum\",\"firstPage\":" + firstPage + "}"));
  }

  @ParameterizedTest
  @CsvSource({"true,true", "false,false", "null,true", "0,false", "'\"no\"',true", "'\"\"',false"})
  void castsSwitches(String value, boolean isOn) {
    assertEquals(
        new Pagenum(OptionalLong.empty(), "limit", "page", 1, isOn),
        method("{\"method\":\"pagenum\",\"firstPageParams\":" + value + "}"));
  }

  @Test
  void warnsOfATextThatSaysFalse() {
    assertEquals(
        List.of("The text \"false\" switches 'reverse' on."),
        read("{\"method\":\"cursor\",\"idKey\":\"i\",\"param\":\"p\",\"reverse\":\"false\"}")
            .warnings());
  }

  @Test
  void readsStopRulesWithoutAMethod() {
    assertEquals(
        new StopRules(
            Optional.of(new NextPageFlag("more", false, false)),
            Optional.of(
                new ForceStop(
                    OptionalLong.of(3), Optional.of(Duration.ofSeconds(5)), OptionalLong.of(12))),
            Optional.of(new LimitStop.Count(7)),
            true),
        read("""
        {
          "nextPageFlag": {"field": "more", "stopOn": false},
          "forceStop": {"pages": "3", "time": 5, "volume": "12 bytes"},
          "limitStop": {"count": "7"},
                  "loopGuard": true
        }
        """)
            .value()
            .stopRules());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          60                    | 60
          "60"                  | 60
          60.0                  | 60
          "1 hour"              | 3600
          "5 minutes"           | 300
          "90 seconds"          | 90
          "1 hour 30 minutes"   | 5400
          "+2 days"             | 172800
          "1 Week"              | 604800
          "2 hours, 5 sec"      | 7205
          """)
  void readsSpansOfTime(String time, long seconds) {
    assertEquals(
        Optional.of(Duration.ofSeconds(seconds)),
        read("{\"forceStop\":{\"time\":" + time + "}}")
            .value()
            .stopRules()
            .forceStop()
            .orElseThrow()
            .time());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "0", "\"0\"", "\"\"", "[]", "{}"})
  void passesOverEmptyBudgets(String value) {
    String budget = "{\"pages\":%1$s,\"time\":%1$s,\"volume\":%1$s,\"x\":1}".formatted(value);
    assertEquals(
        Optional.of(new ForceStop(OptionalLong.empty(), Optional.empty(), OptionalLong.empty())),
        read("{\"forceStop\":" + budget + "}").value().stopRules().forceStop());
  }

  @Test
  void readsScrollersOfMultipleWithTheirOwnStopRules() {
    var multiple =
        (Multiple)
            method(
                """
                {
                  "method": "multiple", "default": "b",
                  "scrollers": {
                    "a": {"method": "offset", "limit": 2},
                    "b": {"method": "pagenum", "limitStop": {"field": "total"}}
                  }
                }
                """);
    assertEquals(List.of("a", "b"), List.copyOf(multiple.scrollers().keySet()));
    assertEquals(
        Optional.of(new LimitStop.Field("total")),
        multiple.chosenBy(Optional.empty()).stopRules().limitStop());
    assertEquals(
        new Offset(2, "limit", "offset", true, false),
        multiple.chosenBy(Optional.of("a")).method());
  }

  @Test
  void acceptsDigitsAsTextForPages() {
    assertEquals(List.of(), read("{\"pages\":\"12\"}").errors());
    assertEquals(List.of(), read("{\"pages\":12}").errors());
  }

  @Test
  void tellsWhereTheErrorIs() {
    var problem = read("{\"method\":\"offset\"}").problems().errors().getFirst();
    assertEquals(
        "Missing 'pagination.limit' attribute required for offset pagination"
            + " (parameters.api.pagination.limit)",
        problem.text());
  }

  @Test
  void reportsSeveralErrorsTogether() {
    assertEquals(
        List.of(
            "Missing required 'pagination.responseParam' parameter.",
            "Missing required 'pagination.queryParam' parameter.",
            "One of 'limitStop.field' or 'limitStop.count' attributes is required."),
        read("{\"method\":\"response.param\",\"limitStop\":{\"count\":\"\"}}").errors());
  }

  private static ReadConfig<Pagination> read(String pagination) {
    return ReadConfig.of("parameters.api.pagination", pagination, PaginationReader::read);
  }

  private static Pagination.Method method(String pagination) {
    return read(pagination).value().method();
  }
}

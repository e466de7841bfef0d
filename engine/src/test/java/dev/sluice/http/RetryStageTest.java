package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.config.RetrySettings;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What is tried again (spec: run-and-http §4.11, README G-03).
final class RetryStageTest {
  private static final Request REQUEST = Requests.get("https://api.example.com/orders");

  private final SteppedTime time = new SteppedTime();
  private final RecordedEvents events = new RecordedEvents();
  private int attempts;

  @Test
  void waitsTwiceAsLongBeforeEachRetry() {
    Response response = send(retries(3), REQUEST, script(503, 503, 200));
    assertEquals(200, response.status());
    assertEquals(List.of(1L, 2L), time.pauses());
    assertEquals(
        List.of(
            "Http request failed, retrying in 1.0 seconds [1x].",
            "Http request failed, retrying in 2.0 seconds [2x]."),
        events.messages(Level.DEBUG));
    assertEquals(
        "{\"http_code\":503,\"body\":\"later\",\"url\":\"https://api.example.com/orders\"}",
        events.logs(Level.DEBUG).getFirst().context().toString());
    assertEquals(
        new RunEvent.Retrying("status 503", Duration.ofSeconds(2), 2), events.all().getLast());
  }

  @Test
  void retriesTenTimesUnlessConfigured() {
    Response response = send(RetrySettings.USUAL, REQUEST, _ -> answer(500));
    assertEquals(500, response.status());
    assertEquals(11, attempts);
    assertEquals(1023, time.pauses().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void neverRetriesWhenToldSo() {
    assertEquals(503, send(retries(0), REQUEST, script(503, 200)).status());
    assertEquals(1, attempts);
  }

  @Test
  void obeysTheHeaderWhateverItsCase() {
    send(
        retries(5),
        REQUEST,
        script(
            Responses.with(429, "retry-after", "2"),
            Responses.with(503, "Retry-After", "Wed, 01 May 2024 10:00:07 GMT"),
            Responses.with(503, "Retry-After", "-7"),
            Responses.with(503, "Retry-After", "soon"),
            answer(200)));
    assertEquals(List.of(2L, 5L, 0L, 8L), time.pauses());
  }

  @Test
  void obeysTheHeaderThatTheConfigurationNames() {
    var settings = new RetrySettings(Optional.of(2), "X-Quota-Reset", Set.of(429), Set.of());
    long then = SteppedTime.START.getEpochSecond() + 4;
    send(
        settings,
        REQUEST,
        script(
            Responses.with(429, "x-quota-reset", Long.toString(then)),
            Responses.with(429, "Retry-After", "9"),
            answer(200)));
    assertEquals(List.of(4L, 2L), time.pauses());
  }

  @Test
  void joinsSeveralLinesOfTheHeader() {
    Response twice = Responses.with(429, "Retry-After", "2");
    Headers two = twice.headers().plus(new Headers.Line("Retry-After", "3", false));
    send(
        retries(1),
        REQUEST,
        script(new Response(429, "", two, twice.body(), twice.url()), answer(200)));
    assertEquals(List.of(1L), time.pauses());
  }

  @Test
  void acceptsAListedSuccessAfterTheLastRetry() {
    var settings = new RetrySettings(Optional.of(2), "Retry-After", Set.of(202), Set.of());
    Response response = send(settings, REQUEST, _ -> Responses.with(202, "Retry-After", "3"));
    assertEquals(202, response.status());
    assertEquals(List.of(3L, 3L), time.pauses());
  }

  @Test
  void retriesWhatTheNetworkLosesByItsCode() {
    var lost = new NetworkFailure(NetworkFailure.Code.NO_ANSWER, "gone", new IOException());
    var outcomes = new ArrayDeque<Object>(List.of(lost, answer(200)));
    Response response = send(retries(1), REQUEST, _ -> outcome(outcomes.remove()));
    assertEquals(200, response.status());
    assertEquals(
        "{\"url\":\"https://api.example.com/orders\",\"exception_class\":\"NO_ANSWER\","
            + "\"message\":\"CURL error 52: gone\"}",
        events.logs(Level.DEBUG).getFirst().context().toString());
  }

  @Test
  void givesUpOnOtherFailures() {
    var cut = new NetworkFailure(NetworkFailure.Code.TRUNCATED, "cut", new IOException());
    var failure =
        assertThrows(NetworkFailure.class, () -> send(retries(3), REQUEST, _ -> outcome(cut)));
    assertEquals("CURL error 18: cut", failure.message());
    assertEquals(1, attempts);
  }

  @Test
  void retriesTheCodesThatTheConfigurationLists() {
    var settings = new RetrySettings(Optional.of(1), "Retry-After", Set.of(), Set.of(18));
    var cut = new NetworkFailure(NetworkFailure.Code.TRUNCATED, "cut", new IOException());
    assertThrows(NetworkFailure.class, () -> send(settings, REQUEST, _ -> outcome(cut)));
    assertEquals(2, attempts);
  }

  @Nested
  final class OfALogin {
    private final Request login = REQUEST.withPurpose(Request.Purpose.LOGIN);

    @Test
    void happensFiveTimes() {
      send(RetrySettings.USUAL, login, _ -> answer(503));
      assertEquals(List.of(1L, 2L, 4L, 8L, 16L), time.pauses());
    }

    @Test
    void takesFiveMinutesAltogether() {
      Response response =
          send(RetrySettings.USUAL, login, _ -> Responses.with(503, "Retry-After", "120"));
      assertEquals(503, response.status());
      assertEquals(List.of(120L, 120L), time.pauses());
    }

    @Test
    void countsTheTimeOfTheAttempts() {
      send(
          RetrySettings.USUAL,
          login,
          _ -> {
            time.pass(Duration.ofMinutes(2));
            return answer(503);
          });
      assertEquals(List.of(1L, 2L), time.pauses());
    }

    @Test
    void goesByTheConfigurationIfItStatesANumber() {
      send(retries(7), login, _ -> Responses.with(503, "Retry-After", "120"));
      assertEquals(7, time.pauses().size());
    }

    @Test
    void neverHappensAfter400And401() {
      var settings =
          new RetrySettings(Optional.of(3), "Retry-After", Set.of(400, 401, 403), Set.of());
      for (int status : new int[] {400, 401}) {
        assertEquals(status, send(settings, login, script(status, 200)).status());
      }
      assertEquals(
          200,
          send(settings, login.withPurpose(Request.Purpose.CLIENT_CREDENTIALS), script(403, 200))
              .status());
      assertEquals(200, send(settings, REQUEST, script(401, 200)).status());
    }
  }

  private Response send(RetrySettings settings, Request request, Stage.Next next) {
    var stage = new RetryStage(settings, time, time, events);
    return stage.send(
        request,
        asked -> {
          attempts++;
          return next.send(asked);
        });
  }

  private static RetrySettings retries(int count) {
    return new RetrySettings(
        Optional.of(count),
        RetrySettings.USUAL.retryHeader(),
        RetrySettings.USUAL.httpCodes(),
        RetrySettings.USUAL.curlCodes());
  }

  private static Stage.Next script(Integer... statuses) {
    return script(Stream.of(statuses).map(RetryStageTest::answer).toArray(Response[]::new));
  }

  private static Stage.Next script(Response... responses) {
    Deque<Response> left = new ArrayDeque<>(List.of(responses));
    return _ -> left.removeFirst();
  }

  private static Response outcome(Object outcome) {
    return switch (outcome) {
      case NetworkFailure failure -> throw failure;
      case Response response -> response;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Response answer(int status) {
    return Responses.of(status, "later");
  }
}

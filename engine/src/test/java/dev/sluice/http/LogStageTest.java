package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is told of each attempt (spec: run-and-http §1.6).
final class LogStageTest {
  private final SteppedTime time = new SteppedTime();
  private final RecordedEvents events = new RecordedEvents();
  private final LogStage stage = new LogStage(time, events);

  @Test
  void tellsLineAndHeaders() {
    Request request =
        Requests.get("https://api.example.com/v1/orders?limit=10")
            .withHeaders(
                Headers.NONE.set("Accept", "application/json").set("User-Agent", "Sluice"));
    stage.send(request, _ -> Responses.of(200, ""));
    assertEquals(
        List.of(
            "GET /v1/orders?limit=10 HTTP/1.1\r\nAccept: application/json\r\nUser-Agent: Sluice\r\n"
                + "Host: api.example.com"),
        events.messages(Level.DEBUG));
  }

  @Test
  void masksWhatTellsWhoAsksAndLeavesTheBodyOut() {
    Request request =
        Requests.post("https://ann:s3cret@api.example.com", "{\"password\":\"s3cret\"}")
            .withHeaders(
                Headers.NONE
                    .setCredential("X-Key", "s3cret")
                    .set("cookie", "session=s3cret")
                    .set("X-Other", "open"));
    assertEquals(
        "POST / HTTP/1.1\r\nX-Key: •••\r\ncookie: •••\r\nX-Other: open\r\nHost: api.example.com\r\n"
            + "Content-Length: 21\r\nAuthorization: •••",
        LogStage.record(request));
  }

  @Test
  void tellsOfTheAnswer() {
    stage.send(
        Requests.get("https://api.example.com/").withPurpose(Request.Purpose.CLIENT_CREDENTIALS),
        _ -> {
          time.pass(Duration.ofMillis(250));
          return Responses.of(201, "12345");
        });
    assertEquals(
        new RunEvent.Answered(true, 201, 5, Duration.ofMillis(250)), events.all().getLast());
  }

  @Test
  void tellsOfNoAnswerWhenThereIsNone() {
    var lost = new NetworkFailure(NetworkFailure.Code.NO_ANSWER, "gone", new IOException());
    assertThrows(
        NetworkFailure.class,
        () ->
            stage.send(
                Requests.get("https://api.example.com/"),
                _ -> {
                  throw lost;
                }));
    assertEquals(1, events.all().size());
  }
}

package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.event.RunEvent;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonLogTest {
  private final RecordingShell shell = RecordingShell.piped(Map.of());
  private Instant now = Instant.parse("2024-05-01T10:00:00Z");
  private final JsonLog log = new JsonLog(shell.shell().out(), (InstantSource) () -> now);

  @Test
  void writesEachEventAndTheEndAsAnObject() {
    ScriptedRun.play(log);
    now = now.plusMillis(1500);
    log.tick();
    log.tick();
    log.end(new Outcome.Finished(ScriptedRun.SUMMARY));
    log.tick();

    assertEquals(
        """
        {"type":"iteration","time":"2024-05-01T10:00:00Z","number":1,"total":1}
        {"type":"log","time":"2024-05-01T10:00:00Z","level":"debug","message":"Using 'login' authentication."}
        {"type":"log","time":"2024-05-01T10:00:00Z","level":"warning","message":"Converting nested array 'tags'\\r\\nto JSON string.","context":{"path":"orders/tags"}}
        {"type":"job","time":"2024-05-01T10:00:00Z","endpoint":"orders","dataType":"orders","pages":2,"rows":1250,"reason":"the page was shorter than the limit"}
        {"type":"progress","time":"2024-05-01T10:00:01.500Z","rows":1250,"pages":2,"requests":2,"tokenRequests":1,"seconds":1.500}
        {"type":"end","time":"2024-05-01T10:00:01.500Z","status":"success","exitCode":0,"tables":[{"file":"shop/out/tables/shop.orders","columns":["id","total"],"rows":1250}],"changes":[{"table":"shop.orders","change":"new columns","columns":["total"]}],"jobs":[{"endpoint":"orders","dataType":"orders","pages":2,"rows":1250,"reason":"the page was shorter than the limit"}],"requests":2,"tokenRequests":1,"seconds":1.840}
        """,
        shell.out());
  }

  @Test
  void endsWithTheProblems() {
    log.end(
        new Outcome.Failed(
            new UserError(
                List.of(
                    Problem.at(ConfigPath.of("parameters.api"), "One.", "Do this."),
                    Problem.of("Two.", "")))));

    assertEquals(
        """
        {"type":"end","time":"2024-05-01T10:00:00Z","status":"error","exitCode":1,"problems":[{"message":"One.","path":"parameters.api","remedy":"Do this."},{"message":"Two."}]}
        """,
        shell.out());
  }

  @Test
  void tellsOfRequestsThatAreRepeated() {
    log.on(new RunEvent.Retrying("status 503", Duration.ofSeconds(4), 3));

    assertEquals(
        """
        {"type":"retry","time":"2024-05-01T10:00:00Z","reason":"status 503","number":3,"seconds":4.000}
        """,
        shell.out());
  }

  @Test
  void tellsThatAnOriginGetsNoRequestsForSomeTime() {
    log.on(
        new RunEvent.Paused(
            "https://api.example.com", "its quota is used up", Duration.ofMillis(2500)));

    assertEquals(
        """
        {"type":"pause","time":"2024-05-01T10:00:00Z","origin":"https://api.example.com","reason":"its quota is used up","seconds":2.500}
        """,
        shell.out());
  }

  @Test
  void saysThatARunWasInterrupted() {
    log.end(new Outcome.Interrupted(true));

    assertEquals(
        """
        {"type":"end","time":"2024-05-01T10:00:00Z","status":"interrupted","exitCode":130}
        """,
        shell.out());
  }
}

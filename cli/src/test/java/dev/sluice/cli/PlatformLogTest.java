package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlatformLogTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-05-01T10:00:00.123456Z"));

  private final RecordingShell shell = RecordingShell.piped(Map.of());
  private final PlatformLog log = new PlatformLog(shell.shell().out(), CLOCK);

  @Test
  void writesOneRecordALineWithMicroseconds() {
    ScriptedRun.play(log);
    log.end(new Outcome.Finished(ScriptedRun.SUMMARY));

    assertEquals(
        """
        [2024-05-01T10:00:00.123456+00:00] logger.DEBUG: Using 'login' authentication. [] []
        [2024-05-01T10:00:00.123456+00:00] logger.WARNING: Converting nested array 'tags' to JSON string. {"path":"orders/tags"} []
        [2024-05-01T10:00:00.123456+00:00] logger.INFO: Extractor finished successfully. [] []
        """,
        shell.out());
    assertEquals("", shell.err());
  }

  @Test
  void writesMicrosecondsOfAWholeSecondToo() {
    new PlatformLog(shell.shell().out(), InstantSource.fixed(Instant.parse("2024-05-01T10:00:00Z")))
        .info("Ready.");

    assertEquals("[2024-05-01T10:00:00.000000+00:00] logger.INFO: Ready. [] []\n", shell.out());
  }

  @Test
  void tellsAProblemOnceWithItsPlaceAndRemedy() {
    log.end(
        new Outcome.Failed(
            new UserError(
                Problem.at(
                    ConfigPath.of("parameters.config.jobs"),
                    "The 'jobs' section is required in the configuration.",
                    "Add a job."))));

    assertEquals(
        "[2024-05-01T10:00:00.123456+00:00] logger.ERROR: The 'jobs' section is required in the"
            + " configuration. (parameters.config.jobs) Add a job. [] []\n",
        shell.out());
  }

  @Test
  void numbersSeveralProblems() {
    log.end(
        new Outcome.Failed(new UserError(List.of(Problem.of("One.", ""), Problem.of("Two.", "")))));

    assertEquals(
        """
        [2024-05-01T10:00:00.123456+00:00] logger.ERROR: 1. One. [] []
        [2024-05-01T10:00:00.123456+00:00] logger.ERROR: 2. Two. [] []
        """,
        shell.out());
  }

  @Test
  void tellsADefectWithoutItsMessage() {
    var cause = new IllegalStateException("token 4711 is not sorted");
    cause.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("java.util.List", "sort", "List.java", 10),
          new StackTraceElement("dev.sluice.table.Rows", "add", "Rows.java", 25)
        });

    log.end(new Outcome.Defect(cause));

    assertEquals(
        "[2024-05-01T10:00:00.123456+00:00] logger.ERROR: This is a defect of Sluice, not of your"
            + " configuration: IllegalStateException at Rows.java:25. Please report it with the"
            + " output of the same command with --debug."
            + " {\"exception\":\"java.lang.IllegalStateException\"} []\n",
        shell.out());
  }
}

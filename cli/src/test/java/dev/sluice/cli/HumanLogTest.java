package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.event.RunEvent;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HumanLogTest {
  private static final String CLEAR = "\r\u001b[K";

  private long nanos;

  @Test
  void showsWarningsAndASummaryWhereThereIsNoTerminal() {
    RecordingShell shell = RecordingShell.piped(Map.of());
    RunLog log = log(shell);

    ScriptedRun.play(log);
    log.tick();
    log.end(new Outcome.Finished(ScriptedRun.SUMMARY));

    assertEquals(
        """
        warning: Converting nested array 'tags' to JSON string.

        Table         Rows  Columns
        shop.orders  1,250        2

        Job     Pages   Rows  Ended because
        orders      2  1,250  the page was shorter than the limit

        1,250 rows in 1 table, 2 requests, 1 token request, 1.8 s
        """,
        shell.out());
  }

  @Test
  void rewritesOneLineOnATerminalAndTakesItAwayAtTheEnd() {
    RecordingShell shell = RecordingShell.terminal(80, Map.of());
    RunLog log = log(shell);

    log.tick();
    log.on(new RunEvent.Answered(true, 200, 100, Duration.ZERO));
    nanos = 300_000_000L;
    log.tick();
    log.on(new RunEvent.PageCommitted("orders", 5000));
    nanos = 2_000_000_000L;
    log.tick();
    log.info("Half way.");
    log.tick();
    log.close();
    log.tick();

    assertEquals(
        String.join(
            "",
            line("⠋ starting · 0.0 s"),
            line("⠙ logged in, waiting for the first page · 0.3 s"),
            line("⠹ 5,000 rows · 1 page · 2.0 s · 2,500 rows/s"),
            CLEAR + "Half way.\n",
            line("⠸ 5,000 rows · 1 page · 2.0 s · 2,500 rows/s"),
            CLEAR),
        shell.out());
  }

  @Test
  void leavesOutWhatDoesNotFitOnTheLine() {
    var line =
        new ProgressLine(
            new Counts(12_400, 124, 130, 1), Duration.ofMillis(5800), Optional.empty());

    assertEquals(
        "⠋ 12,400 rows · 124 pages · 5.8 s · 2,137 rows/s · 130 requests", line.text(0, 80));
    assertEquals("⠋ 12,400 rows · 124 pages · 5.8 s · 2,137 rows/s", line.text(0, 60));
    assertEquals("⠋ 12,400 rows", line.text(0, 20));
    assertEquals("⠋ 12,4…", line.text(0, 7));
  }

  @Test
  void saysOnTheLineWhatItWaitsFor() {
    RecordingShell shell = RecordingShell.terminal(80, Map.of());
    RunLog log = log(shell);

    log.on(new RunEvent.Retrying("CURL error 7: refused", Duration.ofSeconds(4), 3));
    nanos = 1_500_000_000L;
    log.tick();
    log.on(new RunEvent.PageCommitted("orders", 100));
    nanos = 4_000_000_000L;
    log.tick();

    assertEquals(
        line("⠋ CURL error 7: refused, trying again in 2.5 s · 1.5 s")
            + line("⠙ 100 rows · 1 page · 4.0 s · 25 rows/s"),
        shell.out());
  }

  @Test
  void showsThatAnOriginIsLeftAloneForSomeTime() {
    RecordingShell shell = RecordingShell.terminal(80, Map.of());
    RunLog log = log(shell);

    log.on(
        new RunEvent.Paused(
            "https://api.example.com", "its quota is used up", Duration.ofSeconds(9)));
    nanos = 2_000_000_000L;
    log.tick();

    assertEquals(line("⠋ its quota is used up, trying again in 7.0 s · 2.0 s"), shell.out());
  }

  @Test
  void writesNoControlSequencesToADumbTerminal() {
    RecordingShell shell = RecordingShell.terminal(80, Map.of("TERM", "dumb"));
    RunLog log = log(shell);

    log.tick();
    log.warning("Odd.");

    assertEquals("warning: Odd.\n", shell.out());
  }

  @Test
  void coloursAreForTerminalsThatAllowThem() {
    String coloured = "\u001b[33mwarning: \u001b[0mOdd.\n";

    assertEquals(coloured, warningOn(RecordingShell.terminal(80, Map.of("NO_COLOR", ""))));
    assertEquals(
        "warning: Odd.\n", warningOn(RecordingShell.terminal(80, Map.of("NO_COLOR", "1"))));
    assertEquals("warning: Odd.\n", warningOn(RecordingShell.piped(Map.of())));
  }

  @Test
  void tellsTheProblemsOnStandardError() {
    RecordingShell shell = RecordingShell.piped(Map.of());
    log(shell)
        .end(
            new Outcome.Failed(
                new UserError(
                    List.of(
                        Problem.at(ConfigPath.of("parameters.api"), "One", "Do this."),
                        Problem.of("Two: \u001b[2J", "")))));

    assertEquals(
        """
        error: 2 problems to mend:
          1. One (parameters.api). Do this.
          2. Two: \uFFFD[2J
        """,
        shell.err());
    assertEquals("", shell.out());
  }

  @Test
  void announcesIterationsWhenThereAreSeveral() {
    RecordingShell shell = RecordingShell.piped(Map.of());
    RunLog log = log(shell);

    log.on(new RunEvent.IterationStarted(2, 3, false));

    assertEquals("Iteration 2 of 3\n", shell.out());
  }

  private RunLog log(RecordingShell shell) {
    return new QuietLog(new HumanLog(shell.shell(), Style.PLAIN, () -> nanos), false);
  }

  private String warningOn(RecordingShell shell) {
    new HumanLog(shell.shell(), Style.of(shell.shell(), false), () -> nanos).warning("Odd.");
    return shell.out();
  }

  private static String line(String text) {
    return CLEAR + "\u001b[?7l" + text + "\u001b[?7h";
  }
}

package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.RunEvent;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QuietLogTest {
  private final RecordingShell shell = RecordingShell.piped(Map.of());

  @Test
  void showsDebugLinesWhileAnIterationAsksForThem() {
    RunLog log = log(false);

    log.debug("before");
    log.on(new RunEvent.IterationStarted(1, 2, true));
    log.debug("first");
    log.on(new RunEvent.IterationStarted(2, 2, false));
    log.debug("second");

    assertEquals("Iteration 1 of 2\nfirst\nIteration 2 of 2\n", shell.out());
  }

  @Test
  void showsAllDebugLinesWhenTheUserAsks() {
    RunLog log = log(true);

    log.on(new RunEvent.IterationStarted(1, 1, false));
    log.debug("first");

    assertEquals("first\n", shell.out());
  }

  @Test
  void showsStackTracesAtDebugLevelOnlyAndWithoutMessages() {
    var cause = new IOException("secret 4711");
    var error = new UserError(Problem.of("Cannot write the tables.", ""), cause);

    log(false).end(new Outcome.Failed(error));
    assertEquals("error: Cannot write the tables.\n", shell.err());
    assertEquals("", shell.out());

    log(true).end(new Outcome.Failed(error));
    assertTrue(shell.out().startsWith("java.io.IOException\n    at dev.sluice.cli."), shell.out());
    assertFalse(shell.out().contains("4711"));
  }

  private RunLog log(boolean always) {
    return new QuietLog(new HumanLog(shell.shell(), Style.PLAIN, () -> 0), always);
  }
}

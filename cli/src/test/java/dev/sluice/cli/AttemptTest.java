package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.problem.UserError;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class AttemptTest {
  private final RecordingShell shell = RecordingShell.piped(Map.of());

  @Test
  void whatTheUserCanMendIsOne() {
    int code =
        attempt(() -> {
          throw new UserError("Mend this.");
        });

    assertEquals(1, code);
    assertEquals("error: Mend this.\n", shell.err());
  }

  @Test
  void anythingElseIsTwoAndToldInOneLineWithoutItsMessage() {
    int code =
        attempt(() -> {
          throw new IllegalStateException("token 4711");
        });

    assertEquals(2, code);
    assertTrue(
        shell
            .err()
            .matches(
                "error: This is a defect of Sluice, not of your configuration:"
                    + " IllegalStateException at AttemptTest\\.java:\\d+\\. Please report it[^\\n]*\\n"),
        shell.err());
    assertFalse(shell.err().contains("4711"));
  }

  @Test
  void errorsOfTheMachineAreDefectsToo() {
    assertEquals(
        2,
        attempt(() -> {
          throw new StackOverflowError();
        }));
  }

  @Test
  void tooLittleMemoryCanBeMended() {
    int code =
        attempt(() -> {
          throw new OutOfMemoryError();
        });

    assertEquals(1, code);
    assertTrue(shell.err().contains("SLUICE_JAVA_OPTIONS=-Xmx"), shell.err());
  }

  @Test
  void aStoppedRunThatWasDoneNeverthelessIsToldAsDone() {
    var finished = new Outcome.Finished(ScriptedRun.SUMMARY);

    assertEquals(finished, Interruption.afterwards(Optional.of(finished)));
    assertEquals(
        new Outcome.Interrupted(true),
        Interruption.afterwards(Optional.of(new Outcome.Failed(new UserError("Interrupted.")))));
    assertEquals(new Outcome.Interrupted(false), Interruption.afterwards(Optional.empty()));
  }

  private int attempt(Supplier<Outcome> work) {
    return Attempt.of(new HumanLog(shell.shell(), Style.PLAIN, () -> 0), work).exitCode();
  }
}

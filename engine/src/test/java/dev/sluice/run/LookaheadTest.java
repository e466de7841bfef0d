package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.TextLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What may be fetched while other pages wait for their turn.
final class LookaheadTest {
  private static final long MOST_BYTES = 800;
  private static final long MOST_FILE_BYTES = 5_000;

  private final Lookahead lookahead =
      new Lookahead(4, new Memory(100, TextLimits.NONE, MOST_BYTES, MOST_FILE_BYTES));
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Thread thread : threads) {
      thread.interrupt();
      thread.join();
    }
  }

  @Test
  void letsSoManyPagesWaitAndNoMore() {
    for (int page = 0; page < 4; page++) {
      lookahead.admit(page(page));
    }
    Thread fifth = admitting(page(4));
    assertEquals(Thread.State.WAITING, settled(fifth));
    lookahead.turnCame(page(0));
    assertEquals(Thread.State.TERMINATED, settled(fifth));
  }

  @Test
  void letsPagesWaitUntilTheMemoryIsTaken() {
    lookahead.admit(page(0));
    lookahead.admit(page(1));
    lookahead.came(page(1), new Load(MOST_BYTES, 0));
    Thread third = admitting(page(2));
    assertEquals(Thread.State.WAITING, settled(third));
    lookahead.turnCame(page(0));
    lookahead.turnCame(page(1));
    assertEquals(Thread.State.TERMINATED, settled(third));
  }

  @Test
  void letsPagesWaitUntilTheFilesAreTaken() {
    lookahead.admit(page(0));
    lookahead.came(page(0), new Load(0, MOST_FILE_BYTES));
    assertEquals(Thread.State.WAITING, settled(admitting(page(1))));
  }

  @Test
  void expectsOfOtherPagesWhatOnePageHeld() {
    lookahead.admit(page(0));
    lookahead.came(page(0), new Load(MOST_BYTES / 2, 0));
    lookahead.admit(page(1));
    assertEquals(Thread.State.WAITING, settled(admitting(page(2))));
  }

  @Test
  void alwaysLetsThePageComeWhoseTurnIsNext() {
    lookahead.admit(page(3));
    lookahead.came(page(3), new Load(10 * MOST_BYTES, 10 * MOST_FILE_BYTES));
    assertEquals(Thread.State.TERMINATED, settled(admitting(page(1))));
    assertEquals(Thread.State.WAITING, settled(admitting(page(2))));
    assertEquals(Thread.State.TERMINATED, settled(admitting(page(0).below(0))));
  }

  private static Position page(int number) {
    return Position.START.below(0).below(number);
  }

  private Thread admitting(Position position) {
    var thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                lookahead.admit(position);
              } catch (java.util.concurrent.CancellationException _) {
                // The test is over.
              }
            });
    threads.add(thread);
    return thread;
  }

  private static Thread.State settled(Thread thread) {
    Thread.State state = thread.getState();
    while (state != Thread.State.WAITING && state != Thread.State.TERMINATED) {
      Thread.onSpinWait();
      state = thread.getState();
    }
    return state;
  }
}

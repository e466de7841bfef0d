package dev.sluice.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.http.Headers;
import dev.sluice.http.Request;
import dev.sluice.http.Url;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Spec: authentication §5.2, README G-03.
final class LoginCycleTest {
  private static final Request ORDERS =
      new Request(
          "GET",
          Url.parse("https://api.example.com/orders").orElseThrow(),
          Headers.NONE,
          Optional.empty(),
          Request.Purpose.CONFIGURED);

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger logins = new AtomicInteger();

  private static Token token(Validity validity) {
    return new Token(JsonObject.EMPTY, Headers.NONE, validity);
  }

  private LoginCycle cycle(Supplier<Validity> validity) {
    return cycle(_ -> {
      logins.incrementAndGet();
      return token(validity.get());
    });
  }

  private LoginCycle cycle(Function<Request, Token> login) {
    return new LoginCycle(login, clock, Thread::startVirtualThread);
  }

  /// Starts threads and returns when each of them waits for the login.
  private static List<Thread> waiting(int size, Runnable action) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      threads.add(Thread.ofVirtual().start(action));
    }
    for (Thread thread : threads) {
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
    return threads;
  }

  @Test
  void keepsTheTokenWhileItServes() {
    LoginCycle cycle =
        cycle(() -> new Validity.ThroughSecond(clock.instant().getEpochSecond() + 5));
    Token first = cycle.tokenFor(ORDERS);
    clock.advance(Duration.ofSeconds(5));
    assertSame(first, cycle.tokenFor(ORDERS));
    clock.advance(Duration.ofSeconds(1));

    assertNotSame(first, cycle.tokenFor(ORDERS));
    assertEquals(2, logins.get());
  }

  @Test
  void sharesAFailureWithAllWhoWait() throws InterruptedException {
    var gate = new CountDownLatch(1);
    LoginCycle cycle =
        cycle(_ -> {
          logins.incrementAndGet();
          awaitQuietly(gate);
          throw new UserError("no");
        });
    Set<UserError> errors = ConcurrentHashMap.newKeySet();
    List<Thread> threads =
        waiting(50, () -> errors.add(assertThrows(UserError.class, () -> cycle.tokenFor(ORDERS))));
    gate.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals(1, logins.get());
    assertEquals(50, errors.size());
    errors.forEach(error -> assertEquals("no", error.getMessage()));
  }

  @Test
  void triesAgainAfterAFailure() {
    var outcomes = new ArrayList<Optional<Token>>();
    outcomes.add(Optional.empty());
    outcomes.add(Optional.of(token(new Validity.Unlimited())));
    LoginCycle cycle = cycle(_ -> outcomes.removeFirst().orElseThrow(() -> new UserError("no")));

    assertThrows(UserError.class, () -> cycle.tokenFor(ORDERS));
    assertSame(cycle.tokenFor(ORDERS), cycle.tokenFor(ORDERS));
  }

  @Test
  void logsInOnWhenTheRequestThatBeganItIsGivenUp() throws InterruptedException {
    var gate = new CountDownLatch(1);
    LoginCycle cycle =
        cycle(_ -> {
          logins.incrementAndGet();
          awaitQuietly(gate);
          return token(new Validity.Unlimited());
        });
    var ending = new AtomicReference<@Nullable Throwable>();
    Thread givenUp =
        waiting(
                1,
                () -> {
                  try {
                    cycle.tokenFor(ORDERS);
                  } catch (CancellationException e) {
                    ending.set(e);
                  }
                })
            .getFirst();
    var arrived = new AtomicReference<@Nullable Token>();
    Thread patient = waiting(1, () -> arrived.set(cycle.tokenFor(ORDERS))).getFirst();
    givenUp.interrupt();
    givenUp.join();
    gate.countDown();
    patient.join();

    assertTrue(ending.get() instanceof CancellationException);
    assertSame(arrived.get(), cycle.tokenFor(ORDERS));
    assertEquals(1, logins.get());
  }

  @Test
  void logsInAgainOnlyIfTheRefusedTokenIsStillTheCurrentOne() {
    LoginCycle cycle = cycle(Validity.Unlimited::new);
    Token first = cycle.tokenFor(ORDERS);
    Token second = cycle.afterRefusal(ORDERS, first);

    assertNotSame(first, second);
    assertSame(second, cycle.afterRefusal(ORDERS, first));
    assertEquals(2, logins.get());
  }

  @Test
  void givesAShortLivedTokenToAllWhoWaitedForIt() throws InterruptedException {
    var gate = new CountDownLatch(1);
    Instant now = clock.instant();
    LoginCycle cycle =
        cycle(_ -> {
          logins.incrementAndGet();
          awaitQuietly(gate);
          return token(new Validity.Renewed(now.minusSeconds(1), now));
        });
    List<Thread> threads = waiting(10, () -> cycle.tokenFor(ORDERS));
    gate.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals(1, logins.get());
  }

  @Test
  void logsInForEachOfThoseWhoWaitedWhenALoginServesOneAttempt() throws InterruptedException {
    var gate = new CountDownLatch(1);
    LoginCycle cycle =
        cycle(_ -> {
          logins.incrementAndGet();
          awaitQuietly(gate);
          return token(new Validity.ThroughSecond(clock.instant().getEpochSecond() - 1));
        });
    List<Thread> threads = waiting(5, () -> cycle.tokenFor(ORDERS));
    gate.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals(5, logins.get());
  }

  private static void awaitQuietly(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts the login", e);
    }
  }
}

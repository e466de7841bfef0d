package dev.sluice.http.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.http.Headers;
import dev.sluice.http.NetworkFailure;
import dev.sluice.http.Pipeline;
import dev.sluice.http.RecordedEvents;
import dev.sluice.http.Request;
import dev.sluice.http.Requests;
import dev.sluice.http.Response;
import dev.sluice.http.Responses;
import dev.sluice.http.Stage;
import dev.sluice.http.SteppedTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThrottleTest {
  private static final Request ORDERS = Requests.get("https://api.example.com/orders");
  private static final Request ELSEWHERE = Requests.get("https://other.example.com/orders");
  private static final Response FINE = Responses.of(200, "[]");

  private final SteppedTime time = new SteppedTime();
  private final RecordedEvents events = new RecordedEvents();
  private final Deque<Response> answers = new ArrayDeque<>();
  private final Pipeline throttle = throttle(8, _ -> answers.remove());

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aRetryAfterPausesTheWholeOrigin(int status) {
    answers.addAll(List.of(Responses.with(status, "Retry-After", "30"), FINE, FINE));
    throttle.send(ORDERS);
    throttle.send(Requests.get("https://api.example.com/customers"));
    throttle.send(ORDERS);
    assertEquals(List.of(30L), time.pauses());
    assertTrue(
        events
            .all()
            .contains(
                new RunEvent.Paused(
                    "https://api.example.com", "status " + status, Duration.ofSeconds(30))));
    assertEquals(
        List.of(
            "https://api.example.com asks for a pause of 30 s: status %d. No request is sent to it"
                    .formatted(status)
                + " until then."),
        events.messages(Level.INFO));
  }

  @Test
  void otherOriginsAreNotPaused() {
    answers.addAll(List.of(Responses.with(429, "Retry-After", "30"), FINE));
    throttle.send(ORDERS);
    throttle.send(ELSEWHERE);
    assertEquals(List.of(), time.pauses());
  }

  @Test
  void loginsAreAnOriginOfTheirOwn() {
    answers.addAll(List.of(Responses.with(429, "Retry-After", "30"), FINE));
    throttle.send(ORDERS);
    throttle.send(login());
    assertEquals(List.of(), time.pauses());
  }

  @Test
  void otherStatusesDoNotPause() {
    answers.addAll(List.of(Responses.with(500, "Retry-After", "30"), FINE));
    throttle.send(ORDERS);
    throttle.send(ORDERS);
    assertEquals(List.of(), time.pauses());
  }

  @Test
  void theConfiguredHeaderNamesThePause() {
    var answered = new ArrayDeque<>(List.of(Responses.with(429, "X-Wait", "3"), FINE));
    Pipeline other = throttle(8, "X-Wait", _ -> answered.remove());
    other.send(ORDERS);
    other.send(ORDERS);
    assertEquals(List.of(3L), time.pauses());
    assertEquals(List.of(), events.messages(Level.INFO), "a short pause is no news");
  }

  @Test
  void anUsedUpQuotaIsWaitedFor() {
    answers.addAll(List.of(quota(1, 20), quota(0, 20), FINE));
    throttle.send(ORDERS);
    throttle.send(ORDERS);
    throttle.send(ORDERS);
    assertEquals(List.of(20L), time.pauses());
  }

  @Test
  void aCountThatWasNeverAboveZeroIsNone() {
    answers.addAll(List.of(quota(0, 20), quota(0, 20), FINE));
    throttle.send(ORDERS);
    throttle.send(ORDERS);
    throttle.send(ORDERS);
    assertEquals(List.of(), time.pauses());
  }

  @Test
  void aQuotaThatComesBackTomorrowIsNotWaitedFor() {
    answers.addAll(List.of(quota(1, 86_400), quota(0, 86_400), FINE));
    throttle.send(ORDERS);
    throttle.send(ORDERS);
    throttle.send(ORDERS);
    assertEquals(List.of(), time.pauses());
  }

  @Test
  void noMoreRequestsAreInFlightThanTheQuotaLeaves() throws InterruptedException {
    answers.add(quota(2, 60));
    throttle.send(ORDERS);
    var here = new Crowd(2);
    Pipeline crowded = throttle(8, here.asTransport(quota(2, 60)));
    crowded.send(ORDERS);
    assertEquals(2, here.most(crowded, 6));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void noMoreRequestsAreInFlightThanAllowed(int most) throws InterruptedException {
    var here = new Crowd(most);
    assertEquals(most, here.most(throttle(most, here.asTransport(FINE)), 20));
  }

  @Test
  void tooManyRequestsMakeItFewer() throws InterruptedException {
    answers.add(Responses.of(429, ""));
    var here = new Crowd(4);
    var first = new AtomicInteger();
    Pipeline lowered =
        throttle(
            8,
            request ->
                first.getAndIncrement() == 0
                    ? Responses.of(429, "")
                    : here.asTransport(FINE).send(request));
    lowered.send(ORDERS);
    assertEquals(
        List.of(
            "https://api.example.com does not keep up: at most 4 requests to it are in flight from"
                + " now on."),
        events.messages(Level.DEBUG));
    assertEquals(4, here.most(lowered, 12));
  }

  @Test
  void aFailureGivesItsPlaceBack() {
    var failure =
        new NetworkFailure(NetworkFailure.Code.RECEIVE, "reset", new java.io.IOException("reset"));
    Pipeline failing =
        throttle(
            1,
            _ -> {
              throw failure;
            });
    assertThrows(NetworkFailure.class, () -> failing.send(ORDERS));
    assertThrows(NetworkFailure.class, () -> failing.send(ORDERS));
  }

  @Test
  void whoWaitsIsCancelledByAnInterrupt() throws InterruptedException {
    var here = new Crowd(1);
    Pipeline one = throttle(1, here.asTransport(FINE));
    Thread holder = Thread.ofVirtual().start(() -> one.send(ORDERS));
    here.awaitArrivals();
    var thrown = new AtomicReference<Throwable>();
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                one.send(ORDERS);
              } catch (CancellationException e) {
                thrown.set(e);
              }
            });
    waiting.interrupt();
    waiting.join();
    assertTrue(thrown.get() instanceof CancellationException);
    here.letGo();
    holder.join();
  }

  private Pipeline throttle(int most, Stage.Next transport) {
    return throttle(most, "Retry-After", transport);
  }

  private Pipeline throttle(int most, String retryHeader, Stage.Next transport) {
    var surroundings = new Pipeline.Surroundings(time, time, events);
    return new Pipeline(List.of(new Throttle(most, retryHeader, surroundings)), transport);
  }

  private static Request login() {
    return new Request(
        "GET",
        ORDERS.url(),
        Headers.NONE,
        java.util.Optional.empty(),
        Request.Purpose.CLIENT_CREDENTIALS);
  }

  private static Response quota(int remaining, int reset) {
    return new Response(
        200,
        "OK",
        Headers.NONE
            .set("RateLimit-Remaining", String.valueOf(remaining))
            .set("RateLimit-Reset", String.valueOf(reset)),
        FINE.body(),
        FINE.url());
  }

  /// Keeps those who arrive until a number of them is there, then lets them and all others go on.
  private static final class Crowd {
    private final CountDownLatch arrivals;
    private final Semaphore door = new Semaphore(0);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private boolean isFirst = true;

    Crowd(int arrivals) {
      this.arrivals = new CountDownLatch(arrivals);
    }

    dev.sluice.http.Stage.Next asTransport(Response answer) {
      return _ -> {
        synchronized (this) {
          if (isFirst && answer.headers().has("RateLimit-Remaining")) {
            // Tells of the quota before there is a crowd.
            isFirst = false;
            return answer;
          }
        }
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        arrivals.countDown();
        door.acquireUninterruptibly();
        inside.decrementAndGet();
        return answer;
      };
    }

    void awaitArrivals() throws InterruptedException {
      arrivals.await();
    }

    void letGo() {
      door.release(1000);
    }

    /// {@return how many were inside at once, of so many that wanted to be}
    int most(Pipeline throttle, int requests) throws InterruptedException {
      List<Thread> senders = new ArrayList<>();
      for (int request = 0; request < requests; request++) {
        senders.add(Thread.ofVirtual().start(() -> throttle.send(ORDERS)));
      }
      awaitArrivals();
      letGo();
      for (Thread sender : senders) {
        sender.join();
      }
      return most.get();
    }
  }
}

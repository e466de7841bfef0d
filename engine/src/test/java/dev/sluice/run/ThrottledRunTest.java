package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.RunEvent;
import dev.sluice.http.RecordedEvents;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole run against an API that takes fewer requests at a time than it gets.
final class ThrottledRunTest {
  private static final int DEFAULT = 8;
  private static final int CUSTOMERS = 12;

  @TempDir private Path folder;

  private final CountDownLatch tooMany = new CountDownLatch(DEFAULT);
  private final CyclicBarrier half = new CyclicBarrier(DEFAULT / 2);
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();

  @Test
  void sendsHalfAsManyAtATimeToAnApiThatCannotKeepUpAndLosesNothing() throws IOException {
    var events = new RecordedEvents();
    try (ScriptedServer server = ScriptedServer.start().otherwise(this::answer)) {
      Files.writeString(folder.resolve("config.json"), configuration(server.origin()));
      Sluice.run(RunRequest.of(folder, events));
    }

    String orders =
        IntStream.range(0, CUSTOMERS)
            .mapToObj(number -> "\"" + number + "\",\"" + number + "\"\n")
            .collect(Collectors.joining());
    assertEquals(
        "\"number\",\"parent_id\"\n" + orders,
        Files.readString(folder.resolve("out/tables/shop.orders")));
    assertEquals(DEFAULT, refused.get());
    assertEquals(DEFAULT / 2, mostInFlight.get());
    assertTrue(
        events.all().stream().anyMatch(ThrottledRunTest::tellsOfFewer), events.all()::toString);
  }

  private static boolean tellsOfFewer(RunEvent event) {
    return event instanceof RunEvent.Log log
        && log.message().endsWith("at most 4 requests to it are in flight from now on.");
  }

  /// The first requests for orders wait until all that may be in flight are there; they are too
  /// many.
  private Answer answer(Received request) {
    if (request.path().equals("/customers")) {
      return Answer.json(
          IntStream.range(0, CUSTOMERS)
              .mapToObj(number -> "{\"id\":" + number + "}")
              .collect(Collectors.joining(",", "[", "]")));
    }
    if (tooMany.getCount() > 0) {
      refused.incrementAndGet();
      tooMany.countDown();
      await();
      return Answer.status(429).header("Retry-After", "0");
    }
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    awaitHalf();
    inFlight.decrementAndGet();
    String number = request.path().substring("/orders/".length());
    return Answer.json("[{\"number\":" + number + "}]");
  }

  /// Nothing goes on until half as many are there: that many may be in flight.
  private void awaitHalf() {
    try {
      half.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private void await() {
    try {
      tooMany.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String configuration(String origin) {
    return """
    {
      "parameters": {
        "api": { "baseUrl": "%s/" },
        "config": {
          "debug": true,
          "outputBucket": "shop",
          "jobs": [
            {
              "endpoint": "customers",
              "children": [
                { "endpoint": "orders/{id}", "dataType": "orders", "placeholders": { "id": "id" } }
              ]
            }
          ]
        }
      }
    }
    """
        .formatted(origin);
  }
}

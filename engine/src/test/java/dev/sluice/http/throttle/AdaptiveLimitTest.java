package dev.sluice.http.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AdaptiveLimitTest {
  private final AdaptiveLimit limit = new AdaptiveLimit(8);

  @Test
  void beginsWithAllThatIsAllowed() {
    assertEquals(8, limit.requests());
  }

  @Test
  void aComplaintHalvesAndTheLastRequestStays() {
    limit.complained(limit.lowerings());
    assertEquals(4, limit.requests());
    for (int complaint = 0; complaint < 4; complaint++) {
      limit.complained(limit.lowerings());
    }
    assertEquals(1, limit.requests());
  }

  @Test
  void aBurstOfComplaintsCountsOnce() {
    int before = limit.lowerings();
    for (int request = 0; request < 8; request++) {
      limit.complained(before);
    }
    assertEquals(4, limit.requests());
  }

  @Test
  void comesBackOneByOneAndNoFurther() {
    limit.complained(limit.lowerings());
    window(20);
    assertEquals(5, limit.requests());
    window(20);
    window(20);
    window(20);
    window(20);
    assertEquals(8, limit.requests());
  }

  @Test
  void aComplaintBeginsTheWindowAgain() {
    limit.complained(limit.lowerings());
    answers(AdaptiveLimit.WINDOW - 1, 20);
    limit.complained(limit.lowerings());
    answers(AdaptiveLimit.WINDOW - 1, 20);
    assertEquals(2, limit.requests());
    answers(1, 20);
    assertEquals(3, limit.requests());
  }

  @Test
  void takesSomeAwayWhileLatencyRisesWithTheNumber() {
    window(100);
    window(400);
    assertEquals(6, limit.requests());
    window(300);
    window(300);
    assertEquals(4, limit.requests());
  }

  @Test
  void givesBackWhatDidNotMakeAnswersFaster() {
    window(100);
    window(400);
    assertEquals(6, limit.requests());
    window(390);
    assertEquals(8, limit.requests());
    window(400);
    assertEquals(8, limit.requests());
  }

  @Test
  void slowKindsOfRequestsAmongFastOnesAreNoStrain() {
    window(100);
    answers(AdaptiveLimit.WINDOW - 1, 900);
    answers(1, 110);
    assertEquals(8, limit.requests());
  }

  @Test
  void differencesOfMillisecondsAreNoise() {
    window(2);
    window(40);
    assertEquals(8, limit.requests());
  }

  private void window(long millis) {
    answers(AdaptiveLimit.WINDOW, millis);
  }

  private void answers(int count, long millis) {
    for (int answer = 0; answer < count; answer++) {
      limit.answered(Duration.ofMillis(millis));
    }
  }
}

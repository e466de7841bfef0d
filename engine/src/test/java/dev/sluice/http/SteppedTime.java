package dev.sluice.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A clock that stands still but for the pauses, which take no time. For one thread.
public final class SteppedTime implements InstantSource, Pause {
  /// Where it starts.
  public static final Instant START = Instant.parse("2024-05-01T10:00:00Z");

  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void lasts(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  /// Lets time pass without a pause.
  ///
  /// @param time how much
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /// {@return the pauses so far, in seconds}
  public List<Long> pauses() {
    return pauses.stream().map(Duration::toSeconds).toList();
  }
}

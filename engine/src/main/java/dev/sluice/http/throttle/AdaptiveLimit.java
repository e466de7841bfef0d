package dev.sluice.http.throttle;

import java.time.Duration;
import java.util.Optional;

/// How many requests may be in flight, learned from what comes back.
///
/// A complaint halves the number, once for all requests that were sent before it. Latency that has
/// risen takes a quarter away, on trial: if fewer requests are not answered faster, they were slow
/// for a reason of their own, and the number comes back. A window without either adds one. Used by
/// one thread at a time.
final class AdaptiveLimit {
  /// How many answers make a window.
  static final int WINDOW = 16;

  /// What is no rise of latency, however small the latency was.
  private static final Duration NOISE = Duration.ofMillis(50);

  private final int most;
  private int limit;
  private int lowerings;

  private int answers;
  private Duration fastest = Duration.ZERO;

  /// The latency of an origin that is not under strain; unknown before the first window has ended.
  private Optional<Duration> usual = Optional.empty();

  private Optional<Trial> trial = Optional.empty();

  /// Begins with all that is allowed.
  ///
  /// @param most at least 1
  AdaptiveLimit(int most) {
    this.most = most;
    this.limit = most;
  }

  /// {@return how many requests may be in flight now, at least 1}
  int requests() {
    return limit;
  }

  /// {@return how often the number was lowered after complaints; to be asked when a request is
  /// sent}
  int lowerings() {
    return lowerings;
  }

  /// Takes note of an attempt that the origin had too much of, or that failed.
  ///
  /// @param loweringsBefore [#lowerings] when it was sent
  void complained(int loweringsBefore) {
    if (loweringsBefore == lowerings) {
      lowerings++;
      limit = Math.max(1, limit / 2);
      trial = Optional.empty();
      answers = 0;
    }
  }

  /// Takes note of an answer.
  ///
  /// @param took how long it took
  void answered(Duration took) {
    fastest = answers == 0 || took.compareTo(fastest) < 0 ? took : fastest;
    answers++;
    if (answers == WINDOW) {
      answers = 0;
      windowEnded();
    }
  }

  /// The fastest answer of a window speaks for it: slow kinds of requests are slow without strain,
  /// but an origin under strain is slow with all.
  private void windowEnded() {
    if (trial.isPresent()) {
      conclude(trial.get());
    } else if (usual.filter(this::isExceeded).isPresent() && limit > 1) {
      trial = Optional.of(new Trial(limit, fastest));
      limit = Math.max(1, limit * 3 / 4);
    } else {
      usual = Optional.of(usual.map(this::approached).orElse(fastest));
      limit = Math.min(most, limit + 1);
    }
  }

  private void conclude(Trial ended) {
    boolean hasHelped = fastest.compareTo(ended.latency().multipliedBy(9).dividedBy(10)) < 0;
    if (!hasHelped) {
      limit = ended.requests();
      usual = Optional.of(fastest);
    }
    trial = Optional.empty();
  }

  private boolean isExceeded(Duration latency) {
    return fastest.compareTo(latency.multipliedBy(2)) > 0
        && fastest.minus(latency).compareTo(NOISE) > 0;
  }

  /// Faster answers count at once, slower ones bit by bit.
  private Duration approached(Duration latency) {
    return fastest.compareTo(latency) < 0
        ? fastest
        : latency.plus(fastest.minus(latency).dividedBy(WINDOW));
  }

  /// A window with fewer requests.
  ///
  /// @param requests how many there were before
  /// @param latency how long they took
  private record Trial(int requests, Duration latency) {}
}

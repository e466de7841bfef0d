package dev.sluice.paging;

import dev.sluice.config.StopRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// `forceStop`: stops when a job instance has used up its budget (spec: jobs-and-paging §6.7).
///
/// @param budget the options
/// @param inner decides otherwise
/// @param start when the first request was made
/// @param pages the pages so far
/// @param volume the bytes so far
record ForceStop(StopRules.ForceStop budget, Scroller inner, Instant start, long pages, long volume)
    implements Scroller {

  static ForceStop of(StopRules.ForceStop budget, Scroller inner, Instant start) {
    return new ForceStop(budget, inner, start, 0, 0);
  }

  @Override
  public Step next(PageFacts page) {
    long pagesNow = pages + 1;
    OptionalLong mostPages = budget.pages();
    if (mostPages.isPresent() && pagesNow >= mostPages.getAsLong()) {
      return stop("page limit reached (%d pages).".formatted(mostPages.getAsLong()));
    }
    Optional<Duration> time = budget.time();
    if (time.isPresent()
        && page.now().getEpochSecond() >= start.getEpochSecond() + time.get().toSeconds()) {
      return stop("time limit reached (%d seconds).".formatted(time.get().toSeconds()));
    }
    OptionalLong mostBytes = budget.volume();
    long volumeNow = mostBytes.isPresent() ? volume + page.volume() : volume;
    if (mostBytes.isPresent() && volumeNow > mostBytes.getAsLong()) {
      return stop("volume limit reached (%d bytes).".formatted(mostBytes.getAsLong()));
    }
    return StopRuleScrollers.next(
        inner, page, then -> new ForceStop(budget, then, start, pagesNow, volumeNow));
  }

  private static Step stop(String reason) {
    return new Step.Stop(StopReason.info("Force stopping: " + reason));
  }
}

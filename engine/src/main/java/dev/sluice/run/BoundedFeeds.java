package dev.sluice.run;

import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import dev.sluice.job.ChildStart;
import dev.sluice.job.JobEnd;
import dev.sluice.job.JobInstance;
import dev.sluice.job.PageOutcome;
import dev.sluice.json.JsonValue;
import dev.sluice.paging.StopReason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends each job after some pages, and each level after some parents. Used by one thread.
final class BoundedFeeds implements Feeds {
  private static final int MOST_ROWS = 1000;

  private enum Level {
    ROOT,
    CHILDREN
  }

  private final Feeds feeds;
  private final Bounds bounds;
  private final Events events;
  private final InstantSource clock;
  private final Instant start;

  /// How many instances were started, by the job they belong to.
  private final Map<String, Long> started = new HashMap<>();

  /// @param feeds all that there is
  /// @param bounds how much of it is wanted
  /// @param events hears what was left out
  /// @param clock the time
  BoundedFeeds(Feeds feeds, Bounds bounds, Events events, InstantSource clock) {
    this.feeds = feeds;
    this.bounds = bounds;
    this.events = events;
    this.clock = clock;
    this.start = clock.instant();
  }

  @Override
  public Starts starts(Iterator<ChildStart> instances) {
    return bounded(feeds.starts(instances), Level.ROOT);
  }

  @Override
  public void close() {
    feeds.close();
  }

  private Starts bounded(Starts starts, Level level) {
    return () -> {
      Optional<Starts.Start> next = starts.next();
      Optional<JobInstance> job = next.flatMap(Starts.Start::feed).map(Feed::job);
      if (level == Level.CHILDREN && job.isPresent() && !mayStart(job.get())) {
        return Optional.empty();
      }
      return next.map(found -> new Starts.Start(found.log(), found.feed().map(BoundedFeed::new)));
    };
  }

  private boolean mayStart(JobInstance child) {
    long number = started.merge(child.definition().path().text(), 1L, Long::sum);
    if (number == bounds.parents() + 1) {
      events.on(
          new RunEvent.LeftOut(
              "'%s' was asked for the first %d rows of its parent only, because this is a test."
                  .formatted(child.definition().request().endpoint(), bounds.parents())));
    }
    return number <= bounds.parents() && !isLate();
  }

  private boolean isLate() {
    return bounds.time().compareTo(java.time.Duration.between(start, clock.instant())) <= 0;
  }

  private final class BoundedFeed implements Feed {
    private final Feed feed;
    private long pages;

    BoundedFeed(Feed feed) {
      this.feed = feed;
    }

    @Override
    public JobInstance job() {
      return feed.job();
    }

    @Override
    public Part next() {
      if (pages == bounds.pages()) {
        return left(bounds.pages() == 1 ? "the first page" : "the first " + pages + " pages");
      }
      if (isLate()) {
        return left("what came within " + bounds.time().toSeconds() + " s");
      }
      pages++;
      return switch (feed.next()) {
        case Page(var outcome, Starts children) -> {
          tell(outcome);
          yield new Page(outcome, bounded(children, Level.CHILDREN));
        }
        case End end -> end;
      };
    }

    /// The rows of a long answer can be gone through once only.
    private void tell(PageOutcome.Page page) {
      if (page.document().source().isEmpty()) {
        List<JsonValue> rows = page.rows();
        events.on(
            new RunEvent.Rows(
                feed.job().definition().path().text(),
                rows.subList(0, Math.min(rows.size(), MOST_ROWS))));
      }
    }

    private Part left(String what) {
      return new End(
          new JobEnd(StopReason.quiet("Only " + what + " was asked for, because this is a test.")));
    }
  }
}

package dev.sluice.run;

import dev.sluice.event.Events;
import dev.sluice.http.Body;
import dev.sluice.job.ChildStart;
import dev.sluice.job.JobEnd;
import dev.sluice.job.JobInstance;
import dev.sluice.job.JobStep;
import dev.sluice.job.PageOutcome;
import dev.sluice.job.PageRequest;
import dev.sluice.problem.UserError;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/// Fetches each page when it is asked for: one request at a time, in the original's order (spec:
/// jobs-and-paging §1).
///
/// @param fetch gets the documents
/// @param events gets what is to be said about them
/// @param pagesWait whether what follows a page depends on when its children are done, as with
///   `forceStop.time`; else it is found out at once, so that the page need not be kept for it
record InlineFeeds(Fetch fetch, Events events, boolean pagesWait) implements Feeds {

  @Override
  public Starts starts(Iterator<ChildStart> instances) {
    return () -> instances.hasNext() ? Optional.of(start(instances.next())) : Optional.empty();
  }

  @Override
  public void close() {}

  private Starts.Start start(ChildStart start) {
    return new Starts.Start(
        start.log(), start.instance().map(job -> new InlineFeed(job, fetch.of(job, events))));
  }

  /// {@return what follows a page; a failure comes when it is asked for}
  private Supplier<JobStep> following(PageOutcome.Page page) {
    if (pagesWait) {
      return page::next;
    }
    try {
      JobStep step = page.next();
      return () -> step;
    } catch (UserError e) {
      return () -> {
        throw e;
      };
    }
  }

  private final class InlineFeed implements Feed {
    private final JobInstance job;
    private final Fetch.OfJob pages;
    private Supplier<JobStep> following;
    private Runnable release = () -> {};

    InlineFeed(JobInstance job, Fetch.OfJob pages) {
      this.job = job;
      this.pages = pages;
      this.following = job::first;
    }

    @Override
    public JobInstance job() {
      return job;
    }

    @Override
    public Part next() {
      JobStep step;
      try {
        step = following.get();
      } finally {
        release.run();
      }
      return switch (step) {
        case JobEnd end -> new End(end);
        case PageRequest request -> answered(request);
      };
    }

    private Part answered(PageRequest request) {
      return switch (pages.outcome(request)) {
        case PageOutcome.Repeated(JobEnd end) -> new End(end);
        case PageOutcome.Page page -> {
          following = following(page);
          // Not the page itself, which need not be kept while its children run.
          Optional<Body> source = page.document().source();
          release = () -> source.ifPresent(Body::close);
          yield new Page(page, starts(page.children().iterator()));
        }
      };
    }
  }
}

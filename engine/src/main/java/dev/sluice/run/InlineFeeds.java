package dev.sluice.run;

import dev.sluice.job.ChildStart;
import dev.sluice.job.JobEnd;
import dev.sluice.job.JobInstance;
import dev.sluice.job.JobStep;
import dev.sluice.job.PageOutcome;
import dev.sluice.job.PageRequest;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fetches each page when it is asked for: one request at a time, in the original's order (spec:
/// jobs-and-paging §1).
///
/// @param fetch gets the documents
record InlineFeeds(Fetch fetch) implements Feeds {

  @Override
  public Starts starts(Iterator<ChildStart> instances) {
    return () -> instances.hasNext() ? Optional.of(start(instances.next())) : Optional.empty();
  }

  @Override
  public void close() {}

  private Starts.Start start(ChildStart start) {
    return new Starts.Start(
        start.log(), start.instance().map(job -> new InlineFeed(job, fetch.of(job))));
  }

  private final class InlineFeed implements Feed {
    private final JobInstance job;
    private final Fetch.OfJob pages;
    private PageOutcome.@Nullable Page last;

    InlineFeed(JobInstance job, Fetch.OfJob pages) {
      this.job = job;
      this.pages = pages;
    }

    @Override
    public JobInstance job() {
      return job;
    }

    @Override
    public Part next() {
      PageOutcome.Page before = last;
      last = null;
      JobStep step = before == null ? job.first() : before.next();
      return switch (step) {
        case JobEnd end -> new End(end);
        case PageRequest request -> answered(request);
      };
    }

    private Part answered(PageRequest request) {
      return switch (pages.outcome(request)) {
        case PageOutcome.Repeated(JobEnd end) -> new End(end);
        case PageOutcome.Page page -> {
          last = page;
          yield new Page(page, starts(page.children().iterator()));
        }
      };
    }
  }
}

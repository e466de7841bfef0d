package dev.sluice.run;

import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import dev.sluice.job.ChildStart;
import dev.sluice.job.JobInstance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Fetches pages before they are asked for: the next instances of a list, the next page of a job,
/// the children of a page (spec: jobs-and-paging §9.2). What is delivered, and in which order, is
/// the same as with [InlineFeeds].
final class AheadFeeds implements Feeds {
  private final Fetch fetch;
  private final Events events;
  private final Lookahead lookahead;
  private final int width;
  private final boolean pagesWait;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Starts nothing yet.
  ///
  /// @param fetch gets the documents
  /// @param events gets what is to be said about them, when they are taken
  /// @param inFlight how many requests are worth having under way, at least 2
  /// @param memory what waiting pages may take up
  /// @param pagesWait whether a page is asked for only after the children of the one before are
  ///   done, as `forceStop.time` wants it
  AheadFeeds(Fetch fetch, Events events, int inFlight, Memory memory, boolean pagesWait) {
    this.fetch = fetch;
    this.events = events;
    this.width = 2 * inFlight;
    this.lookahead = new Lookahead(2 * inFlight, memory);
    this.pagesWait = pagesWait;
  }

  @Override
  public Starts starts(Iterator<ChildStart> instances) {
    return starts(instances, Position.START);
  }

  /// {@return instances below a page}
  ///
  /// @param instances used by the caller now, and by whoever takes from the result later
  /// @param parent the page's place
  Starts starts(Iterator<ChildStart> instances, Position parent) {
    var window = new Window(instances, parent);
    window.fill();
    return window;
  }

  /// Says what was kept back until its page is taken.
  void say(List<RunEvent> lines) {
    lines.forEach(events::on);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }

  /// The next few instances, under way.
  private final class Window implements Starts {
    private final Iterator<ChildStart> instances;
    private final Position parent;
    private final Deque<Supplier<Start>> begun = new ArrayDeque<>();
    private int count;
    private boolean failed;

    Window(Iterator<ChildStart> instances, Position parent) {
      this.instances = instances;
      this.parent = parent;
    }

    @Override
    public Optional<Start> next() {
      fill();
      Supplier<Start> first = begun.poll();
      return Optional.ofNullable(first).map(Supplier::get);
    }

    /// A failure takes its place in the order; nothing is begun after it.
    void fill() {
      while (!failed && begun.size() < width && instances.hasNext()) {
        try {
          Start start = begin(instances.next(), parent.below(count));
          begun.add(() -> start);
        } catch (RuntimeException e) {
          failed = true;
          begun.add(() -> {
            throw e;
          });
        }
        count++;
      }
    }

    private Start begin(ChildStart start, Position position) {
      return new Start(start.log(), start.instance().map(job -> begin(job, position)));
    }

    private Feed begin(JobInstance job, Position position) {
      var unsaid = new Unsaid();
      var feed = new AheadFeed(job, fetch.of(job, unsaid), position, unsaid);
      threads.execute(() -> feed.produce(AheadFeeds.this, lookahead, pagesWait));
      return feed;
    }
  }
}

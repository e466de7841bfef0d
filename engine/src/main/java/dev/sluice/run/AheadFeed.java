package dev.sluice.run;

import dev.sluice.event.RunEvent;
import dev.sluice.http.Body;
import dev.sluice.job.JobEnd;
import dev.sluice.job.JobInstance;
import dev.sluice.job.JobStep;
import dev.sluice.job.PageOutcome;
import dev.sluice.job.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/// The pages of one job instance, fetched by a thread of its own. One thread produces, one takes.
final class AheadFeed implements Feed {
  private final JobInstance job;
  private final Fetch.OfJob pages;
  private final Position position;
  private final Unsaid unsaid;
  private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();

  /// One permit for each page whose children are done.
  private final Semaphore done = new Semaphore(0);

  private boolean pageTaken;

  /// What the last page is read from; the page itself need not be kept while its children run.
  private Optional<Body> source = Optional.empty();

  /// Fetches nothing yet.
  ///
  /// @param job the instance
  /// @param pages gets its documents
  /// @param position its place
  /// @param unsaid what was said and will be said while they are got
  AheadFeed(JobInstance job, Fetch.OfJob pages, Position position, Unsaid unsaid) {
    this.job = job;
    this.pages = pages;
    this.position = position;
    this.unsaid = unsaid;
  }

  @Override
  public JobInstance job() {
    return job;
  }

  @Override
  public Part next() {
    done.release(pageTaken ? 1 : 0);
    try {
      Delivery delivery = deliveries.take();
      // What follows the last page has been found out: nobody reads its answer any more.
      source.ifPresent(Body::close);
      Part part = delivery.part();
      if (part instanceof Page(var page, _)) {
        pageTaken = true;
        source = page.document().source();
      }
      return part;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The run has ended.");
    }
  }

  /// Fetches all pages, as far ahead as allowed. A failure is delivered in its place, and is the
  /// last.
  ///
  /// @param feeds starts the children
  /// @param lookahead says when a page may be fetched
  /// @param pagesWait whether each page waits for the children of the one before
  void produce(AheadFeeds feeds, Lookahead lookahead, boolean pagesWait) {
    try {
      JobStep step = job.first();
      for (int page = 0; step instanceof PageRequest request; page++) {
        Position place = position.below(page);
        lookahead.admit(place);
        PageOutcome outcome = pages.outcome(request);
        step = delivered(outcome, place, feeds, lookahead, pagesWait);
      }
      if (step instanceof JobEnd end) {
        deliver(feeds, () -> new End(end));
      }
    } catch (RuntimeException | Error e) {
      deliver(feeds, () -> rethrown(e));
    }
  }

  private JobStep delivered(
      PageOutcome outcome,
      Position place,
      AheadFeeds feeds,
      Lookahead lookahead,
      boolean pagesWait) {
    switch (outcome) {
      case PageOutcome.Repeated _ -> lookahead.turnCame(place);
      case PageOutcome.Page page -> {
        lookahead.came(place, Load.of(page.document()));
        Starts children = feeds.starts(page.children().iterator(), place);
        deliver(
            feeds,
            () -> {
              lookahead.turnCame(place);
              return new Page(page, children);
            });
        if (pagesWait) {
          awaitChildren();
        }
      }
    }
    return outcome.next();
  }

  /// Makes something ready to be taken, after what was said up to now.
  private void deliver(AheadFeeds feeds, Delivery delivery) {
    List<RunEvent> before = unsaid.take();
    deliveries.add(() -> {
      feeds.say(before);
      return delivery.part();
    });
  }

  private void awaitChildren() {
    try {
      done.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The run has ended.");
    }
  }

  private static Part rethrown(Throwable failure) {
    switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  /// Something to be taken; taking it may fail.
  @FunctionalInterface
  private interface Delivery {
    Part part();
  }
}

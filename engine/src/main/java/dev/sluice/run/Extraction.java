package dev.sluice.run;

import dev.sluice.config.Configuration;
import dev.sluice.config.Iteration;
import dev.sluice.config.Job;
import dev.sluice.destination.csv.DataFolder;
import dev.sluice.destination.csv.DataPaths;
import dev.sluice.destination.csv.PublishedTable;
import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import dev.sluice.job.ChildStart;
import dev.sluice.job.JobInstance;
import dev.sluice.job.JobSettings;
import dev.sluice.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// One extraction, from the checked configuration to the published tables (spec: run-and-http
/// §1.3). Used once.
final class Extraction {
  private final RunRequest request;
  private final Configuration configuration;
  private final RequestCount count;
  private final Events events;
  private final Network network;

  /// Prepares; nothing is sent or written yet.
  ///
  /// @param request where, and who listens
  /// @param configuration what to do
  /// @param count counts the requests
  /// @param network the way to the API
  Extraction(RunRequest request, Configuration configuration, RequestCount count, Network network) {
    this.request = request;
    this.configuration = configuration;
    this.count = count;
    this.events = network.events();
    this.network = network;
  }

  /// {@return what was done, after everything has been published}
  RunSummary run() {
    Instant start = request.clock().instant();
    State state = StateFile.read(request, events);
    try (DataFolder folder = DataFolder.open(new DataPaths(request.dataFolder()), events)) {
      try (var buckets = new Buckets(folder, state, events)) {
        JsonObject time = state.time(start.getEpochSecond());
        List<RunEvent.JobSummary> jobs = new ArrayList<>();
        int number = 0;
        for (Iteration iteration : configuration.iterations()) {
          number++;
          events.on(
              new RunEvent.IterationStarted(
                  number, configuration.iterations().size(), iteration.debug()));
          jobs.addAll(run(iteration, time, buckets));
        }
        buckets.finish();
        List<PublishedTable> tables = folder.tables();
        TableHistory history = TableHistory.of(state.document());
        State next = state.after(start.getEpochSecond(), buckets.learned(), history.after(tables));
        folder.publish(StateFile.text(next));
        List<TableChange> changes = history.changes(tables);
        changes.forEach(change -> events.info(change.text()));
        return summary(tables, changes, jobs, Duration.between(start, request.clock().instant()));
      }
    }
  }

  private List<RunEvent.JobSummary> run(Iteration iteration, JsonObject time, Buckets buckets) {
    IterationFetch fetch = IterationFetch.of(iteration, time, network);
    var committer = new Committer(buckets.shaper(iteration.output()), events);
    try (Feeds feeds = feeds(iteration, fetch)) {
      new Walk(committer).run(feeds.starts(roots(iteration, fetch.jobSettings())));
    }
    buckets.learned(iteration.output());
    List<RunEvent.JobSummary> summaries = committer.summaries(iteration.jobs());
    summaries.forEach(summary -> events.on(new RunEvent.JobEnded(summary)));
    return summaries;
  }

  private Feeds feeds(Iteration iteration, IterationFetch fetch) {
    if (request.bounds().isBounded()) {
      return new BoundedFeeds(
          new InlineFeeds(fetch, events, true), request.bounds(), events, request.clock());
    }
    int inFlight = iteration.api().http().limits().concurrency();
    boolean pagesWait = iteration.pagination().dependsOnTime();
    return inFlight == 1
        ? new InlineFeeds(fetch, events, pagesWait)
        : new AheadFeeds(fetch, events, inFlight, request.memory(), pagesWait);
  }

  /// Each root job is made when its turn comes: its functions are evaluated then, and fail then.
  private static Iterator<ChildStart> roots(Iteration iteration, JobSettings settings) {
    Iterator<Job> jobs = iteration.jobs().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return jobs.hasNext();
      }

      @Override
      public ChildStart next() {
        return new ChildStart(List.of(), Optional.of(JobInstance.root(jobs.next(), settings)));
      }
    };
  }

  private RunSummary summary(
      List<PublishedTable> tables,
      List<TableChange> changes,
      List<RunEvent.JobSummary> jobs,
      Duration took) {
    return new RunSummary(
        tables.stream()
            .map(table -> new RunSummary.Table(table.file(), table.columns(), table.rows()))
            .toList(),
        List.copyOf(changes),
        List.copyOf(jobs),
        count.requests(),
        count.tokenRequests(),
        took);
  }
}

package dev.sluice.run;

import dev.sluice.config.Job;
import dev.sluice.event.Events;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.job.JobEnd;
import dev.sluice.job.JobInstance;
import dev.sluice.job.PageOutcome;
import dev.sluice.table.Page;
import dev.sluice.table.Shaper;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The only place with order: gives pages to the conversion, lines to the log and numbers to the
/// summary, in the order in which they are committed (spec: jobs-and-paging §9.4). Used by one
/// thread.
final class Committer {
  private final Shaper shaper;
  private final Events events;
  private final IdentityHashMap<Job, JobTally> tallies = new IdentityHashMap<>();
  private final Set<String> endsSaid = new HashSet<>();

  /// Begins with nothing.
  ///
  /// @param shaper takes the rows
  /// @param events hears of all that is committed
  Committer(Shaper shaper, Events events) {
    this.shaper = shaper;
    this.events = events;
  }

  /// Logs lines.
  ///
  /// @param lines in order
  void log(List<RunEvent.Log> lines) {
    lines.forEach(events::on);
  }

  /// Makes a page part of the result.
  ///
  /// @param page its rows
  void commit(PageOutcome.Page page) {
    JobInstance job = page.request().job();
    log(page.log());
    long rows =
        shaper.take(
            new Page(
                job.dataType(),
                page.rows(),
                job.extra(),
                "job '%s', page %d".formatted(job.request().endpoint(), page.request().number())));
    tally(job).page(rows);
    events.on(new RunEvent.PageCommitted(job.dataType(), Math.toIntExact(rows)));
  }

  /// Notes that an instance has no more pages.
  ///
  /// @param job the instance
  /// @param end why
  void end(JobInstance job, JobEnd end) {
    end.log().ifPresent(line -> events.on(oftenSaid(job, line)));
    tally(job).end(end.reason().text());
  }

  /// {@return what the jobs did, children after their parents}
  ///
  /// @param jobs the root jobs
  List<RunEvent.JobSummary> summaries(List<Job> jobs) {
    List<RunEvent.JobSummary> summaries = new java.util.ArrayList<>();
    jobs.forEach(job -> summarise(job, summaries));
    return List.copyOf(summaries);
  }

  private void summarise(Job job, List<RunEvent.JobSummary> summaries) {
    JobTally tally = tallies.getOrDefault(job, new JobTally());
    summaries.add(
        new RunEvent.JobSummary(
            job.request().endpoint(),
            job.rows().dataType(),
            tally.pages(),
            tally.rows(),
            tally.reason()));
    job.children().forEach(child -> summarise(child, summaries));
  }

  /// Thousands of child jobs end for the same reason: one line of it is enough (spec:
  /// jobs-and-paging §10).
  private RunEvent.Log oftenSaid(JobInstance job, RunEvent.Log line) {
    boolean isNews = endsSaid.add(job.definition().id() + " " + line.message());
    return isNews || line.level() != Level.INFO
        ? line
        : new RunEvent.Log(Level.DEBUG, line.message(), line.context());
  }

  private JobTally tally(JobInstance job) {
    return tallies.computeIfAbsent(job.definition(), _ -> new JobTally());
  }
}

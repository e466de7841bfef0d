package dev.sluice.run;

import dev.sluice.job.JobEnd;
import dev.sluice.job.JobInstance;
import dev.sluice.job.PageOutcome;

/// The pages of one job instance, one after another. Taken from by one thread.
interface Feed {

  /// {@return the instance}
  JobInstance job();

  /// {@return the next page, or the end; the children of the page before have been run when this is
  /// called}
  ///
  /// @throws dev.sluice.problem.UserError if the page can't be had
  Part next();

  /// What a feed delivers.
  sealed interface Part {}

  /// A page.
  ///
  /// @param outcome its rows
  /// @param children the child jobs that its rows start
  record Page(PageOutcome.Page outcome, Starts children) implements Part {}

  /// There are no more pages.
  ///
  /// @param end why
  record End(JobEnd end) implements Part {}
}

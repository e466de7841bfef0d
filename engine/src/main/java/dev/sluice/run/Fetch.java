package dev.sluice.run;

import dev.sluice.job.JobInstance;
import dev.sluice.job.PageRequest;
import dev.sluice.json.JsonValue;

/// Gets the documents that jobs ask for. Called by several threads.
@FunctionalInterface
interface Fetch {

  /// {@return what fetches the pages of one instance; its default parameters are evaluated now}
  ///
  /// @param job the instance
  /// @throws dev.sluice.problem.UserError if they can't be evaluated
  OfJob of(JobInstance job);

  /// Gets the pages of one instance.
  @FunctionalInterface
  interface OfJob {
    /// {@return the document that answers a request}
    ///
    /// @param page what to ask for
    /// @throws dev.sluice.problem.UserError if there is none
    JsonValue document(PageRequest page);
  }
}

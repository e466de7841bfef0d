package dev.sluice.run;

import dev.sluice.event.Events;
import dev.sluice.http.ResponseDocument;
import dev.sluice.job.JobInstance;
import dev.sluice.job.PageOutcome;
import dev.sluice.job.PageRequest;
import dev.sluice.problem.UserError;

/// Gets the documents that jobs ask for. Called by several threads.
@FunctionalInterface
interface Fetch {

  /// {@return what fetches the pages of one instance; its default parameters are evaluated now}
  ///
  /// @param job the instance
  /// @param events gets what is to be said about its pages: their place in the log is the one of
  ///   the page
  /// @throws dev.sluice.problem.UserError if they can't be evaluated
  OfJob of(JobInstance job, Events events);

  /// Gets the pages of one instance.
  @FunctionalInterface
  interface OfJob {
    /// {@return what the answer to a request means; to be closed}
    ///
    /// @param page what to ask for
    /// @throws UserError if there is no answer, or no rows to be found in it; names the job
    default PageOutcome outcome(PageRequest page) {
      try {
        return page.answered(document(page));
      } catch (UserError e) {
        throw e.completed(page.job().definition().path(), "");
      }
    }

    /// {@return the document that answers a request; to be closed}
    ///
    /// @param page what to ask for
    /// @throws dev.sluice.problem.UserError if there is none
    ResponseDocument document(PageRequest page);
  }
}

package dev.sluice.job;

import dev.sluice.http.ApiRequest;
import dev.sluice.json.JsonValue;
import dev.sluice.paging.Scroller;
import dev.sluice.paging.StopReason;
import java.util.Optional;

/// A page that a job instance asks for.
///
/// @param job the instance
/// @param number the page's number, from 1
/// @param request what to send
/// @param scroller decides on what follows the answer
/// @param previous the answer to the request before; empty for the first one
public record PageRequest(
    JobInstance job,
    int number,
    ApiRequest request,
    Scroller scroller,
    Optional<Fingerprint> previous)
    implements JobStep {

  /// {@return what the answer means} Does no more than look at it; may be called on any thread.
  ///
  /// @param document the answer as received
  /// @throws dev.sluice.problem.UserError if there are no rows to be found in such a document
  public PageOutcome answered(JsonValue document) {
    Optional<Fingerprint> fingerprint = previous.map(_ -> Fingerprint.of(document));
    if (previous.isPresent() && previous.equals(fingerprint)) {
      return new PageOutcome.Repeated(
          new JobEnd(
              StopReason.debug(
                  "Job '%s' finished when last response matched the previous!"
                      .formatted(job.definition().id()))));
    }
    RowSelector.Selection selection = job.selector().select(document);
    return new PageOutcome.Page(
        this,
        document,
        fingerprint,
        selection,
        new ResponseFilter(job.definition().rows().filter(), job.settings())
            .apply(selection.rows()));
  }
}

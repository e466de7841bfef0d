package dev.sluice.job;

import dev.sluice.http.ApiRequest;
import dev.sluice.http.ResponseDocument;
import dev.sluice.json.TextTooLong;
import dev.sluice.paging.Scroller;
import dev.sluice.paging.StopReason;
import dev.sluice.problem.UserError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  /// @param document the answer as received; closed now or with the outcome
  /// @throws UserError if there are no rows to be found in such a document, or if one of them does
  ///   not fit into memory
  public PageOutcome answered(ResponseDocument document) {
    @Nullable PageOutcome outcome = null;
    try {
      outcome = outcome(document);
      return outcome;
    } catch (TextTooLong fault) {
      throw new UserError(LongRows.problem(document.value(), fault), fault);
    } finally {
      if (!(outcome instanceof PageOutcome.Page)) {
        document.close();
      }
    }
  }

  private PageOutcome outcome(ResponseDocument document) {
    Optional<Fingerprint> fingerprint = previous.map(_ -> Fingerprint.of(document.value()));
    if (previous.isPresent() && previous.equals(fingerprint)) {
      return new PageOutcome.Repeated(
          new JobEnd(
              StopReason.debug(
                  "Job '%s' finished when last response matched the previous!"
                      .formatted(job.definition().id()))));
    }
    RowSelector.Selection selection = job.selector().select(document.value());
    if (document.source().isPresent()) {
      selection = new RowSelector.Selection(PassingRows.of(selection.rows()), selection.warning());
    }
    return new PageOutcome.Page(
        this,
        document,
        fingerprint,
        selection,
        new ResponseFilter(job.definition().rows().filter(), job.settings())
            .apply(selection.rows()));
  }
}

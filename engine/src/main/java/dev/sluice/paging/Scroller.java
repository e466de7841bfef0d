package dev.sluice.paging;

import dev.sluice.config.Pagination;
import dev.sluice.http.ApiRequest;
import java.time.Instant;
import java.util.Optional;

/// Decides what is asked after a page. A value: what it has seen so far is in it, and asking it
/// changes nothing, so that each job instance starts afresh (spec: jobs-and-paging §6.4).
public interface Scroller {

  /// {@return the next request, or why there is none}
  ///
  /// @param page the answer to the request that came with this scroller
  /// @throws dev.sluice.problem.UserError if the response does not fit the pagination
  Step next(PageFacts page);

  /// {@return the first request of a job, with the scroller for its answer} The one place that
  /// knows every method.
  ///
  /// @param pagination how pages are found
  /// @param job the job's own request
  /// @param choice the job's `scroller`, which matters under `multiple`
  /// @param start when the request is made
  static Step.Ask first(
      Pagination pagination, ApiRequest job, Optional<String> choice, Instant start) {
    Step.Ask first =
        switch (pagination.method()) {
          case Pagination.None _ -> new Step.Ask(job, new SinglePage());
          case Pagination.Offset offset -> OffsetScroller.first(offset, job);
          case Pagination.Pagenum pagenum -> PagenumScroller.first(pagenum, job);
          case Pagination.ResponseUrl url -> new Step.Ask(job, new ResponseUrlScroller(url, job));
          case Pagination.ResponseParam param ->
              new Step.Ask(job, new ResponseParamScroller(param, job));
          case Pagination.Cursor cursor -> CursorScroller.first(cursor, job);
          case Pagination.ZendeskResponseUrl url ->
              new Step.Ask(job, new ZendeskResponseUrlScroller(url, job));
          case Pagination.Multiple multiple -> first(multiple.chosenBy(choice), job, choice, start);
        };
    return new Step.Ask(
        first.request(), StopRuleScrollers.around(first.then(), pagination.stopRules(), start));
  }
}

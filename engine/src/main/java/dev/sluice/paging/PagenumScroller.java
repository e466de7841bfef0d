package dev.sluice.paging;

import dev.sluice.config.Pagination;
import dev.sluice.http.ApiRequest;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import java.util.OptionalLong;

/// `pagenum`: counts pages, until one is empty or shorter than the limit (spec: jobs-and-paging
/// §7.3).
///
/// @param config the options
/// @param job the job's own request
/// @param page the number of the page last asked for
record PagenumScroller(Pagination.Pagenum config, ApiRequest job, long page) implements Scroller {
  private static final StopReason EMPTY_PAGE =
      StopReason.info("Pagination stopped, response is empty.");
  private static final StopReason SHORT_PAGE =
      StopReason.info("Pagination stopped, response is smaller than limit.");

  static Step.Ask first(Pagination.Pagenum config, ApiRequest job) {
    var scroller = new PagenumScroller(config, job, config.firstPage());
    return new Step.Ask(config.firstPageParams() ? scroller.request() : job, scroller);
  }

  @Override
  public Step next(PageFacts facts) {
    OptionalLong limit = limit();
    if (limit.isEmpty() && facts.rowCount() == 0) {
      return new Step.Stop(EMPTY_PAGE);
    }
    if (limit.isPresent() && facts.rowCount() < limit.getAsLong()) {
      return new Step.Stop(SHORT_PAGE);
    }
    var then = new PagenumScroller(config, job, page + 1);
    return new Step.Ask(then.request(), then);
  }

  private ApiRequest request() {
    JsonObject params = job.params().with(config.pageParam(), JsonNumber.of(page));
    OptionalLong limit = limit();
    return job.withParams(
        limit.isPresent()
            ? params.with(config.limitParam(), JsonNumber.of(limit.getAsLong()))
            : params);
  }

  private OptionalLong limit() {
    OptionalLong ofJob = JobLimit.find(job.params(), config.limitParam());
    return ofJob.isPresent() ? ofJob : config.limit();
  }
}

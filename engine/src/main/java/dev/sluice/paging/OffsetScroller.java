package dev.sluice.paging;

import dev.sluice.config.Pagination;
import dev.sluice.http.ApiRequest;
import dev.sluice.json.JsonNumber;

/// `offset`: passes over ever more rows, until a page is shorter than the limit (spec:
/// jobs-and-paging §7.2).
///
/// @param config the options
/// @param job the job's own request
/// @param pointer the number of rows that the last request passed over
record OffsetScroller(Pagination.Offset config, ApiRequest job, long pointer) implements Scroller {
  private static final StopReason SHORT_PAGE =
      StopReason.info("Offset limit reached, stopping scrolling.");

  static Step.Ask first(Pagination.Offset config, ApiRequest job) {
    long start =
        config.offsetFromJob() ? JobLimit.find(job.params(), config.offsetParam()).orElse(0) : 0;
    var scroller = new OffsetScroller(config, job, start);
    return new Step.Ask(config.firstPageParams() ? scroller.request() : job, scroller);
  }

  @Override
  public Step next(PageFacts page) {
    if (page.rowCount() < limit()) {
      return new Step.Stop(SHORT_PAGE);
    }
    // By the limit asked for, even when the page held more rows.
    var then = new OffsetScroller(config, job, pointer + limit());
    return new Step.Ask(then.request(), then);
  }

  private ApiRequest request() {
    return job.withParams(
        job.params()
            .with(config.limitParam(), JsonNumber.of(limit()))
            .with(config.offsetParam(), JsonNumber.of(pointer)));
  }

  private long limit() {
    return JobLimit.find(job.params(), config.limitParam()).orElse(config.limit());
  }
}

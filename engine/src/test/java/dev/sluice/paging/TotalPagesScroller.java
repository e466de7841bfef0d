package dev.sluice.paging;

import dev.sluice.http.ApiRequest;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonValue;
import dev.sluice.php.IntCast;

// region: scroller
/// `total.pages`: counts pages up to the number that each response holds.
///
/// @param config the options
/// @param job the job's own request
/// @param page the number of the page last asked for
record TotalPagesScroller(TotalPages config, ApiRequest job, long page) implements Scroller {
  private static final StopReason LAST_PAGE =
      StopReason.info("Last page reached, stopping scrolling.");

  static Step.Ask first(TotalPages config, ApiRequest job) {
    return new Step.Ask(job, new TotalPagesScroller(config, job, 1));
  }

  @Override
  public Step next(PageFacts facts) {
    JsonValue total = facts.find(config.totalPath(), ".").orElse(JsonNull.NULL);
    if (page >= IntCast.of(total)) {
      return new Step.Stop(LAST_PAGE);
    }
    var then = new TotalPagesScroller(config, job, page + 1);
    return new Step.Ask(
        job.withParams(job.params().with(config.pageParam(), JsonNumber.of(page + 1))), then);
  }
}

// end

package dev.sluice.paging;

import dev.sluice.config.Pagination;
import dev.sluice.http.ApiRequest;
import java.util.Optional;

/// `response.url`: each response holds the address of the next page (spec: jobs-and-paging §7.4).
///
/// @param config the options
/// @param job the job's own request
record ResponseUrlScroller(Pagination.ResponseUrl config, ApiRequest job) implements Scroller {
  private static final StopReason NO_ADDRESS =
      StopReason.info("No more pages, stopping pagination.");

  @Override
  public Step next(PageFacts page) {
    Optional<NextAddress> address = NextAddress.find(page, config.urlKey(), config.delimiter());
    return address.isEmpty()
        ? new Step.Stop(NO_ADDRESS)
        : new Step.Ask(
            address.get().request(job, config.includeParams(), config.paramIsQuery()), this);
  }
}

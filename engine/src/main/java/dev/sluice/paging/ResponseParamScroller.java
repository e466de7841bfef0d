package dev.sluice.paging;

import dev.sluice.config.Pagination;
import dev.sluice.config.Pagination.ScrollRequest;
import dev.sluice.http.ApiRequest;
import dev.sluice.http.Method;
import dev.sluice.http.RequestEncoder;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;

/// `response.param`: each response holds a value that the next request has to carry (spec:
/// jobs-and-paging §7.5).
///
/// @param config the options
/// @param job the job's own request
record ResponseParamScroller(Pagination.ResponseParam config, ApiRequest job) implements Scroller {
  private static final StopReason NO_VALUE =
      StopReason.info("No more pages found, stopping pagination.");

  @Override
  public Step next(PageFacts page) {
    JsonValue value = page.find(config.responseParam(), ".").orElse(JsonNull.NULL);
    if (value.isEmptyData()) {
      return new Step.Stop(NO_VALUE);
    }
    ApiRequest base = config.includeParams() ? job : job.withParams(JsonObject.EMPTY);
    ApiRequest request = config.scrollRequest().map(over -> merged(base, over)).orElse(base);
    return new Step.Ask(
        request.withParams(request.params().with(config.queryParam(), value)), this);
  }

  private static ApiRequest merged(ApiRequest base, ScrollRequest over) {
    return new ApiRequest(
        over.endpoint().orElse(base.endpoint()),
        over.method().flatMap(Method::named).orElse(base.method()),
        RequestEncoder.merge(base.params(), over.params()),
        RequestEncoder.merge(base.headers(), over.headers()),
        over.endpoint().isPresent() ? ApiRequest.Source.CONFIGURED : base.source(),
        base.secretNames());
  }
}

package dev.sluice.paging;

import dev.sluice.config.StopRules;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonValue;

/// `nextPageFlag`: stops when a property of the response says so (spec: jobs-and-paging §6.6).
///
/// @param flag the options
/// @param inner decides otherwise
record NextPageFlagStop(StopRules.NextPageFlag flag, Scroller inner) implements Scroller {

  @Override
  public Step next(PageFacts page) {
    JsonValue value = page.property(flag.field()).orElse(JsonNull.NULL);
    boolean isSet = value instanceof JsonNull ? flag.ifNotSet() : !value.isEmptyData();
    if (isSet == flag.stopOn()) {
      return new Step.Stop(
          StopReason.info(
              "Stopping scrolling because '%s' is '%s'".formatted(flag.field(), isSet)));
    }
    return StopRuleScrollers.next(inner, page, then -> new NextPageFlagStop(flag, then));
  }
}

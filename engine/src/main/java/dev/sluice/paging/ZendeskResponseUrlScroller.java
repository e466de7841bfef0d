package dev.sluice.paging;

import dev.sluice.config.Pagination;
import dev.sluice.http.ApiRequest;
import dev.sluice.http.QueryReader;
import dev.sluice.json.JsonString;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// `zendesk.response.url`: as `response.url`, but it leaves out the last minutes, which the API
/// does not serve (spec: jobs-and-paging §7.7).
///
/// @param config the options
/// @param job the job's own request
record ZendeskResponseUrlScroller(Pagination.ZendeskResponseUrl config, ApiRequest job)
    implements Scroller {
  private static final StopReason NO_ADDRESS = StopReason.info("No more pages to scroll.");
  private static final Duration NOT_SERVED = Duration.ofMinutes(6);
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public Step next(PageFacts page) {
    Optional<NextAddress> address = NextAddress.find(page, config.urlKey(), ".");
    if (address.isEmpty()) {
      return new Step.Stop(NO_ADDRESS);
    }
    Optional<Instant> start = startTime(address.get().text());
    if (start.isPresent() && start.get().isAfter(page.now().minus(NOT_SERVED))) {
      return new Step.Stop(
          StopReason.info(
              "Next page start_time \"%s\" is too recent, skipping..."
                  .formatted(SHOWN.format(start.get()))));
    }
    return new Step.Ask(
        address.get().request(job, config.includeParams(), config.paramIsQuery()), this);
  }

  private static Optional<Instant> startTime(String address) {
    String[] parts = address.split("#", 2)[0].split("\\?", 2);
    if (parts.length < 2
        || !(QueryReader.parse(parts[1]).valueOrNull("start_time")
            instanceof JsonString(String seconds))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
    } catch (NumberFormatException | DateTimeException _) {
      return Optional.empty();
    }
  }
}

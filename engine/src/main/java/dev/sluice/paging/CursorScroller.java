package dev.sluice.paging;

import dev.sluice.config.Pagination;
import dev.sluice.http.ApiRequest;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.php.IntCast;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Optional;

/// `cursor`: the greatest or smallest value in the rows so far goes into the next request (spec:
/// jobs-and-paging §7.6).
///
/// @param config the options
/// @param job the job's own request
/// @param extreme the greatest or smallest value so far
record CursorScroller(Pagination.Cursor config, ApiRequest job, Optional<BigInteger> extreme)
    implements Scroller {
  private static final StopReason NO_ROWS =
      StopReason.info("No data in response, stopping scrolling.");

  static Step.Ask first(Pagination.Cursor config, ApiRequest job) {
    return new Step.Ask(job, new CursorScroller(config, job, Optional.empty()));
  }

  @Override
  public Step next(PageFacts page) {
    Iterator<Optional<JsonValue>> values = page.rowValues(config.idKey());
    if (!values.hasNext()) {
      return new Step.Stop(NO_ROWS);
    }
    BigInteger best = extreme.orElseGet(() -> number(values.next()));
    while (values.hasNext()) {
      BigInteger value = number(values.next());
      best = config.reverse() ? best.min(value) : best.max(value);
    }
    BigInteger next = best.add(BigInteger.valueOf(config.increment()));
    return new Step.Ask(
        job.withParams(job.params().with(config.param(), parameter(next))),
        new CursorScroller(config, job, Optional.of(best)));
  }

  private BigInteger number(Optional<JsonValue> found) {
    JsonValue value = found.orElse(JsonNull.NULL);
    return IntCast.numeric(value)
        .orElseThrow(() ->
            new UserError(
                Problem.of(
                    "Cursor value '%s' is not numeric.".formatted(JsonWriter.compact(value)),
                    "Each row needs a number at 'pagination.idKey', which is '%s'."
                        .formatted(config.idKey()))))
        .toBigInteger();
  }

  /// A number beyond 64 bits would be sent with the digits of a double.
  private static JsonValue parameter(BigInteger next) {
    return next.bitLength() < Long.SIZE
        ? JsonNumber.of(next.longValueExact())
        : new JsonString(next.toString());
  }
}

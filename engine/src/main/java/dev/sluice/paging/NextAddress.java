package dev.sluice.paging;

import dev.sluice.http.ApiRequest;
import dev.sluice.http.QueryReader;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.Map;
import java.util.Optional;

/// The address of the next page as a response gives it (spec: jobs-and-paging §7.4).
///
/// @param text the address, or only a query
record NextAddress(String text) {

  /// {@return the address in a page, if there is one: anything that is not empty}
  ///
  /// @throws UserError if it is no text
  static Optional<NextAddress> find(PageFacts page, String path, String delimiter) {
    JsonValue value = page.find(path, delimiter).orElse(JsonNull.NULL);
    if (value.isEmptyData()) {
      return Optional.empty();
    }
    if (value instanceof JsonString(String text)) {
      return Optional.of(new NextAddress(text));
    }
    throw new UserError(
        Problem.of(
            "The \"endpoint\" property must be specified in request as a string.",
            "At '%s' the response holds a value of the type %s where the address of the next page is expected."
                .formatted(path, value.typeName())));
  }

  /// {@return the request for it, made of the job's own}
  ///
  /// @param job the job's own request
  /// @param includeParams whether the job's params are sent along
  /// @param isQuery whether the address is only a query for the job's own endpoint
  ApiRequest request(ApiRequest job, boolean includeParams, boolean isQuery) {
    JsonObject params = includeParams ? job.params() : JsonObject.EMPTY;
    if (!isQuery) {
      return job.withParams(params).toAddressFromResponse(text);
    }
    Map<String, JsonValue> merged = params.members();
    QueryReader.parse(text).forEach(merged::put);
    return job.withParams(JsonObject.of(merged));
  }
}

package dev.sluice.http;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes of what a configuration says the request that goes on the wire (spec: run-and-http
/// §2.3-§2.5, §4.2-§4.8).
///
/// @param base the base URL
/// @param defaultHeaders `api.http.headers` and `config.http.headers` merged, functions evaluated
/// @param optionHeaders the headers of `http.defaultOptions`; not for logins
/// @param trust decides whether parameters from `#` attributes go to an address out of a response;
///   headers are decided on for each attempt, parameters can only be left out here
public record RequestEncoder(Url base, Headers defaultHeaders, Headers optionHeaders, Trust trust) {
  /// The header of a request that the configuration gives no `User-Agent`.
  private static final Headers OWN = Headers.NONE.set("User-Agent", "Sluice");

  /// {@return the default headers of both sections, the second one winning whatever the case of the
  /// names}
  ///
  /// @param api `api.http.headers`, functions evaluated
  /// @param config `config.http.headers`, functions evaluated
  /// @throws dev.sluice.problem.UserError if a value can't be sent
  public static Headers defaultHeaders(JsonObject api, JsonObject config) {
    return HeaderLines.over(HeaderLines.of(config), HeaderLines.of(api));
  }

  /// {@return a request of a job}
  ///
  /// @param request what the job asks for; its secret names cover the default parameters too
  /// @param defaultParams `http.defaultOptions.params`, functions evaluated
  /// @throws dev.sluice.problem.UserError if the address or a header can't be sent
  public Request encode(ApiRequest request, JsonObject defaultParams) {
    Headers headers = HeaderLines.over(own(request), optionHeaders);
    JsonObject params = merge(defaultParams, request.params());
    return switch (request.source()) {
      case CONFIGURED -> encode(request, params, headers, Request.Purpose.CONFIGURED);
      case RESPONSE ->
          encode(request, trusted(request, params), headers, Request.Purpose.FROM_RESPONSE);
    };
  }

  /// {@return a login request, which gets the default headers but not `http.defaultOptions`} (spec:
  /// authentication §5.3)
  ///
  /// @param request what the login section asks for
  /// @throws dev.sluice.problem.UserError if the address or a header can't be sent
  public Request encodeLogin(ApiRequest request) {
    return encode(request, request.params(), own(request), Request.Purpose.LOGIN);
  }

  /// {@return parameters laid over others} Lists merge by position, a nested object replaces the
  /// other's value (spec: run-and-http §2.5).
  ///
  /// @param below the defaults; their keys come first
  /// @param above the job's own
  public static JsonObject merge(JsonObject below, JsonObject above) {
    Map<String, JsonValue> merged = below.members();
    above.forEach((name, value) ->
        merged.merge(
            name,
            value,
            (lower, upper) ->
                lower instanceof JsonArray under && upper instanceof JsonArray over
                    ? merge(under, over)
                    : upper));
    return JsonObject.of(merged);
  }

  private static JsonArray merge(JsonArray below, JsonArray above) {
    List<JsonValue> merged = new ArrayList<>(above.items());
    for (int i = 0; i < below.items().size(); i++) {
      if (i >= above.items().size()) {
        merged.add(below.items().get(i));
      } else if (below.items().get(i) instanceof JsonArray under
          && above.items().get(i) instanceof JsonArray over) {
        merged.set(i, merge(under, over));
      }
    }
    return new JsonArray(merged);
  }

  private static Headers own(ApiRequest request) {
    return HeaderLines.of(request.headers()).markedAsCredentials(request.secretNames());
  }

  private JsonObject trusted(ApiRequest request, JsonObject params) {
    Url url = base.resolve(request.endpoint());
    if (trust.allows(url) || request.secretNames().stream().noneMatch(params::has)) {
      return params;
    }
    trust.withheld(url);
    return harmless(request, params);
  }

  private static JsonObject harmless(ApiRequest request, JsonObject params) {
    JsonObject harmless = params;
    for (String name : request.secretNames()) {
      harmless = harmless.without(name);
    }
    return harmless;
  }

  private Request encode(
      ApiRequest request, JsonObject params, Headers own, Request.Purpose purpose) {
    Url url = base.resolve(request.endpoint());
    return switch (request.method()) {
      case GET -> get(url.withQuery(Query.merge(url.query(), params)), own, purpose);
      case POST ->
          new Request(
              "POST",
              url,
              complete(own.set("Content-Type", JsonBody.CONTENT_TYPE)),
              Optional.of(JsonBody.of(params)),
              Optional.of(JsonBody.of(harmless(request, params))),
              purpose);
      case FORM ->
          new Request(
              "POST",
              url,
              complete(own.set("Content-Type", FormEncoding.CONTENT_TYPE)),
              Optional.of(FormEncoding.body(params)),
              Optional.of(FormEncoding.body(harmless(request, params))),
              purpose);
    };
  }

  private Request get(Url url, Headers own, Request.Purpose purpose) {
    return new Request("GET", url, complete(own), Optional.empty(), purpose);
  }

  private Headers complete(Headers own) {
    return HeaderLines.over(HeaderLines.over(own, defaultHeaders), OWN);
  }
}

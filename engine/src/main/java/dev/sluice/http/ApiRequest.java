package dev.sluice.http;

import dev.sluice.json.JsonObject;

/// What a configuration can say about a request; not encoded yet.
///
/// @param endpoint relative, absolute path, or absolute URL; resolved against the base URL
/// @param method how the parameters travel
/// @param params the parameters, functions evaluated; order matters
/// @param headers the job's own headers; values are scalars or lists of scalars
/// @param fromResponse whether the endpoint came out of a response (paging link, URL in a
///   placeholder), so that credentials go along only to trusted origins (spec: README G-02)
public record ApiRequest(
    String endpoint, Method method, JsonObject params, JsonObject headers, boolean fromResponse) {

  /// {@return this request with other parameters}
  ///
  /// @param other the parameters to send instead
  public ApiRequest withParams(JsonObject other) {
    return new ApiRequest(endpoint, method, other, headers, fromResponse);
  }

  /// {@return this request to an address that a response gave}
  ///
  /// @param address the endpoint to ask instead
  public ApiRequest toAddressFromResponse(String address) {
    return new ApiRequest(address, method, params, headers, true);
  }
}

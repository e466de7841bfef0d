package dev.sluice.http;

import dev.sluice.json.JsonObject;
import java.util.HashSet;
import java.util.Set;

/// What a configuration can say about a request; not encoded yet.
///
/// @param endpoint relative, absolute path, or absolute URL; resolved against the base URL
/// @param method how the parameters travel
/// @param params the parameters, functions evaluated; order matters
/// @param headers the request's own headers; values are scalars or lists of scalars
/// @param source where the endpoint comes from
/// @param secretNames names of parameters and headers whose values come from `#` attributes: they
///   go to trusted origins only (spec: README G-02)
public record ApiRequest(
    String endpoint,
    Method method,
    JsonObject params,
    JsonObject headers,
    Source source,
    Set<String> secretNames) {

  /// Where an endpoint comes from, which decides where credentials may go along (spec: README
  /// G-02).
  public enum Source {
    /// Written in the configuration.
    CONFIGURED,
    /// A paging link, or a placeholder that holds a whole URL.
    RESPONSE
  }

  /// Keeps an unmodifiable copy.
  public ApiRequest {
    secretNames = Set.copyOf(secretNames);
  }

  /// {@return this request with other parameters}
  ///
  /// @param other the parameters to send instead
  public ApiRequest withParams(JsonObject other) {
    return new ApiRequest(endpoint, method, other, headers, source, secretNames);
  }

  /// {@return this request to an address that a response gave}
  ///
  /// @param address the endpoint to ask instead
  public ApiRequest toAddressFromResponse(String address) {
    return new ApiRequest(address, method, params, headers, Source.RESPONSE, secretNames);
  }

  /// {@return this request with more names of secret parameters and headers}
  ///
  /// @param more the names to add
  public ApiRequest withSecretNames(Set<String> more) {
    Set<String> all = new HashSet<>(secretNames);
    all.addAll(more);
    return new ApiRequest(endpoint, method, params, headers, source, all);
  }
}

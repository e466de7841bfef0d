package dev.sluice.http;

import java.util.Optional;

/// What goes on the wire, complete and encoded.
///
/// @param verb `GET` or `POST`
/// @param url where to
/// @param headers all headers but those that the connection itself needs
/// @param body the bytes to send, if any; not to be changed
/// @param purpose what the request is for
public record Request(
    String verb, Url url, Headers headers, Optional<byte[]> body, Purpose purpose) {

  /// What a request is for, which decides where its credentials may go (spec: README G-02).
  public enum Purpose {
    /// Data, from an address that the configuration names.
    CONFIGURED,
    /// Data, from an address that came out of a response: a paging link, a placeholder, a redirect.
    FROM_RESPONSE,
    /// A login.
    LOGIN
  }

  /// {@return this request to another address}
  ///
  /// @param other where to
  public Request withUrl(Url other) {
    return new Request(verb, other, headers, body, purpose);
  }

  /// {@return this request with other headers}
  ///
  /// @param other all headers
  public Request withHeaders(Headers other) {
    return new Request(verb, url, other, body, purpose);
  }

  /// {@return this request for another purpose}
  ///
  /// @param other what it is for
  public Request withPurpose(Purpose other) {
    return new Request(verb, url, headers, body, other);
  }
}

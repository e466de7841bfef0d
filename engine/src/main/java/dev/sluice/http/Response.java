package dev.sluice.http;

import java.nio.charset.StandardCharsets;

/// What came back: status, headers and the whole body.
///
/// @param status the HTTP status
/// @param reason the reason phrase; may be empty
/// @param headers as they came
/// @param body decoded, i.e. no longer compressed; closed by whoever uses the response last
/// @param url the address that answered, after redirects
public record Response(int status, String reason, Headers headers, Body body, Url url) {

  /// {@return this answer as one of another address}
  ///
  /// @param other the address without what authentication added to it
  public Response at(Url other) {
    return new Response(status, reason, headers, body, other);
  }

  /// {@return the body as UTF-8 text}
  public String text() {
    return new String(body.bytes(), StandardCharsets.UTF_8);
  }
}

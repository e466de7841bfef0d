package dev.sluice.http;

import java.nio.charset.StandardCharsets;

/// Answers as tests need them.
public final class Responses {
  private Responses() {}

  /// {@return an answer without headers from `https://api.example.com/`}
  ///
  /// @param status the status
  /// @param body the text
  public static Response of(int status, String body) {
    return new Response(
        status,
        "Reason",
        Headers.NONE,
        new Body.InMemory(body.getBytes(StandardCharsets.UTF_8)),
        Requests.url("https://api.example.com/"));
  }

  /// {@return an answer without a body}
  ///
  /// @param status the status
  /// @param header the name of a header
  /// @param value its value
  public static Response with(int status, String header, String value) {
    Response empty = of(status, "");
    return new Response(
        status, empty.reason(), Headers.NONE.set(header, value), empty.body(), empty.url());
  }
}

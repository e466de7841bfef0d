package dev.sluice.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Requests as tests need them.
public final class Requests {
  private Requests() {}

  /// {@return a `GET` to an address of the configuration, without headers}
  ///
  /// @param url valid
  public static Request get(String url) {
    return new Request("GET", url(url), Headers.NONE, Optional.empty(), Request.Purpose.CONFIGURED);
  }

  /// {@return a `POST` to an address of the configuration, without headers}
  ///
  /// @param url valid
  /// @param body what to send
  public static Request post(String url, String body) {
    return new Request(
        "POST",
        url(url),
        Headers.NONE,
        Optional.of(body.getBytes(StandardCharsets.UTF_8)),
        Request.Purpose.CONFIGURED);
  }

  /// {@return an address}
  ///
  /// @param text valid
  public static Url url(String text) {
    return Url.parse(text).orElseThrow();
  }
}

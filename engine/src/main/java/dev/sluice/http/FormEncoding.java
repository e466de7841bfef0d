package dev.sluice.http;

import dev.sluice.json.JsonObject;
import java.nio.charset.StandardCharsets;

/// The body of a request whose method is `FORM` (spec: run-and-http §4.6).
public final class FormEncoding {
  /// The value of `Content-Type`.
  public static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

  private FormEncoding() {}

  /// {@return the body; no byte when there are no parameters}
  ///
  /// @param params nested values travel with brackets, keys that look empty are kept
  public static byte[] body(JsonObject params) {
    return Query.encode(params).getBytes(StandardCharsets.UTF_8);
  }
}

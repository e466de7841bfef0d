package dev.sluice.studio.web;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What the studio answers.
///
/// @param status the HTTP status
/// @param type the media type
/// @param headers further headers
/// @param content writes the body; what it writes goes out at the latest when it flushes
public record Reply(int status, String type, Map<String, String> headers, Content content) {
  private static final String JSON = "application/json";

  /// Keeps an unmodifiable copy.
  public Reply {
    headers = Map.copyOf(headers);
  }

  /// Writes a body.
  @FunctionalInterface
  public interface Content {
    /// Writes all of it.
    ///
    /// @param out gets the bytes
    /// @throws IOException if whoever asked is gone
    void writeTo(OutputStream out) throws IOException;
  }

  /// {@return an answer in JSON, with status 200}
  ///
  /// @param value the document
  public static Reply json(JsonValue value) {
    return json(200, value);
  }

  /// {@return an answer in JSON}
  ///
  /// @param status the HTTP status
  /// @param value the document
  public static Reply json(int status, JsonValue value) {
    return bytes(status, JSON, JsonWriter.compact(value).getBytes(StandardCharsets.UTF_8));
  }

  /// {@return that it is done, with nothing to add}
  public static Reply done() {
    return json(JsonObject.builder().put("status", "ok").build());
  }

  /// {@return an answer that is in memory}
  ///
  /// @param status the HTTP status
  /// @param type the media type
  /// @param bytes the body; not to be changed
  public static Reply bytes(int status, String type, byte[] bytes) {
    return new Reply(status, type, Map.of(), out -> out.write(bytes));
  }

  /// {@return a file to be saved by the browser}
  ///
  /// @param name the file's name; letters, digits, `.`, `-` and `_`
  /// @param type the media type
  /// @param content writes it
  public static Reply download(String name, String type, Content content) {
    return new Reply(
        200, type, Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""), content);
  }

  /// {@return this answer with one more header}
  ///
  /// @param name the header's name
  /// @param value its value
  public Reply with(String name, String value) {
    Map<String, String> more = new java.util.HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, type, more, content);
  }
}

package dev.sluice.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An answer of one of the two servers; its body is JSON.
///
/// @param status the HTTP status
/// @param headers headers beside `Content-Type` and `Content-Length`
/// @param body the document
record Reply(int status, Map<String, String> headers, byte[] body) {

  /// {@return an answer of status 200}
  ///
  /// @param body the document
  static Reply of(byte[] body) {
    return new Reply(200, Map.of(), body);
  }

  /// {@return a refusal}
  ///
  /// @param status the HTTP status
  /// @param error the machine's word for it, e.g. `invalid_scope`
  /// @param description a sentence for people, without quotation marks and backslashes
  static Reply error(int status, String error, String description) {
    String body = "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}";
    return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  /// {@return this answer with these headers}
  ///
  /// @param added by name
  Reply with(Map<String, String> added) {
    return new Reply(status, added, body);
  }

  /// Sends the answer and ends the exchange.
  ///
  /// @param exchange not answered yet
  /// @throws IOException if the client has gone
  void send(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      headers.forEach(exchange.getResponseHeaders()::set);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }
}

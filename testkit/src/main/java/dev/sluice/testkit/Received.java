package dev.sluice.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A request as it arrived, byte for byte.
///
/// @param line the request line, e.g. `GET /orders?page=2 HTTP/1.1`
/// @param headers the header lines in order, e.g. `Accept: application/json`
/// @param body the decoded body; empty when there was none
public record Received(String line, List<String> headers, byte[] body) {

  /// {@return the verb}
  public String verb() {
    return line.substring(0, line.indexOf(' '));
  }

  /// {@return the request target: path and query as they were sent}
  public String target() {
    return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
  }

  /// {@return the target without its query}
  public String path() {
    return target().split("\\?", 2)[0];
  }

  /// {@return the raw query, if there is one}
  public Optional<String> query() {
    String[] parts = target().split("\\?", 2);
    return parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
  }

  /// {@return verb and target, as tests like to list them: `GET /orders?page=2`}
  public String what() {
    return verb() + " " + target();
  }

  /// {@return the values of all lines of a header, in order}
  ///
  /// @param name in any case
  public List<String> headers(String name) {
    return headers.stream()
        .filter(header -> header.substring(0, header.indexOf(':')).equalsIgnoreCase(name))
        .map(header -> header.substring(header.indexOf(':') + 1).strip())
        .toList();
  }

  /// {@return the value of the first line of a header}
  ///
  /// @param name in any case
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  /// {@return the body as UTF-8 text}
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}

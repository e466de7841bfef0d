package dev.sluice.studio.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A request to the studio.
///
/// @param method `GET`, `PUT`, `POST` or `DELETE`
/// @param path the decoded segments of the path
/// @param query the parameters behind the `?`; of repeated ones the last
/// @param headers finds a header by its name
/// @param content reads the whole body, when it is asked for
public record Call(
    String method,
    List<String> path,
    Map<String, String> query,
    Function<String, Optional<String>> headers,
    Supplier<byte[]> content) {

  /// Keeps unmodifiable copies.
  public Call {
    path = List.copyOf(path);
    query = Map.copyOf(query);
  }

  /// {@return the whole body; can be read once}
  ///
  /// @throws Refusal if it is too long
  public byte[] body() {
    return content.get();
  }

  /// {@return a header, if it is there}
  ///
  /// @param name in any case
  public Optional<String> header(String name) {
    return headers.apply(name);
  }

  /// {@return a number behind the `?`}
  ///
  /// @param name the parameter
  /// @param otherwise its value when it is missing
  /// @throws Refusal if it is no whole number, or negative
  public long number(String name, long otherwise) {
    String text = query.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException _) {
      throw Refusal.badRequest("'" + name + "' must be a whole number.");
    }
  }
}

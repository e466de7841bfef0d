package dev.sluice.http;

import java.util.Locale;
import java.util.Optional;

/// How a request carries its parameters, as configurations name it (spec: run-and-http §4.2).
public enum Method {
  /// In the query.
  GET,
  /// As a JSON body.
  POST,
  /// As a form body; sent with the verb POST.
  FORM;

  /// {@return the method of that name in any case, if there is one}
  ///
  /// @param name e.g. `get`
  public static Optional<Method> named(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "GET" -> Optional.of(GET);
      case "POST" -> Optional.of(POST);
      case "FORM" -> Optional.of(FORM);
      default -> Optional.empty();
    };
  }
}

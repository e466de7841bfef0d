package dev.sluice.http;

import dev.sluice.json.JsonSyntaxError;
import java.util.Optional;

/// Says that an answer's body is not one JSON document (spec: run-and-http §4.13).
public final class NotJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Optional<String> place;

  /// Describes a fault.
  ///
  /// @param fault what the parser says
  NotJson(JsonSyntaxError fault) {
    super("Invalid JSON response from API: JSON decode error: " + reason(fault.reason()), fault);
    this.place = fault.place();
  }

  /// {@return `Invalid JSON response from API: JSON decode error: <reason>`}
  public String message() {
    return String.valueOf(getMessage());
  }

  /// {@return `line L, column C`, if the place is known}
  public Optional<String> place() {
    return place;
  }

  /// The original's words for the reasons of the parser.
  private static String reason(String reason) {
    return switch (reason) {
      case "Syntax error" -> "Syntax error, malformed JSON";
      case "Control character error, possibly incorrectly encoded" ->
          "Unexpected control character found";
      default -> reason;
    };
  }
}

package dev.sluice.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What went over the wire in an attempt, as far as it may be shown.
public sealed interface Exchange {

  /// A header line.
  ///
  /// @param name as it is spelt
  /// @param value its value; masked if it tells who asks
  record Header(String name, String value) {}

  /// A request.
  ///
  /// @param page which page it asks for; empty for a login
  /// @param method `GET` or `POST`
  /// @param url the address, without what authentication must hide
  /// @param headers in the order of sending
  /// @param body the start of the body, empty when there is none
  record Ask(Optional<PageName> page, String method, String url, List<Header> headers, String body)
      implements Exchange {
    /// Keeps an unmodifiable copy.
    public Ask {
      headers = List.copyOf(headers);
    }
  }

  /// An answer.
  ///
  /// @param status the HTTP status
  /// @param reason the reason phrase; may be empty
  /// @param headers in the order in which they came
  /// @param body how the decoded body begins
  /// @param bytes its size in bytes
  /// @param took from sending to the end of the body
  record Reply(
      int status, String reason, List<Header> headers, Text body, long bytes, Duration took)
      implements Exchange {
    /// Keeps an unmodifiable copy.
    public Reply {
      headers = List.copyOf(headers);
    }
  }

  /// The beginning of a body.
  ///
  /// @param start as text
  /// @param isWhole whether there is nothing behind it
  record Text(String start, boolean isWhole) {}
}

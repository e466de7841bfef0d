package dev.sluice.config;

import dev.sluice.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How requests are sent: `api.http` together with one iteration's `config.http` (spec:
/// run-and-http §2.4-§2.7).
///
/// @param headers the default headers
/// @param ignoreErrors statuses that do not end the run
/// @param timeouts how long an attempt may take
/// @param limits what is bounded
/// @param trustedOrigins further origins that credentials may go to, e.g. `https://*.example.com`
///   (spec: README G-02)
public record HttpSettings(
    HeaderSections headers,
    Set<Integer> ignoreErrors,
    Timeouts timeouts,
    Limits limits,
    List<String> trustedOrigins) {

  /// The settings of a configuration that says nothing.
  public static final HttpSettings NONE =
      new HttpSettings(
          new HeaderSections(JsonObject.EMPTY, JsonObject.EMPTY),
          Set.of(),
          Timeouts.ORIGINAL,
          Limits.USUAL,
          List.of());

  /// Keeps unmodifiable copies.
  public HttpSettings {
    ignoreErrors = Set.copyOf(ignoreErrors);
    trustedOrigins = List.copyOf(trustedOrigins);
  }

  /// The two sections of default headers, functions not evaluated.
  ///
  /// @param api `api.http.headers`
  /// @param config `config.http.headers`, which wins
  public record HeaderSections(JsonObject api, JsonObject config) {}

  /// How long an attempt may take; no value means as long as it likes (spec: run-and-http §2.7).
  ///
  /// @param connect for TCP and TLS
  /// @param request for the whole exchange, connection included
  public record Timeouts(Optional<Duration> connect, Optional<Duration> request) {
    /// The values of a configuration that says nothing: 30 and 300 seconds.
    public static final Timeouts ORIGINAL =
        new Timeouts(Optional.of(Duration.ofSeconds(30)), Optional.of(Duration.ofSeconds(300)));
  }

  /// What is bounded; our additions.
  ///
  /// @param concurrency requests in flight to one origin, at least 1
  /// @param headerBytes the longest head of an answer, in bytes
  /// @param responseBytes the longest decoded body of an answer, in bytes
  public record Limits(int concurrency, long headerBytes, long responseBytes) {
    /// The values of a configuration that says nothing: 8 requests, 1 MiB and 4 GiB.
    public static final Limits USUAL = new Limits(8, 1L << 20, 4L << 30);
  }
}

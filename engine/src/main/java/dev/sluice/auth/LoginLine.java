package dev.sluice.auth;

import dev.sluice.http.RequestEncoder;
import dev.sluice.http.Stage;
import java.util.Set;

/// How logins are sent, and what the requests of the API do with refusals.
///
/// @param encoder makes requests; its default headers travel with logins, the headers of
///   `http.defaultOptions` do not
/// @param pipeline the stages of logins: `Pipeline.forLogins`
/// @param ignoreErrors `api.http.ignoreErrors`; with 401 among them a refusal is an answer like any
///   other
/// @param refreshTokens those received in the course of the run
public record LoginLine(
    RequestEncoder encoder,
    Stage.Next pipeline,
    Set<Integer> ignoreErrors,
    RefreshTokens refreshTokens) {
  /// Keeps an unmodifiable copy.
  public LoginLine {
    ignoreErrors = Set.copyOf(ignoreErrors);
  }
}

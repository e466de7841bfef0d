package dev.sluice.auth;

import dev.sluice.http.RequestEncoder;
import dev.sluice.http.Stage;
import java.util.Set;
import java.util.concurrent.Executor;

/// How logins are sent, and what the requests of the API do with refusals.
///
/// @param encoder makes requests; its default headers travel with logins, the headers of
///   `http.defaultOptions` do not
/// @param pipeline the stages of logins: `Pipeline.forLogins`
/// @param ignoreErrors `api.http.ignoreErrors`; with 401 among them a refusal is an answer like any
///   other
/// @param refreshTokens those received in the course of the run
/// @param threads runs logins, apart from the requests that wait for them; whoever ends the run
///   stops it
public record LoginLine(
    RequestEncoder encoder,
    Stage.Next pipeline,
    Set<Integer> ignoreErrors,
    RefreshTokens refreshTokens,
    Executor threads) {
  /// Keeps an unmodifiable copy.
  public LoginLine {
    ignoreErrors = Set.copyOf(ignoreErrors);
  }
}

package dev.sluice.http;

/// One concern of sending a request. Stages keep no state of a single request; they are called by
/// several threads.
@FunctionalInterface
public interface Stage {
  /// Does nothing; stands where a configuration does not ask for the concern.
  Stage NONE = (request, next) -> next.send(request);

  /// Sends the request, or answers it otherwise, or sends it several times.
  ///
  /// @param request what to send
  /// @param next the stages after this one
  /// @return the answer
  /// @throws NetworkFailure if there is none and the request may be sent again
  /// @throws dev.sluice.problem.UserError if there is none and it can't
  Response send(Request request, Next next);

  /// The stages after one.
  @FunctionalInterface
  interface Next {
    /// {@return the answer to a request}
    ///
    /// @param request what to send
    Response send(Request request);
  }
}

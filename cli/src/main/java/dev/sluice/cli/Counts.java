package dev.sluice.cli;

import dev.sluice.event.RunEvent;

/// How far a run is.
///
/// @param rows rows of committed pages
/// @param pages committed pages
/// @param requests attempts of requests to the API that were answered
/// @param tokenRequests attempts of login requests that were answered
record Counts(long rows, long pages, long requests, long tokenRequests) {
  /// Nothing has happened.
  static final Counts NONE = new Counts(0, 0, 0, 0);

  /// {@return the counts after an event}
  ///
  /// @param event what happened
  Counts after(RunEvent event) {
    return switch (event) {
      case RunEvent.PageCommitted page ->
          new Counts(rows + page.rows(), pages + 1, requests, tokenRequests);
      case RunEvent.Answered answered ->
          answered.login()
              ? new Counts(rows, pages, requests, tokenRequests + 1)
              : new Counts(rows, pages, requests + 1, tokenRequests);
      case RunEvent.Log _,
          RunEvent.IterationStarted _,
          RunEvent.Retrying _,
          RunEvent.Paused _,
          RunEvent.Sent _,
          RunEvent.Received _,
          RunEvent.Unanswered _,
          RunEvent.LeftOut _,
          RunEvent.Rows _,
          RunEvent.JobEnded _ ->
          this;
    };
  }
}

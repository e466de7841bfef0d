package dev.sluice.paging;

import dev.sluice.http.ApiRequest;

/// What comes after a page.
public sealed interface Step {

  /// One more page.
  ///
  /// @param request what to ask
  /// @param then decides on what follows the answer
  record Ask(ApiRequest request, Scroller then) implements Step {}

  /// No more pages.
  ///
  /// @param reason why
  record Stop(StopReason reason) implements Step {}
}

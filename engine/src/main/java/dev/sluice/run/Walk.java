package dev.sluice.run;

import java.util.Optional;

/// Walks through job instances, their pages and their children in the order of the configuration,
/// depth first (spec: jobs-and-paging §1). Everything that depends on order happens here, on one
/// thread.
///
/// @param committer takes what is met
record Walk(Committer committer) {

  /// Runs instances to their ends, one after another.
  ///
  /// @param starts the instances
  /// @throws dev.sluice.problem.UserError the first error in this order
  void run(Starts starts) {
    for (Optional<Starts.Start> next = starts.next(); next.isPresent(); next = starts.next()) {
      committer.log(next.get().log());
      next.get().feed().ifPresent(this::run);
    }
  }

  private void run(Feed feed) {
    committer.log(feed.job().log());
    Feed.Part part = feed.next();
    while (part instanceof Feed.Page(var page, Starts children)) {
      committer.commit(page);
      run(children);
      part = feed.next();
    }
    if (part instanceof Feed.End(var end)) {
      committer.end(feed.job(), end);
    }
  }
}

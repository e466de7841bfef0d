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
    for (Optional<Starts> children = next(feed); children.isPresent(); children = next(feed)) {
      run(children.get());
    }
  }

  /// Takes the next page, which nobody keeps afterwards.
  ///
  /// @return its children; nothing at the end
  private Optional<Starts> next(Feed feed) {
    return switch (feed.next()) {
      case Feed.Page(var page, Starts children) -> {
        committer.commit(page);
        yield Optional.of(children);
      }
      case Feed.End(var end) -> {
        committer.end(feed.job(), end);
        yield Optional.empty();
      }
    };
  }
}

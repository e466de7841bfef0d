package dev.sluice.run;

import dev.sluice.job.ChildStart;
import java.util.Iterator;

/// Decides when pages are fetched: [InlineFeeds] when they are asked for, [AheadFeeds] before that.
interface Feeds extends AutoCloseable {

  /// {@return the instances in order, with their pages}
  ///
  /// @param instances used by one thread at a time; `hasNext` must not throw, an instance that
  ///   can't be made fails in `next`, at its place
  Starts starts(Iterator<ChildStart> instances);

  /// Gives up what is under way. Never throws.
  @Override
  void close();
}

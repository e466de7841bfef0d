package dev.sluice.run;

import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/// Bounds how many pages wait for their turn to be committed. Safe for several threads.
///
/// A page may be fetched while fewer than `most` earlier ones are under way or waiting. So the page
/// that is committed next may always be fetched, whatever later pages hold: nothing can come to a
/// stand. At each level of child jobs there are at most `most` pages that wait.
final class Lookahead {
  private final int most;
  private final TreeSet<Position> uncommitted = new TreeSet<>();

  /// Begins with nothing under way.
  ///
  /// @param most at least 1
  Lookahead(int most) {
    this.most = most;
  }

  /// Waits until a page may be fetched, and counts it.
  ///
  /// @param position its place
  /// @throws CancellationException if the thread is interrupted
  synchronized void admit(Position position) {
    while (uncommitted.headSet(position).size() >= most) {
      try {
        wait();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new CancellationException("The run has ended.");
      }
    }
    uncommitted.add(position);
  }

  /// Takes note that a page's turn has come.
  ///
  /// @param position its place
  synchronized void turnCame(Position position) {
    uncommitted.remove(position);
    notifyAll();
  }
}

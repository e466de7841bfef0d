package dev.sluice.run;

import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/// Bounds what waits for its turn to be committed: how many pages, and what they take up. Safe for
/// several threads.
///
/// A page may be fetched while fewer than `most` earlier ones are under way or waiting, and all
/// that wait take up less than allowed. The page that is committed next may always be fetched,
/// whatever later pages hold: nothing can come to a stand. At each level of child jobs there are at
/// most `most` pages that wait.
final class Lookahead {
  /// At the beginning a page is expected to take up so many times the bytes of the longest answer
  /// that is kept in memory.
  private static final long FIRST_TIMES = 6;

  /// But no more than this part of what is allowed, so that so many requests may be under way.
  private static final int FIRST_PART = 8;

  private final int most;
  private final Load allowed;
  private final NavigableMap<Position, Load> uncommitted = new TreeMap<>();
  private Load waiting = Load.NONE;

  /// What a page takes up whose answer is not there yet.
  private Load expected;

  /// Begins with nothing under way.
  ///
  /// @param most pages, at least 1
  /// @param memory what they may take up
  Lookahead(int most, Memory memory) {
    this.most = most;
    this.allowed = new Load(memory.waitingBytes(), memory.waitingFileBytes());
    this.expected =
        new Load(Math.min(FIRST_TIMES * memory.bodyBytes(), allowed.heapBytes() / FIRST_PART), 0);
  }

  /// Waits until a page may be fetched, and counts it.
  ///
  /// @param position its place
  /// @throws CancellationException if the thread is interrupted
  synchronized void admit(Position position) {
    while (!isAdmitted(position)) {
      try {
        wait();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new CancellationException("The run has ended.");
      }
    }
    put(position, expected);
  }

  /// Takes note of what a page takes up.
  ///
  /// @param position its place
  /// @param load what it takes up
  synchronized void came(Position position, Load load) {
    expected = load.or(expected.minus(expected.part(FIRST_PART)));
    if (uncommitted.containsKey(position)) {
      put(position, load);
      notifyAll();
    }
  }

  /// Takes note that a page's turn has come.
  ///
  /// @param position its place
  synchronized void turnCame(Position position) {
    put(position, Load.NONE);
    uncommitted.remove(position);
    notifyAll();
  }

  private boolean isAdmitted(Position position) {
    int earlier = uncommitted.headMap(position).size();
    return earlier == 0 || (earlier < most && waiting.isBelow(allowed));
  }

  private void put(Position position, Load load) {
    Load before = uncommitted.put(position, load);
    waiting = waiting.plus(load).minus(before == null ? Load.NONE : before);
  }
}

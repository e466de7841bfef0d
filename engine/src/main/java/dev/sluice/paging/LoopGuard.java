package dev.sluice.paging;

import dev.sluice.event.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `loopGuard`: stops when the pages begin again, which the comparison with the previous response
/// does not see. Our addition, off unless asked for: pages may hold the same rows for good reasons.
///
/// The pages 1, 2, 4, 8, … are remembered. So a job that starts over at its first page is noticed
/// at once, and one that gets into a circle later on after a bounded number of pages, with few
/// pages to compare with however many there are.
///
/// @param inner decides otherwise
/// @param remembered pages the earliest first
/// @param pages the pages so far
record LoopGuard(Scroller inner, List<Seen> remembered, long pages) implements Scroller {

  /// A page that was remembered.
  ///
  /// @param page its number, from 1
  /// @param rows tells its rows from others
  record Seen(long page, String rows) {}

  static LoopGuard around(Scroller inner) {
    return new LoopGuard(inner, List.of(), 0);
  }

  @Override
  public Step next(PageFacts facts) {
    long page = pages + 1;
    List<Seen> now = remembered;
    if (facts.rowCount() > 0) {
      String rows = facts.rowsFingerprint();
      for (Seen seen : remembered) {
        if (seen.rows().equals(rows)) {
          return new Step.Stop(circle(page, seen.page()));
        }
      }
      now = Long.bitCount(page) == 1 ? plus(new Seen(page, rows)) : remembered;
    }
    List<Seen> then = now;
    return StopRuleScrollers.next(inner, facts, next -> new LoopGuard(next, then, page));
  }

  private List<Seen> plus(Seen seen) {
    List<Seen> longer = new ArrayList<>(remembered);
    longer.add(seen);
    return List.copyOf(longer);
  }

  private static StopReason circle(long page, long earlier) {
    return new StopReason(
        ("The API goes round in circles, stopping scrolling: page %d holds the same rows as page"
                + " %d.")
            .formatted(page, earlier),
        Optional.of(Level.WARNING));
  }
}

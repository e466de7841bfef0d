package dev.sluice.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The place of a page in the order of commit: root job, page, child, page, … counted from 0. A
/// page comes before its children, and they before the next page (spec: jobs-and-paging §1).
/// Immutable.
final class Position implements Comparable<Position> {
  /// What comes before the first root job.
  static final Position START = new Position(new int[0]);

  private final int[] steps;

  private Position(int[] steps) {
    this.steps = steps;
  }

  /// {@return the place of something below this one}
  ///
  /// @param step which of the things below, from 0
  Position below(int step) {
    int[] longer = Arrays.copyOf(steps, steps.length + 1);
    longer[steps.length] = step;
    return new Position(longer);
  }

  @Override
  public int compareTo(Position other) {
    return Arrays.compare(steps, other.steps);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Position position && Arrays.equals(steps, position.steps);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(steps);
  }

  @Override
  public String toString() {
    return Arrays.toString(steps);
  }
}

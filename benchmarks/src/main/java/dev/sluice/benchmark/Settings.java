package dev.sluice.benchmark;

import java.util.Iterator;
import java.util.List;

/// What the command line says.
///
/// @param workload what is extracted
/// @param rounds how often each side is measured
/// @param singleCore whether both sides have one core to themselves, the server the others
/// @param lossless whether the configuration has `lossless`
record Settings(Workload workload, int rounds, boolean singleCore, boolean lossless) {
  static final String USAGE =
      """
      usage: ./benchmark [--rounds N] [--rows N] [--page-size N] [--single-core] [--lossless]

        --rounds N      measure each side N times (5), after one time that does not count
        --rows N        how many rows (100000)
        --page-size N   rows on a page (1000)
        --single-core   pin both sides to core 0 with taskset, the server to the other cores
        --lossless      extract with "lossless": true

      How much memory is needed: ./benchmark memory
      What requests in flight at once are worth: ./benchmark children
      """;

  /// {@return the settings}
  ///
  /// @param args the arguments of `./benchmark`
  /// @throws IllegalArgumentException if they are none of [#USAGE]
  static Settings of(List<String> args) {
    int rounds = 5;
    int rows = 100_000;
    int pageSize = 1_000;
    boolean singleCore = false;
    boolean lossless = false;
    for (Iterator<String> left = args.iterator(); left.hasNext(); ) {
      switch (left.next()) {
        case "--rounds" -> rounds = number(left);
        case "--rows" -> rows = number(left);
        case "--page-size" -> pageSize = number(left);
        case "--single-core" -> singleCore = true;
        case "--lossless" -> lossless = true;
        default -> throw new IllegalArgumentException("unknown option");
      }
    }
    if (rows % pageSize != 0) {
      throw new IllegalArgumentException("--rows must be a multiple of --page-size");
    }
    return new Settings(new Workload(rows, pageSize), rounds, singleCore, lossless);
  }

  /// {@return the number that follows an option}
  static int number(Iterator<String> left) {
    int number = left.hasNext() ? Integer.parseInt(left.next()) : 0;
    if (number < 1) {
      throw new IllegalArgumentException("a number from 1 is missing");
    }
    return number;
  }
}

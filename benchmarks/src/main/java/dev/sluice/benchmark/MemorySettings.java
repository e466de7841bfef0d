package dev.sluice.benchmark;

import java.util.Iterator;
import java.util.List;

/// What `./benchmark memory` is asked for.
///
/// @param rows how many rows come in pages
/// @param responseMebibytes how long the single response is
/// @param heapMebibytes the limit of the heap
record MemorySettings(int rows, int responseMebibytes, int heapMebibytes) {
  static final String USAGE =
      """
      usage: ./benchmark memory [--quick] [--rows N] [--response MIB] [--heap MIB]

        --quick         200000 rows and a response of 64 MiB, to try it
        --rows N        how many rows come in pages of 1000 (5000000)
        --response MIB  how long the single response is (1024)
        --heap MIB      the limit of the heap, -Xmx (96)
      """;

  /// {@return the settings}
  ///
  /// @param args the arguments behind `memory`
  /// @throws IllegalArgumentException if they are none of [#USAGE]
  static MemorySettings of(List<String> args) {
    int rows = 5_000_000;
    int response = 1024;
    int heap = 96;
    for (Iterator<String> left = args.iterator(); left.hasNext(); ) {
      switch (left.next()) {
        case "--quick" -> {
          rows = 200_000;
          response = 64;
        }
        case "--rows" -> rows = Settings.number(left);
        case "--response" -> response = Settings.number(left);
        case "--heap" -> heap = Settings.number(left);
        default -> throw new IllegalArgumentException("unknown option");
      }
    }
    if (rows % RowStream.PAGE != 0) {
      throw new IllegalArgumentException("--rows must be a multiple of " + RowStream.PAGE);
    }
    return new MemorySettings(rows, response, heap);
  }

  /// {@return how many pages there are}
  int pages() {
    return rows / RowStream.PAGE;
  }

  /// {@return how many pages make a response that is at least as long as asked for}
  int pagesOfResponse() {
    long bytes = (long) responseMebibytes << 20;
    return Math.toIntExact(Math.ceilDiv(bytes, new RowStream().pageBytes() - 1));
  }
}

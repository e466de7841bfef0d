package dev.sluice.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts what the instances of one job did. Used by one thread.
final class JobTally {
  private final Map<String, Long> reasons = new LinkedHashMap<>();
  private long pages;
  private long rows;

  /// Counts a page.
  ///
  /// @param rowsOfPage how many rows it held
  void page(long rowsOfPage) {
    pages++;
    rows += rowsOfPage;
  }

  /// Counts an instance that ended.
  ///
  /// @param reason why
  void end(String reason) {
    reasons.merge(reason, 1L, Long::sum);
  }

  /// {@return the number of pages}
  long pages() {
    return pages;
  }

  /// {@return the number of rows}
  long rows() {
    return rows;
  }

  /// {@return why the instances ended; with counts if there were several reasons}
  String reason() {
    if (reasons.isEmpty()) {
      return "Not started.";
    }
    return reasons.entrySet().stream()
        .map(entry -> (entry.getValue() > 1 ? entry.getValue() + " × " : "") + entry.getKey())
        .collect(Collectors.joining(" "));
  }
}

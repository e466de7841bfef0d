package dev.sluice.config;

import java.util.List;

/// The parts of rows that are kept as JSON text: `responseFilter` (spec: jobs-and-paging §4).
///
/// @param paths applied in this order, each relative to a row; `[]` at the end of a step means each
///   element
/// @param delimiter what separates the steps; not empty
public record ResponseFilterPaths(List<String> paths, String delimiter) {
  /// Nothing is kept.
  public static final ResponseFilterPaths NONE = new ResponseFilterPaths(List.of(), ".");

  /// Keeps an unmodifiable copy.
  public ResponseFilterPaths {
    paths = List.copyOf(paths);
  }
}

package dev.sluice.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what becomes of a job's responses (spec: jobs-and-paging §2.5, §3.2, §4).
final class JobRowsReader {
  private static final String USUAL_DELIMITER = ".";

  private JobRowsReader() {}

  /// {@return where the rows are, what their table is called, what is kept as JSON}
  ///
  /// @param node the job
  /// @param endpoint as configured: the table's name when the job gives none
  static Job.Rows read(ConfigNode node, String endpoint) {
    return new Job.Rows(
        dataField(node.at("dataField")),
        node.at("dataType").nonEmptyText().orElse(endpoint),
        filter(node.at("responseFilter"), node.at("responseFilterDelimiter")));
  }

  private static Optional<DataField> dataField(ConfigNode node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!node.isMapOrList()) {
      return node.nonEmptyText().map(path -> new DataField(path, USUAL_DELIMITER));
    }
    Optional<String> path = node.at("path").nonEmptyText();
    if (path.isEmpty()) {
      node.error(
          "'dataField.path' must be set!",
          "Write the path as a text, or as {\"path\": …, \"delimiter\": …}.");
    }
    return path.map(steps -> new DataField(steps, delimiter(node.at("delimiter"))));
  }

  private static ResponseFilterPaths filter(ConfigNode node, ConfigNode delimiter) {
    if (node.isEmpty()) {
      return ResponseFilterPaths.NONE;
    }
    List<String> paths = new ArrayList<>();
    for (ConfigNode item : node.isMapOrList() ? node.items() : List.of(node)) {
      item.text()
          .ifPresentOrElse(
              paths::add,
              () -> item.error("The 'responseFilter' must be a path or a list of paths."));
    }
    return new ResponseFilterPaths(paths, delimiter(delimiter));
  }

  private static String delimiter(ConfigNode node) {
    return node.nonEmptyText().orElse(USUAL_DELIMITER);
  }
}

package dev.sluice.config;

import java.util.ArrayList;
import java.util.List;

/// Finds misspelt data types in `mappings`. They are allowed: the rows are converted automatically,
/// and the mapping gives a table without rows (spec: tables §4.1, T-06).
final class MappedTypes {
  private MappedTypes() {}

  /// Warns of each mapping whose data type no job has, while a job without a mapping has nearly the
  /// same.
  ///
  /// @param node `parameters.config.mappings`
  /// @param mappings what was read there
  /// @param jobs the jobs of the iteration
  static void check(ConfigNode node, Mappings mappings, List<Job> jobs) {
    List<String> types = new ArrayList<>();
    jobs.forEach(job -> addTypes(job, types));
    List<String> unmapped = types.stream().filter(type -> mappings.find(type).isEmpty()).toList();
    for (TableMapping mapping : mappings.tables()) {
      String type = mapping.table();
      if (!types.contains(type)) {
        SimilarKeys.similar(type, unmapped)
            .ifPresent(meant ->
                node.at(type)
                    .warning(
                        "No job has the data type '" + type + "', so its table has no rows.",
                        "Did you mean '" + meant + "'?"));
      }
    }
  }

  private static void addTypes(Job job, List<String> types) {
    types.add(job.rows().dataType());
    job.children().forEach(child -> addTypes(child, types));
  }
}

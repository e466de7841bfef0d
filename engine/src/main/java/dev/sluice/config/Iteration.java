package dev.sluice.config;

import dev.sluice.function.Section;
import dev.sluice.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// One pass over the jobs: `parameters.config`, with the keys of one element of
/// `parameters.iterations` in place of its own (spec: run-and-http §3.4). Immutable.
///
/// @param api where the API is
/// @param authentication how to log in
/// @param pagination how further pages are found
/// @param jobs what to read, in order; at least one
/// @param output what becomes of the rows
/// @param attributes what functions see as `attr`: the effective `config` without `jobs`
/// @param userData extra columns of root jobs
/// @param debug whether debug lines are wanted
public record Iteration(
    Api api,
    Authentication authentication,
    Pagination pagination,
    List<Job> jobs,
    Output output,
    JsonObject attributes,
    Section userData,
    boolean debug) {

  /// Keeps an unmodifiable copy.
  public Iteration {
    jobs = List.copyOf(jobs);
  }

  /// What becomes of the rows.
  ///
  /// @param bucket the output bucket; empty for the platform's default one (spec: run-and-http
  ///   §1.7)
  /// @param incremental the manifests' flag
  /// @param compatLevel 1 for the legacy conversion and filter, 2 for the legacy filter, 3
  ///   otherwise (spec: run-and-http §3.3)
  /// @param lossless whether values are kept which the original loses (spec: README G-04)
  /// @param mappings explicit tables by data type; empty for automatic ones only
  public record Output(
      Optional<String> bucket,
      boolean incremental,
      int compatLevel,
      boolean lossless,
      Mappings mappings) {}
}

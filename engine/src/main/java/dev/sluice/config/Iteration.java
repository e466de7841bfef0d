package dev.sluice.config;

import dev.sluice.function.Section;
import dev.sluice.json.JsonObject;
import java.util.List;

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
    OutputSettings output,
    JsonObject attributes,
    Section userData,
    boolean debug) {

  /// Keeps an unmodifiable copy.
  public Iteration {
    jobs = List.copyOf(jobs);
  }

  /// {@return this iteration with other settings and jobs}
  ///
  /// @param otherApi where the API is
  /// @param otherJobs what to read
  public Iteration with(Api otherApi, List<Job> otherJobs) {
    return new Iteration(
        otherApi, authentication, pagination, otherJobs, output, attributes, userData, debug);
  }
}

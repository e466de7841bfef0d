package dev.sluice.config;

import dev.sluice.function.Section;
import dev.sluice.problem.ConfigPath;
import java.util.List;
import java.util.Optional;

/// One entry of `jobs` or of a job's `children` (spec: jobs-and-paging §2). Nothing in it is
/// evaluated yet.
///
/// @param path where it stands
/// @param id its `id`, else a hash of its content
/// @param request what is asked
/// @param rows where the rows are in a response, and what becomes of them
/// @param userData extra columns; a single value stands under `job_parent_id`
/// @param rule which rows of its parent a child runs for, and with what; of a root job only what
///   the check of hosts puts into its address
/// @param children its own child jobs, in order
public record Job(
    ConfigPath path,
    String id,
    Ask request,
    Rows rows,
    Section userData,
    ChildRule rule,
    List<Job> children) {

  /// Keeps an unmodifiable copy.
  public Job {
    children = List.copyOf(children);
  }

  /// {@return this job with other child jobs}
  ///
  /// @param other in order
  public Job withChildren(List<Job> other) {
    return new Job(path, id, request, rows, userData, rule, other);
  }

  /// What a job asks for.
  ///
  /// @param endpoint relative, absolute path or absolute URL; not empty
  /// @param method `GET`, `POST` or `FORM`, if the job names one
  /// @param params parameters of each page
  /// @param headers headers of each page
  /// @param scroller the name it chooses under the pagination method `multiple`
  public record Ask(
      String endpoint,
      Optional<String> method,
      Section params,
      Section headers,
      Optional<String> scroller) {}

  /// What becomes of a response.
  ///
  /// @param dataField where the rows are; found by itself when there is none
  /// @param dataType the name of the table or mapping
  /// @param filter what is kept as JSON text
  public record Rows(Optional<DataField> dataField, String dataType, ResponseFilterPaths filter) {}

  /// How a child depends on its parent's rows.
  ///
  /// @param placeholders what is put into the endpoint, in order
  /// @param recursionFilter the condition that a row has to meet
  public record ChildRule(
      List<Placeholder> placeholders, Optional<RecursionFilter> recursionFilter) {
    /// The rule of a root job.
    public static final ChildRule NONE = new ChildRule(List.of(), Optional.empty());

    /// Keeps an unmodifiable copy.
    public ChildRule {
      placeholders = List.copyOf(placeholders);
    }
  }
}

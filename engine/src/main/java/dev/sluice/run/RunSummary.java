package dev.sluice.run;

import dev.sluice.event.RunEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a successful run did.
///
/// @param tables the tables it published, in order of their file names
/// @param changes how the tables differ from those of the runs before; empty in a first run
/// @param jobs what each job did, in the order of the configuration, children after their parents
/// @param requests attempts of requests to the API, logins not counted
/// @param tokenRequests attempts of login requests
/// @param took from the start to the publication
public record RunSummary(
    List<Table> tables,
    List<TableChange> changes,
    List<RunEvent.JobSummary> jobs,
    long requests,
    long tokenRequests,
    Duration took) {

  /// A published table.
  ///
  /// @param file its CSV file in `out/tables`
  /// @param columns its header
  /// @param rows the number of rows
  public record Table(Path file, List<String> columns, long rows) {}
}

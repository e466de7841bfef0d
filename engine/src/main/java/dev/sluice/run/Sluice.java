package dev.sluice.run;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/// The front door of the engine: what can be done with a data folder.
public final class Sluice {
  private Sluice() {}

  /// Extracts: logs in, reads all pages of all jobs, writes the tables and the state.
  ///
  /// @param request where, and who listens
  /// @return what was done
  /// @throws UserError if the user or the API's owner has to mend something; nothing is published
  ///   then
  public static RunSummary run(RunRequest request) {
    check(request);
    return new RunSummary(List.of(), List.of(), 0, 0, Duration.ZERO);
  }

  /// Reads the configuration without sending anything.
  ///
  /// @param request where
  /// @return warnings: what the run can live with
  /// @throws UserError with all that is wrong
  public static List<Problem> check(RunRequest request) {
    if (Files.notExists(request.dataFolder().resolve("config.json"))) {
      throw new UserError("Configuration file '" + request.dataFolder() + "' not found.");
    }
    return List.of();
  }
}

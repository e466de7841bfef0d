package dev.sluice.table;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.file.Path;

/// Says that rows could not be kept in a temporary file.
public final class SpoolFault {
  private SpoolFault() {}

  /// {@return the error}
  ///
  /// @param place the file, or the folder in which it could not be made
  /// @param cause what the disk says
  public static UserError of(Path place, IOException cause) {
    return new UserError(
        Problem.of(
            "Cannot keep rows in '" + place + "': " + cause.getMessage(),
            "The run needs about as much free space there as the responses have altogether."),
        cause);
  }
}

package dev.sluice.destination.csv;

import dev.sluice.problem.UserError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The files of a data folder (spec: run-and-http §1.1).
///
/// @param root the folder itself
public record DataPaths(Path root) {
  private static final String USUAL = "/data";

  /// {@return the folder of a run: the command's argument, else the environment's `KBC_DATADIR`,
  /// else `/data`} Trailing slashes don't count (spec: README G-06).
  ///
  /// @param argument the folder named on the command line
  /// @param variable the value of `KBC_DATADIR`
  /// @throws UserError if no folder can have that name
  public static DataPaths locate(Optional<String> argument, Optional<String> variable) {
    String name =
        argument
            .filter(text -> !text.isEmpty())
            .or(() -> variable)
            .map(DataPaths::trimmed)
            .orElse("");
    try {
      return new DataPaths(Path.of(name.isEmpty() ? USUAL : name));
    } catch (InvalidPathException e) {
      throw new UserError("Cannot use '" + name + "' as data folder: " + e.getReason() + ".");
    }
  }

  /// {@return the configuration}
  public Path config() {
    return root.resolve("config.json");
  }

  /// {@return the state that the last run left, if it was put there}
  public Path inState() {
    return root.resolve("in").resolve("state.json");
  }

  /// {@return the folder that holds all that a run makes}
  public Path out() {
    return root.resolve("out");
  }

  /// {@return the folder of the tables}
  public Path tables() {
    return out().resolve("tables");
  }

  /// {@return the state for the next run}
  public Path outState() {
    return out().resolve("state.json");
  }

  /// {@return the folder of kept responses, used only with `parameters.cache`}
  public Path cache() {
    return root.resolve("cache");
  }

  /// {@return our own folder: the tables in the making, the journal, the list of published files}
  /// It lies beside `tables` so that publishing is renaming.
  Path own() {
    return out().resolve(".sluice");
  }

  /// {@return the folder for answers that are too long for the memory} It is gone when the run is
  /// over; what a run that was killed left there, the next one removes.
  public Path answers() {
    return staging().resolve("answers");
  }

  Path staging() {
    return own().resolve("staging");
  }

  Path journal() {
    return own().resolve("journal.json");
  }

  Path published() {
    return own().resolve("published.json");
  }

  Path lock() {
    return own().resolve("lock");
  }

  private static String trimmed(String name) {
    int end = name.length();
    while (end > 0 && name.charAt(end - 1) == '/') {
      end--;
    }
    return name.substring(0, end);
  }
}

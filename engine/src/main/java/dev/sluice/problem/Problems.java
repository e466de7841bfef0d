package dev.sluice.problem;

import java.util.ArrayList;
import java.util.List;

/// Gathers all problems, warnings and hints of a configuration, so that they are reported together.
/// Not thread-safe.
public final class Problems {
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final List<Problem> hints = new ArrayList<>();

  /// Notes something that makes the configuration unusable.
  ///
  /// @param path where
  /// @param message what is wrong
  /// @param remedy what to do; may be empty
  public void error(ConfigPath path, String message, String remedy) {
    errors.add(Problem.at(path, message, remedy));
  }

  /// Notes something that the run can live with.
  ///
  /// @param path where
  /// @param message what is odd
  /// @param remedy what to do; may be empty
  public void warning(ConfigPath path, String message, String remedy) {
    warnings.add(Problem.at(path, message, remedy));
  }

  /// Notes something that may be a mistake and that a run need not mention.
  ///
  /// @param path where
  /// @param message what is odd
  /// @param remedy what to do; may be empty
  public void hint(ConfigPath path, String message, String remedy) {
    hints.add(Problem.at(path, message, remedy));
  }

  /// {@return the errors so far, in the order of their discovery}
  public List<Problem> errors() {
    return List.copyOf(errors);
  }

  /// {@return the warnings so far, in the order of their discovery}
  public List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /// {@return the hints so far, in the order of their discovery}
  public List<Problem> hints() {
    return List.copyOf(hints);
  }

  /// Ends the reading if there is an error.
  ///
  /// @throws UserError with all errors, if there are any
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new UserError(errors);
    }
  }
}

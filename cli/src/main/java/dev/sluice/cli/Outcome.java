package dev.sluice.cli;

import dev.sluice.auth.LoginReport;
import dev.sluice.config.Configuration;
import dev.sluice.problem.UserError;
import dev.sluice.run.RunSummary;
import java.util.List;

/// How a command ended.
sealed interface Outcome {
  /// Success.
  int SUCCESS = 0;

  /// The user or the API's owner has to mend something (spec: README G-01).
  int USER_ERROR = 1;

  /// A defect of ours (spec: README G-01).
  int DEFECT = 2;

  /// Ended by Ctrl-C.
  int INTERRUPTED = 130;

  /// {@return the exit code}
  default int exitCode() {
    return switch (this) {
      case Finished _, Valid _, LoggedIn _, Evaluated _ -> SUCCESS;
      case Failed _ -> USER_ERROR;
      case Defect _ -> DEFECT;
      case Interrupted _ -> INTERRUPTED;
    };
  }

  /// A run published its tables.
  ///
  /// @param summary what it did
  record Finished(RunSummary summary) implements Outcome {}

  /// A configuration can be run.
  ///
  /// @param configuration the configuration, with its warnings
  record Valid(Configuration configuration) implements Outcome {}

  /// The logins of a configuration succeeded.
  ///
  /// @param logins what each gave; empty when there is none to make
  record LoggedIn(List<LoginReport> logins) implements Outcome {}

  /// A function was evaluated, and its value shown.
  record Evaluated() implements Outcome {}

  /// Something has to be mended.
  ///
  /// @param error what
  record Failed(UserError error) implements Outcome {}

  /// Something that must not happen.
  ///
  /// @param cause what was thrown
  record Defect(Throwable cause) implements Outcome {}

  /// The user did not want to wait.
  ///
  /// @param isClear whether the engine could still discard what it had begun
  record Interrupted(boolean isClear) implements Outcome {}
}

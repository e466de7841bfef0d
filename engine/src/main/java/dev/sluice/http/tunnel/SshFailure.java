package dev.sluice.http.tunnel;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;

/// The SSH server could not be reached, or did not let us in.
final class SshFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /// Describes a failure.
  ///
  /// @param reason in the words of the `ssh` command where it has some
  /// @param remedy what to do
  /// @param cause what led to it
  SshFailure(String reason, String remedy, Exception cause) {
    // The original quotes both streams of the ssh command; there is no command here.
    super("Unable to create ssh tunnel. Output:  ErrorOutput: " + reason, cause);
    this.remedy = remedy;
  }

  /// {@return what happened}
  String message() {
    return String.valueOf(getMessage());
  }

  /// {@return the failure as the end of the run}
  UserError asUserError() {
    return new UserError(Problem.of(message(), remedy), this);
  }
}

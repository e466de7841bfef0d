package dev.sluice.run;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.secret.Redactor;
import java.util.List;
import java.util.function.Supplier;

/// Masks secrets in errors that leave the engine, as `RedactedEvents` does in events.
final class RedactedErrors {
  private RedactedErrors() {}

  /// {@return what the work gives}
  ///
  /// @param redactor knows the secrets
  /// @param work what to do
  /// @throws UserError what the work threw, masked
  static <T> T of(Redactor redactor, Supplier<T> work) {
    try {
      return work.get();
    } catch (UserError e) {
      throw new UserError(of(redactor, e.problems()), e);
    }
  }

  /// {@return the problems with secrets masked}
  ///
  /// @param redactor knows the secrets
  /// @param problems errors or warnings
  static List<Problem> of(Redactor redactor, List<Problem> problems) {
    return problems.stream()
        .map(problem ->
            new Problem(
                redactor.redact(problem.message()),
                problem.path(),
                redactor.redact(problem.remedy())))
        .toList();
  }
}

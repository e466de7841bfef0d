package dev.sluice.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The run can't go on for reasons which the user or the API's owner can mend: exit code 1 (spec:
/// README G-01).
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /// Reports several problems at once.
  ///
  /// @param problems at least one
  public UserError(List<Problem> problems) {
    super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /// Reports one problem.
  ///
  /// @param problem what is wrong
  public UserError(Problem problem) {
    this(List.of(problem));
  }

  /// Reports a problem that has no place in the configuration and needs no remedy.
  ///
  /// @param message what is wrong
  public UserError(String message) {
    this(Problem.of(message, ""));
  }

  /// Reports a problem with what caused it, which is shown at debug level only.
  ///
  /// @param problem what is wrong
  /// @param cause what led to it
  public UserError(Problem problem, Throwable cause) {
    this(problem);
    initCause(cause);
  }

  /// Reports several problems with what caused them, which is shown at debug level only.
  ///
  /// @param problems at least one
  /// @param cause what led to them
  public UserError(List<Problem> problems, Throwable cause) {
    this(problems);
    initCause(cause);
  }

  /// {@return this error with a place and advice for those of its problems that have none}
  ///
  /// @param path where in the configuration
  /// @param remedy what to do; may be empty
  public UserError completed(ConfigPath path, String remedy) {
    return new UserError(
        problems.stream()
            .map(problem ->
                new Problem(
                    problem.message(),
                    problem.path().or(() -> Optional.of(path)),
                    problem.remedy().isEmpty() ? remedy : problem.remedy()))
            .toList(),
        this);
  }

  /// {@return what is wrong; at least one}
  public List<Problem> problems() {
    return problems;
  }
}

package dev.sluice.auth;

import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;

/// Errors that say where in the configuration they come from.
final class Placed {
  /// The login's address.
  static final ConfigPath ENDPOINT =
      ConfigPath.of("parameters.api.authentication.loginRequest.endpoint");

  /// The section of the method.
  static final ConfigPath SECTION = ConfigPath.of("parameters.api.authentication");

  private Placed() {}

  /// {@return the error with a place for those of its problems that have none}
  ///
  /// @param path where in the configuration
  /// @param error what went wrong
  static UserError at(ConfigPath path, UserError error) {
    var placed =
        new UserError(
            error.problems().stream()
                .map(problem ->
                    problem.path().isPresent()
                        ? problem
                        : Problem.at(path, problem.message(), problem.remedy()))
                .toList());
    placed.initCause(error);
    return placed;
  }

  /// {@return the error with advice for those of its problems that come with none}
  ///
  /// @param error what went wrong
  /// @param remedy what to do
  static UserError withRemedy(UserError error, String remedy) {
    var advised =
        new UserError(
            error.problems().stream()
                .map(problem ->
                    problem.remedy().isEmpty()
                        ? new Problem(problem.message(), problem.path(), remedy)
                        : problem)
                .toList());
    advised.initCause(error);
    return advised;
  }
}

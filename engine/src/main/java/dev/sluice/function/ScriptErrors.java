package dev.sluice.function;

import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;

/// The errors of functions and references (spec: functions §8).
final class ScriptErrors {
  private static final String PREFIX = "User script error: ";

  private ScriptErrors() {}

  static UserError of(String fault) {
    return of(fault, "");
  }

  static UserError of(String fault, String remedy) {
    return new UserError(Problem.of(PREFIX + fault, remedy));
  }

  static Problem at(ConfigPath path, String fault, String remedy) {
    return Problem.at(path, PREFIX + fault, remedy);
  }

  static String notFound(String context, String key) {
    return "Error evaluating user function - " + context + " '" + key + "' not found!";
  }
}

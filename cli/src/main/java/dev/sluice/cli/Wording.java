package dev.sluice.cli;

import dev.sluice.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// The words for failures that all text renderings share.
final class Wording {
  private Wording() {}

  /// {@return one line for each problem, numbered when there are several}
  ///
  /// @param failed what has to be mended
  static List<String> of(Outcome.Failed failed) {
    List<Problem> problems = failed.error().problems();
    if (problems.size() == 1) {
      return List.of(problems.getFirst().text());
    }
    List<String> lines = new ArrayList<>();
    for (Problem problem : problems) {
      lines.add((lines.size() + 1) + ". " + problem.text());
    }
    return lines;
  }

  /// {@return a line that says that it is not the user's fault, and where it happened}
  ///
  /// The message of the exception is left out: nobody has looked whether it holds a secret.
  ///
  /// @param defect what happened
  static String of(Outcome.Defect defect) {
    Throwable cause = defect.cause();
    String place = ours(cause.getStackTrace());
    return "This is a defect of Sluice, not of your configuration: "
        + cause.getClass().getSimpleName()
        + (place.isEmpty() ? "" : " at " + place)
        + ". Please report it with the output of the same command with --debug.";
  }

  /// {@return a line for a command that was stopped}
  ///
  /// @param interrupted whether it could still clear away what it had begun
  static String of(Outcome.Interrupted interrupted) {
    return interrupted.isClear()
        ? "Interrupted. Nothing was published."
        : "Interrupted. The next run clears away what is left of this one.";
  }

  /// {@return where something was thrown and what caused it, line by line, without the messages}
  ///
  /// @param thrown an exception or error
  static List<String> trace(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      lines.add((lines.isEmpty() ? "" : "caused by ") + cause.getClass().getName());
      for (StackTraceElement frame : cause.getStackTrace()) {
        lines.add("    at " + frame);
      }
    }
    return lines;
  }

  private static String ours(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      if (frame.getClassName().startsWith("dev.sluice.")) {
        return frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }
}

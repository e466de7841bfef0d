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

  /// {@return the stack trace of a defect and of its causes, without their messages}
  ///
  /// @param defect what happened
  static String trace(Outcome.Defect defect) {
    var text = new StringBuilder();
    for (Throwable cause = defect.cause(); cause != null; cause = cause.getCause()) {
      text.append(text.isEmpty() ? "" : "\ncaused by ").append(cause.getClass().getName());
      for (StackTraceElement frame : cause.getStackTrace()) {
        text.append("\n    at ").append(frame);
      }
    }
    return text.toString();
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

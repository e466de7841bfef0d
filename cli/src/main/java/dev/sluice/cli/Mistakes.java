package dev.sluice.cli;

import dev.sluice.problem.UserError;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// What becomes of a command that can't be understood, or that fails outside an [Attempt].
///
/// @param shell knows how the user calls Sluice
record Mistakes(Shell shell) implements IParameterExceptionHandler, IExecutionExceptionHandler {

  /// A wrong option is a mistake of the user's, like a wrong configuration (spec: README G-01).
  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(Style.of(shell, false).red("error: ") + message(mistake));
    UnmatchedArgumentException.printSuggestions(mistake, err);
    String name = command.getCommandSpec().qualifiedName().substring("sluice".length());
    err.println("See: " + shell.command() + name + " --help");
    return Outcome.USER_ERROR;
  }

  private static String message(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String argument = "'" + unmatched.getUnmatched().getFirst() + "'";
      return mistake.getCommandLine().getParent() == null
          ? "There is no command " + argument + "."
          : "The argument " + argument + " is one too many.";
    }
    return String.valueOf(mistake.getMessage());
  }

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine command, ParseResult arguments) {
    Outcome outcome =
        thrown instanceof UserError error ? new Outcome.Failed(error) : new Outcome.Defect(thrown);
    new HumanLog(shell, Style.of(shell, false), System::nanoTime).end(outcome);
    return outcome.exitCode();
  }
}

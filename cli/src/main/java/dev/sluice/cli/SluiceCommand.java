package dev.sluice.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `sluice` itself: shows what it can do.
@Command(
    name = "sluice",
    description = "Pulls data out of web APIs into CSV tables, told by one JSON file.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = HelpCommand.class)
final class SluiceCommand implements Callable<Integer> {
  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  private SluiceCommand(Shell shell) {
    this.shell = shell;
  }

  /// {@return the command line with all commands}
  ///
  /// @param shell what they know of the outside
  static CommandLine commandLine(Shell shell) {
    CommandLine line =
        new CommandLine(new SluiceCommand(shell))
            .addSubcommand(new DemoCommand(shell))
            .addSubcommand(new InitCommand(shell, Prompt.ofProcess()))
            .addSubcommand(new ValidateCommand(shell))
            .addSubcommand(new TokenCommand(shell))
            .addSubcommand(new RunCommand(shell))
            .addSubcommand(new CompletionCommand(shell))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
    line.getSubcommands().values().forEach(SluiceCommand::mistakesAreTheUsers);
    return mistakesAreTheUsers(line);
  }

  /// A wrong option is a mistake of the user's, like a wrong configuration (spec: README G-01).
  private static CommandLine mistakesAreTheUsers(CommandLine command) {
    command.getCommandSpec().exitCodeOnInvalidInput(Outcome.USER_ERROR);
    command.getCommandSpec().exitCodeOnExecutionException(Outcome.DEFECT);
    return command;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(shell.out());
    return Outcome.USER_ERROR;
  }
}

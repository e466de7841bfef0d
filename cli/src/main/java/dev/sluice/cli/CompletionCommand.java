package dev.sluice.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `sluice completion`: lets the shell complete commands and options.
@Command(
    name = "completion",
    header = "Print a completion script for bash or zsh.",
    description = "%nFor this session: source <(sluice completion)%n")
final class CompletionCommand implements Callable<Integer> {
  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.out().print(AutoComplete.bash("sluice", spec.root().commandLine()));
    shell.out().flush();
    return Outcome.SUCCESS;
  }
}

package dev.sluice.cli;

import dev.sluice.run.Sluice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `sluice validate`: reads the configuration and sends nothing.
@Command(
    name = "validate",
    description =
        "Check the configuration without sending anything: all problems at once, with their places.")
final class ValidateCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final DataFolderArgument data = new DataFolderArgument();
  @Mixin private final LogOptions logging = new LogOptions();

  ValidateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    RunLog log = logging.open(shell, LogOptions.Format.TEXT);
    return Attempt.of(
        log, () -> new Outcome.Valid(Sluice.check(data.request(shell, log)).warnings()));
  }
}

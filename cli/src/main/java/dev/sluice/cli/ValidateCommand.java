package dev.sluice.cli;

import dev.sluice.run.Sluice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `sluice validate`: reads the configuration and sends nothing.
@Command(
    name = "validate",
    header = "Check a configuration without sending anything.",
    description = "%nReports all problems at once, each with its place in config.json.%n")
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
    return Attempt.of(log, () -> new Outcome.Valid(Sluice.check(data.request(shell, log))))
        .exitCode();
  }
}

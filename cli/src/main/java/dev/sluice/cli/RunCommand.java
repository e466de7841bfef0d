package dev.sluice.cli;

import dev.sluice.run.Sluice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `sluice run`: extracts.
@Command(
    name = "run",
    description = "Extract: read all pages of all jobs and write the tables to DATADIR/out/tables.")
final class RunCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final DataFolderArgument data = new DataFolderArgument();
  @Mixin private final LogOptions logging = new LogOptions();

  RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    RunLog log = logging.open(shell, LogOptions.Format.PLATFORM);
    return Attempt.of(log, () -> new Outcome.Finished(Sluice.run(data.request(shell, log))));
  }
}

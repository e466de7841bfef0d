package dev.sluice.cli;

import dev.sluice.problem.UserError;
import dev.sluice.run.RunRequest;
import dev.sluice.run.Sluice;
import java.time.InstantSource;
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
    try (RunLog log = logging.open(shell, LogOptions.Format.PLATFORM)) {
      Outcome outcome = outcome(log);
      log.end(outcome);
      return outcome.exitCode();
    }
  }

  private Outcome outcome(RunLog log) {
    var request =
        new RunRequest(
            data.folder(shell),
            data.secrets(),
            InstantSource.system(),
            RunRequest.Proxies.NONE,
            log);
    try {
      return new Outcome.Finished(Sluice.run(request));
    } catch (UserError e) {
      return new Outcome.Failed(e);
    }
  }
}

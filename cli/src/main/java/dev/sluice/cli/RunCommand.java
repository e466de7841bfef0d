package dev.sluice.cli;

import dev.sluice.run.Sluice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `sluice run`: extracts.
@Command(
    name = "run",
    header = "Extract: read all pages of all jobs, write the tables.",
    description = {
      "%nPublishes the tables in DATADIR/out/tables, with their manifests and the state for the next run: all of"
          + " them together at the end, or nothing when something goes wrong.%n"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "  0:success",
      "  1:something you or the API's owner can mend; the message says what",
      "  2:a defect of Sluice",
      "130:stopped by Ctrl-C"
    })
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
    return Attempt.of(log, () -> new Outcome.Finished(Sluice.run(data.request(shell, log))))
        .exitCode();
  }
}

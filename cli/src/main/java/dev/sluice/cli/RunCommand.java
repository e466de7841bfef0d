package dev.sluice.cli;

import dev.sluice.run.Sluice;
import java.nio.file.Path;
import java.util.Optional;
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

  @Mixin private final DataFolderArgument data;
  @Mixin private final LogOptions logging = new LogOptions();

  /// A command that picocli fills.
  ///
  /// @param shell what it knows of the outside
  RunCommand(Shell shell) {
    this(shell, new DataFolderArgument());
  }

  private RunCommand(Shell shell, DataFolderArgument data) {
    this.shell = shell;
    this.data = data;
  }

  /// {@return the command, if it was typed in its plain form, `run` or `run DATADIR`}
  ///
  /// This is how a platform calls us, and picocli would take longer to start (0.1 s) than all else
  /// before the first request.
  ///
  /// @param shell what the command knows of the outside
  /// @param arguments what the user typed
  static Optional<RunCommand> ofPlainForm(Shell shell, String... arguments) {
    boolean isPlain =
        arguments.length > 0
            && arguments.length <= 2
            && arguments[0].equals("run")
            && !arguments[arguments.length - 1].matches("[-@].*|");
    return isPlain
        ? Optional.of(
            new RunCommand(
                shell,
                new DataFolderArgument(
                    arguments.length == 1 ? Optional.empty() : Optional.of(Path.of(arguments[1])))))
        : Optional.empty();
  }

  @Override
  public Integer call() {
    RunLog log = logging.open(shell, LogOptions.Format.PLATFORM);
    return Attempt.of(log, () -> new Outcome.Finished(Sluice.run(data.request(shell, log))))
        .exitCode();
  }
}

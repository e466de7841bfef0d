package dev.sluice.cli;

import dev.sluice.action.ActionFailure;
import dev.sluice.action.HeadlessAction;
import dev.sluice.event.Events;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonWriter;
import dev.sluice.run.Sluice;
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

  @Mixin private final DataFolderArgument data = new DataFolderArgument();
  @Mixin private final LogOptions logging = new LogOptions();

  RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Optional<HeadlessAction> action = HeadlessAction.in(data.request(shell, Events.NONE));
    if (action.isPresent()) {
      return perform(action.get());
    }
    RunLog log = logging.open(shell, LogOptions.Format.PLATFORM);
    return Attempt.of(log, () -> new Outcome.Finished(Sluice.run(data.request(shell, log))))
        .exitCode();
  }

  /// Standard output gets one document and nothing else (spec: README G-07).
  private int perform(HeadlessAction action) {
    HeadlessAction.Output output;
    int code;
    try {
      output = action.perform(data.request(shell, Events.NONE));
      code = output.isSuccess() ? Outcome.SUCCESS : Outcome.USER_ERROR;
    } catch (RuntimeException e) {
      String message = Wording.of(new Outcome.Defect(e));
      output = HeadlessAction.failure(ActionFailure.of("defect", message, ""), JsonObject.EMPTY);
      code = Outcome.DEFECT;
    }
    output.notes().forEach(shell.err()::println);
    shell.out().println(JsonWriter.compact(output.document()));
    return code;
  }
}

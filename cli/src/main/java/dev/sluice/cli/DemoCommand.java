package dev.sluice.cli;

import dev.sluice.demo.Demo;
import dev.sluice.destination.csv.FirstRows;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.run.RunRequest;
import dev.sluice.run.RunSummary;
import dev.sluice.run.Sluice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sluice demo`: a whole extraction against an embedded API.
@Command(
    name = "demo",
    header = "See a whole extraction at work; nothing leaves this machine.",
    description =
        "%nStarts an authorization server and the API of a shop, writes a data folder for them, extracts, and shows"
            + " the tables.%n")
final class DemoCommand implements Callable<Integer> {
  private static final int ROWS_SHOWN = 3;

  private final Shell shell;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The data folder to write. Default: sluice-demo.")
  private Path folder = Path.of("sluice-demo");

  @Option(
      names = "--serve",
      description =
          "Keep the servers running until Ctrl-C, so that the other commands can be tried on the folder.")
  private boolean serve;

  @Mixin private final LogOptions logging = new LogOptions();

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Demo demo = start()) {
      Outcome outcome = extract(demo);
      if (outcome instanceof Outcome.Finished(RunSummary summary)) {
        if (logging.isText()) {
          show(summary);
          say(serve ? whileServing(demo) : afterwards());
        }
        if (serve) {
          new CountDownLatch(1).await();
        }
      }
      return outcome.exitCode();
    }
  }

  private static Demo start() {
    try {
      return Demo.start();
    } catch (IOException e) {
      throw new UserError(
          Problem.of("The servers of the demo could not be started: " + e.getMessage(), ""), e);
    }
  }

  private Outcome extract(Demo demo) {
    RunLog log = logging.open(shell, LogOptions.Format.TEXT);
    return Attempt.of(
        log,
        () -> {
          new DemoFolder(folder).write(demo);
          log.info(
              "Started the API of a shop at %s, tokens from %s"
                  .formatted(demo.origin(), demo.tokenUrl()));
          log.info("Wrote " + folder.resolve("config.json") + "; extracting ...");
          return new Outcome.Finished(Sluice.run(RunRequest.of(folder, log)));
        });
  }

  private void show(RunSummary summary) throws IOException {
    Style style = logging.style(shell);
    for (RunSummary.Table table : summary.tables()) {
      var rows = new TextTable(table.columns().stream().map(TextTable.Column::text).toList());
      FirstRows.of(table.file(), ROWS_SHOWN).forEach(rows::add);
      shell.out().println();
      shell.out().println(style.bold(table.file().toString()));
      rows.lines(shell.screen().columns(), style).forEach(shell.out()::println);
    }
  }

  private void say(Hints hints) {
    shell.out().println();
    hints.lines(logging.style(shell)).forEach(shell.out()::println);
  }

  private Hints afterwards() {
    return new Hints("The servers have stopped. What to try next:")
        .with("less " + folder.resolve("config.json"), "all that had to be written for this")
        .with(shell.command() + " demo --serve", "again, and the servers stay for other commands")
        .with(shell.command() + " init shop", "a configuration for an API of your own");
  }

  private Hints whileServing(Demo demo) {
    return new Hints("The servers run until you press Ctrl-C. To try in another terminal:")
        .with(shell.command() + " token " + folder, "log in, and see what happened")
        .with(shell.command() + " validate " + folder, "check config.json when you have changed it")
        .with(shell.command() + " run " + folder, "extract again")
        .with("curl " + demo.origin() + "/", "what the API offers");
  }
}

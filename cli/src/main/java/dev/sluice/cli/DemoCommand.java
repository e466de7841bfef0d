package dev.sluice.cli;

import dev.sluice.demo.Demo;
import dev.sluice.destination.csv.FirstRows;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.run.RunRequest;
import dev.sluice.run.RunSummary;
import dev.sluice.run.Sluice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sluice demo`: a whole extraction against an embedded API.
@Command(
    name = "demo",
    description = {
      "Start an embedded authorization server and API, write a data folder for them, extract, and show the tables.",
      "Nothing leaves this machine."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final int ROWS_SHOWN = 3;

  private final Shell shell;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The data folder to write; default: sluice-demo.")
  private Path folder = Path.of("sluice-demo");

  @Option(
      names = "--serve",
      description = "Keep the servers running, so that other commands can be tried on the folder.")
  private boolean serve;

  @Mixin private final LogOptions logging = new LogOptions();

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    RunLog log = logging.open(shell, LogOptions.Format.TEXT);
    try (Demo demo = Demo.start()) {
      var summary = new RunSummary[1];
      int code =
          Attempt.of(
              log,
              () -> {
                write(demo);
                log.info("Demo API at " + demo.origin() + ", tokens from " + demo.tokenUrl());
                summary[0] = Sluice.run(RunRequest.of(folder, log));
                return new Outcome.Finished(summary[0]);
              });
      if (code == Outcome.SUCCESS && logging.isText()) {
        show(summary[0]);
        next(demo);
      }
      if (code == Outcome.SUCCESS && serve) {
        new CountDownLatch(1).await();
      }
      return code;
    } catch (IOException e) {
      shell.err().println("The demo could not be started: " + e.getMessage());
      return Outcome.USER_ERROR;
    }
  }

  private void write(Demo demo) {
    try {
      if (!isFree(demo)) {
        throw new UserError(
            Problem.of(
                "The folder '" + folder + "' is not empty, and no demo made it.",
                "Name another one: " + shell.command() + " demo DIR"));
      }
      demo.writeDataFolder(folder);
    } catch (IOException e) {
      throw new UserError(
          Problem.of("Cannot write to '" + folder + "': " + e.getMessage(), "Name another folder."),
          e);
    }
  }

  /// A folder with anything in it that is not an earlier demo's is left alone.
  private boolean isFree(Demo demo) throws IOException {
    if (Files.notExists(folder)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isEmpty()) {
        return true;
      }
    }
    Path config = folder.resolve("config.json");
    return Files.isRegularFile(config)
        && clientId(Files.readAllBytes(config)).equals(Optional.of(demo.clientId()));
  }

  private static Optional<String> clientId(byte[] config) {
    try {
      Optional<JsonValue> id =
          new JsonReader().read(config) instanceof JsonObject document
              ? JsonPath.find("parameters.config.__CLIENT_ID", document)
              : Optional.empty();
      return id.flatMap(
          value -> value instanceof JsonString(String text) ? Optional.of(text) : Optional.empty());
    } catch (JsonSyntaxError _) {
      return Optional.empty();
    }
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

  private void next(Demo demo) {
    Style style = logging.style(shell);
    String command = shell.command();
    shell.out().println();
    shell.out().println(style.bold("What to try next"));
    List<String> hints =
        serve
            ? List.of(
                "The servers run until you press Ctrl-C. In another terminal:",
                command + " token " + folder + "      only log in, and see what happens",
                command + " run " + folder + "        extract again",
                "curl " + demo.origin() + "/       what the API offers")
            : List.of(
                folder.resolve("config.json") + "    how little there is to write",
                command + " demo --serve    the same, and the servers stay for the other commands",
                command + " init            a configuration for an API of your own");
    hints.forEach(hint -> shell.out().println("  " + hint));
    shell.out().flush();
  }
}

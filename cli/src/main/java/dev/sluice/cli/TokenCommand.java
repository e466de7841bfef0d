package dev.sluice.cli;

import dev.sluice.run.Sluice;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `sluice token`: only logs in, and shows what happened.
@Command(
    name = "token",
    header = "Only log in, and show what happened.",
    description =
        "%nShows the request, the answer, how long the token lives and what requests to the API would get."
            + " Secrets are masked.%n")
final class TokenCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final DataFolderArgument data = new DataFolderArgument();
  @Mixin private final LogOptions logging = new LogOptions();

  TokenCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    RunLog log = logging.open(shell, LogOptions.Format.TEXT);
    return Attempt.of(log, () -> new Outcome.LoggedIn(Sluice.login(data.request(shell, log))))
        .exitCode();
  }
}

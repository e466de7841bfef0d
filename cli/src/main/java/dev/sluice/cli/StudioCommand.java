package dev.sluice.cli;

import dev.sluice.http.transport.ProxySettings;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.studio.Studio;
import dev.sluice.studio.StudioOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sluice studio`: builds, tests and runs a configuration in the browser.
@Command(
    name = "studio",
    header = "Build, test and run a configuration in the browser.",
    description = {
      "%nOpens a local page on DATADIR/config.json, which may be missing. The page is served to this machine only, and only"
          + " the browser that opens the printed address may use it.%n"
    })
final class StudioCommand implements Callable<Integer> {
  private static final String LOOPBACK = StudioOptions.LOOPBACK;

  private final Shell shell;

  @Mixin private final DataFolderArgument data = new DataFolderArgument();

  @Option(names = "--port", paramLabel = "PORT", description = "The port. Default: a free one.")
  private int port;

  @Option(
      names = "--no-browser",
      description = "Only print the address, open no browser. The same where there is no desktop.")
  private boolean noBrowser;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "The interface to listen at. Others than the loopback need --allow-remote and a password.")
  private String host = LOOPBACK;

  @Option(
      names = "--allow-remote",
      description =
          "Let other machines in, with the password. What they send and get is not encrypted on its way.")
  private boolean allowRemote;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The first line is the password for --allow-remote.")
  private Optional<Path> passwordFile = Optional.empty();

  StudioCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Studio studio = Studio.start(options())) {
      // Ctrl-C: a run that is under way gets a moment to discard what it has not published.
      Runtime.getRuntime().addShutdownHook(new Thread(studio::close, "end of the studio"));
      shell.out().println("The studio works on " + data.folder(shell).resolve("config.json"));
      String address = allowRemote ? studio.address() : studio.newLaunchAddress();
      show(address);
      if (!noBrowser) {
        Desktop.open(shell, address);
      }
      Thread.ofVirtual().start(() -> showAgainOnEnter(studio));
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Outcome.INTERRUPTED;
  }

  private StudioOptions options() {
    if (!allowRemote
        && !host.equals(LOOPBACK)
        && !host.equals("localhost")
        && !host.equals("::1")) {
      throw new UserError(
          Problem.of(
              "The studio would be open to everyone who reaches " + host + ".",
              "Leave --host out, or add --allow-remote and --password-file."));
    }
    return new StudioOptions(
        data.folder(shell),
        data.secrets(),
        ProxySettings.in(shell.environment()),
        host,
        port,
        passwordFile.map(StudioCommand::password),
        shell.command());
  }

  private static String password(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String password = Optional.ofNullable(lines.readLine()).orElse("").strip();
      if (password.isEmpty()) {
        throw new UserError(
            Problem.of("The first line of '" + file + "' is empty.", "Write the password there."));
      }
      return password;
    } catch (IOException e) {
      throw new UserError(
          Problem.of("Cannot read '" + file + "': " + e.getMessage(), "Check the name."), e);
    }
  }

  private void show(String address) {
    shell.out().println("Open " + address);
    shell
        .out()
        .println(
            allowRemote
                ? "It asks for the password. Ctrl-C ends the studio."
                : "The address works once: Enter prints another one, Ctrl-C ends the studio.");
    shell.out().flush();
  }

  private void showAgainOnEnter(Studio studio) {
    try (var lines =
        new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8))) {
      while (lines.readLine() != null) {
        shell.out().println("Open " + studio.newLaunchAddress());
        shell.out().flush();
      }
    } catch (IOException _) {
      // Without input there are no further addresses.
    }
  }
}

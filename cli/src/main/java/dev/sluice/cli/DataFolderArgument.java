package dev.sluice.cli;

import dev.sluice.event.Events;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.run.RunRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which data folder a command works on, and with which secrets.
final class DataFolderArgument {
  @Parameters(
      paramLabel = "DATADIR",
      arity = "0..1",
      description = "The folder that holds config.json. Default: $KBC_DATADIR, else /data.")
  private Optional<Path> folder;

  @Option(
      names = "--secrets",
      paramLabel = "FILE",
      description =
          "A JSON object of attributes whose names start with #, laid over parameters.config, so that"
              + " secrets need not stand in config.json.")
  private Optional<Path> secrets;

  /// Nothing was typed yet.
  DataFolderArgument() {
    this(Optional.empty(), Optional.empty());
  }

  /// @param folder the data folder
  /// @param secrets the file of secrets
  DataFolderArgument(Optional<Path> folder, Optional<Path> secrets) {
    this.folder = folder;
    this.secrets = secrets;
  }

  /// {@return the data folder}
  ///
  /// @param shell knows the environment
  Path folder(Shell shell) {
    return shell.dataFolder(folder);
  }

  /// {@return the file of secrets, if the user named one}
  Optional<Path> secrets() {
    return secrets;
  }

  /// {@return what the engine needs to know}
  ///
  /// @param shell knows the environment
  /// @param events hears what happens
  RunRequest request(Shell shell, Events events) {
    return new RunRequest(
        folder(shell),
        secrets,
        InstantSource.system(),
        ProxySettings.in(shell.environment()),
        events);
  }
}

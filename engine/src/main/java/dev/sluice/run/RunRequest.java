package dev.sluice.run;

import dev.sluice.event.Events;
import dev.sluice.http.transport.ProxySettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// What a run needs from outside.
///
/// @param dataFolder holds `config.json` (spec: run-and-http §1.1)
/// @param secretsFile a JSON object of `#` attributes that is laid over `parameters.config` (spec:
///   README G-08)
/// @param clock the time
/// @param proxies the HTTP proxies of the environment (spec: run-and-http §4.9)
/// @param memory how the memory is shared out
/// @param events hears what happens; texts arrive redacted
public record RunRequest(
    Path dataFolder,
    Optional<Path> secretsFile,
    InstantSource clock,
    ProxySettings proxies,
    Memory memory,
    Events events) {

  /// A run that may use the whole heap.
  ///
  /// @param dataFolder holds `config.json` (spec: run-and-http §1.1)
  /// @param secretsFile see [#secretsFile()]
  /// @param clock the time
  /// @param proxies the HTTP proxies of the environment (spec: run-and-http §4.9)
  /// @param events hears what happens; texts arrive redacted
  public RunRequest(
      Path dataFolder,
      Optional<Path> secretsFile,
      InstantSource clock,
      ProxySettings proxies,
      Events events) {
    this(
        dataFolder,
        secretsFile,
        clock,
        proxies,
        Memory.of(Runtime.getRuntime().maxMemory()),
        events);
  }

  /// {@return a run of a folder with nothing special}
  ///
  /// @param dataFolder holds `config.json`
  /// @param events hears what happens
  public static RunRequest of(Path dataFolder, Events events) {
    return new RunRequest(
        dataFolder, Optional.empty(), InstantSource.system(), ProxySettings.NONE, events);
  }
}

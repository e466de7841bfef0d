package dev.sluice.run;

import dev.sluice.event.Events;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.secret.Redactor;
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
/// @param given what stands in for files of the data folder
/// @param bounds where it ends early, if it is a test
/// @param redactor gets to know the secrets that are met, so that results can be masked, too
public record RunRequest(
    Path dataFolder,
    Optional<Path> secretsFile,
    InstantSource clock,
    ProxySettings proxies,
    Memory memory,
    Events events,
    Given given,
    Bounds bounds,
    Redactor redactor) {

  /// A run of the configuration in the data folder.
  ///
  /// @param dataFolder holds `config.json` (spec: run-and-http §1.1)
  /// @param secretsFile see [#secretsFile()]
  /// @param clock the time
  /// @param proxies the HTTP proxies of the environment (spec: run-and-http §4.9)
  /// @param memory how the memory is shared out
  /// @param events hears what happens; texts arrive redacted
  public RunRequest(
      Path dataFolder,
      Optional<Path> secretsFile,
      InstantSource clock,
      ProxySettings proxies,
      Memory memory,
      Events events) {
    this(
        dataFolder,
        secretsFile,
        clock,
        proxies,
        memory,
        events,
        Given.NOTHING,
        Bounds.NONE,
        new Redactor());
  }

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

  /// {@return this run with another configuration than the one in the data folder}
  ///
  /// @param other the text of a `config.json`; not to be changed
  public RunRequest withDocument(byte[] other) {
    return new RunRequest(
        dataFolder,
        secretsFile,
        clock,
        proxies,
        memory,
        events,
        new Given(Optional.of(other), given.state()),
        bounds,
        redactor);
  }

  /// {@return this run, which ends early}
  ///
  /// @param other where
  public RunRequest within(Bounds other) {
    return new RunRequest(
        dataFolder, secretsFile, clock, proxies, memory, events, given, other, redactor);
  }

  /// {@return this run with another listener}
  ///
  /// @param other hears what happens; texts arrive redacted
  public RunRequest heardBy(Events other) {
    return new RunRequest(
        dataFolder, secretsFile, clock, proxies, memory, other, given, bounds, redactor);
  }

  /// {@return this run with another data folder}
  ///
  /// @param other gets the results
  public RunRequest in(Path other) {
    return new RunRequest(
        other, secretsFile, clock, proxies, memory, events, given, bounds, redactor);
  }

  /// {@return this run with another state than the one in the data folder}
  ///
  /// @param other the text of a `state.json`; not to be changed
  public RunRequest withState(byte[] other) {
    return new RunRequest(
        dataFolder,
        secretsFile,
        clock,
        proxies,
        memory,
        events,
        new Given(given.document(), Optional.of(other)),
        bounds,
        redactor);
  }

  /// What stands in for files of the data folder.
  ///
  /// @param document for `config.json`; not to be changed
  /// @param state for `in/state.json`; not to be changed
  public record Given(Optional<byte[]> document, Optional<byte[]> state) {
    /// The files themselves.
    public static final Given NOTHING = new Given(Optional.empty(), Optional.empty());
  }
}

package dev.sluice.run;

import dev.sluice.event.Events;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// What a run needs from outside.
///
/// @param dataFolder holds `config.json` (spec: run-and-http §1.1)
/// @param secretsFile a JSON object of `#` attributes that is laid over `parameters.config` (spec:
///   README G-08)
/// @param clock the time
/// @param proxies HTTP proxies by scheme, `http` and `https`, for the hosts that are not excepted
///   (spec: run-and-http §4.9); empty for none
/// @param events hears what happens; texts arrive redacted
public record RunRequest(
    Path dataFolder,
    Optional<Path> secretsFile,
    InstantSource clock,
    Proxies proxies,
    Events events) {

  /// The proxies of the environment.
  ///
  /// @param byScheme addresses by scheme of the requested URL, `http` or `https`
  /// @param exceptHosts host names, or suffixes beginning with a dot, that are asked without a
  ///   proxy
  public record Proxies(Map<String, URI> byScheme, java.util.List<String> exceptHosts) {
    /// No proxy.
    public static final Proxies NONE = new Proxies(Map.of(), java.util.List.of());
  }

  /// {@return a run of a folder with nothing special}
  ///
  /// @param dataFolder holds `config.json`
  /// @param events hears what happens
  public static RunRequest of(Path dataFolder, Events events) {
    return new RunRequest(
        dataFolder, Optional.empty(), InstantSource.system(), Proxies.NONE, events);
  }
}

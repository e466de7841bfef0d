package dev.sluice.studio.document;

import dev.sluice.event.Events;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.run.RunRequest;
import java.nio.file.Path;
import java.time.InstantSource;

/// What all addresses of the studio share.
///
/// @param dataFolder the data folder
/// @param secrets the file of secrets that stand outside of `config.json`
/// @param proxies the HTTP proxies of the environment
/// @param clock the time
/// @param file `config.json`
/// @param markers stand for secrets
/// @param command how the user calls Sluice
public record Workspace(
    Path dataFolder,
    SecretsFile secrets,
    ProxySettings proxies,
    InstantSource clock,
    ConfigFile file,
    Markers markers,
    String command) {

  /// {@return a document that the page made, with markers for the secrets that were typed into it,
  /// too (spec: README G-08)}
  ///
  /// @param document may hold markers and secrets
  public ConfigDocument marked(ConfigDocument document) {
    return ConfigDocument.of(markers.mask(markers.restore(document.text())).text());
  }

  /// {@return a document that came from the page, secrets in their places}
  ///
  /// @param text as the page has it
  /// @throws dev.sluice.studio.web.Refusal if it is no JSON object, or a marker is not known
  public ConfigDocument restored(String text) {
    return ConfigDocument.of(markers.restore(text));
  }

  /// {@return what the engine needs to know to work on a document}
  ///
  /// @param document secrets in their places
  /// @param events hears what happens
  public RunRequest request(ConfigDocument document, Events events) {
    return new RunRequest(dataFolder, secrets.present(), clock, proxies, events)
        .withDocument(document.engineText());
  }
}

package dev.sluice.studio.document;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.studio.web.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The file of secrets that stand outside of `config.json` (spec: README G-08): `#` attributes that
/// a run lays over `parameters.config`. Safe for several threads.
///
/// @param file where it is; none when the studio was started without
/// @param markers stand for the secrets
public record SecretsFile(Optional<ConfigFile> file, Markers markers) {

  /// {@return the file, if it is there}
  public Optional<Path> present() {
    return file.map(ConfigFile::path).filter(Files::exists);
  }

  /// {@return the attributes, markers in the places of their values}
  public JsonObject attributes() {
    return file.map(present -> markers.mask(present.read().text()).text())
        .filter(text -> !text.isBlank())
        .map(text -> ConfigDocument.of(text).value())
        .orElse(JsonObject.EMPTY);
  }

  /// {@return a document with the attributes of the file in their places, as a run sees it}
  ///
  /// @param document markers in the places of secrets
  public ConfigDocument over(ConfigDocument document) {
    JsonObject attributes = attributes();
    JsonObject parameters = document.parameters();
    if (attributes.size() == 0
        || !(parameters.valueOrNull("config") instanceof JsonObject config)) {
      return document;
    }
    JsonObject laidOver = config;
    for (String name : attributes.shape().names()) {
      laidOver = laidOver.with(name, attributes.find(name).orElseThrow());
    }
    return document.withParameters(parameters.with("config", laidOver));
  }

  /// {@return a document without the attributes that stand in it only because the file was laid
  /// over it}
  ///
  /// @param document was made from [#over(ConfigDocument)]
  /// @param before the document before that
  public ConfigDocument without(ConfigDocument document, ConfigDocument before) {
    if (!(document.parameters().valueOrNull("config") instanceof JsonObject config)) {
      return document;
    }
    JsonObject own =
        before.parameters().valueOrNull("config") instanceof JsonObject present
            ? present
            : JsonObject.EMPTY;
    JsonObject rest = config;
    JsonObject attributes = attributes();
    for (String name : attributes.shape().names()) {
      boolean isSame = attributes.find(name).equals(config.find(name));
      if (isSame) {
        rest = own.has(name) ? rest.with(name, own.find(name).orElseThrow()) : rest.without(name);
      }
    }
    return document.withParameters(document.parameters().with("config", rest));
  }

  /// Moves the `#` attributes of a document into the file.
  ///
  /// @param document markers in the places of secrets
  /// @return the document without them
  /// @throws Refusal if there is no file, or it can't be written
  public ConfigDocument take(ConfigDocument document) {
    ConfigFile target =
        file.orElseThrow(() ->
            new Refusal(
                422,
                "no_secrets_file",
                "There is no file for secrets. Start the studio with --secrets FILE; it may be"
                    + " missing yet."));
    if (!(document.parameters().valueOrNull("config") instanceof JsonObject config)) {
      return document;
    }
    ConfigFile.Content present = target.read();
    ConfigDocument secrets = ConfigDocument.of(markers.mask(present.text()).text());
    JsonObject attributes = secrets.value();
    JsonObject rest = config;
    for (String name : config.shape().names()) {
      JsonValue value = config.find(name).orElseThrow();
      if (name.startsWith("#") && value instanceof JsonString) {
        attributes = attributes.with(name, value);
        rest = rest.without(name);
      }
    }
    String text = secrets.with(attributes).text();
    target.write(present.etag(), markers.restore(text));
    return document.withParameters(document.parameters().with("config", rest));
  }
}

package dev.sluice.config;

import java.util.Optional;

/// Reads [OutputSettings].
public final class OutputSettingsReader {
  private static final int LATEST_LEVEL = 3;

  private OutputSettingsReader() {}

  /// {@return the settings of one iteration}
  ///
  /// @param api `parameters.api`, whose `name` is part of the bucket's name where the configuration
  ///   has only an `id`
  /// @param config the iteration's `parameters.config`
  public static OutputSettings read(ConfigNode api, ConfigNode config) {
    return new OutputSettings(
        bucket(api, config),
        config.at("incrementalOutput").isOn(),
        compatLevel(config.at("compatLevel")),
        config.at("lossless").isOn(),
        MappingsReader.read(config.at("mappings")));
  }

  private static int compatLevel(ConfigNode node) {
    return node.isEmpty()
        ? LATEST_LEVEL
        : Math.clamp(node.integer().orElse(LATEST_LEVEL), 1, LATEST_LEVEL);
  }

  /// The name, else one made of the configuration's identifier (spec: run-and-http §1.7).
  private static Optional<String> bucket(ConfigNode api, ConfigNode config) {
    ConfigNode bucket = config.at("outputBucket");
    ConfigNode id = config.at("id");
    Optional<String> name =
        bucket
            .nonEmptyText()
            .or(() ->
                id.nonEmptyText()
                    .map(text ->
                        "ex-api-" + api.at("name").nonEmptyText().orElse("generic") + "-" + text));
    ConfigNode place = bucket.isEmpty() ? id : bucket;
    if (place.isMapOrList() && !place.isEmpty()) {
      place.error("The name of the output bucket must be a text.");
    }
    if (name.filter(text -> text.indexOf('/') >= 0).isPresent()) {
      place.error("The bucket name '" + name.get() + "' must not contain '/'.");
    }
    return name;
  }
}

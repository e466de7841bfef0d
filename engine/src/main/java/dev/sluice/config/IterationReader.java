package dev.sluice.config;

import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import java.util.Optional;

/// Reads one [Iteration].
final class IterationReader {
  private static final int LATEST_LEVEL = 3;

  private IterationReader() {}

  /// {@return the iteration; with a problem reported it may be a makeshift}
  ///
  /// @param parameters `parameters`
  /// @param config the effective `config` of the iteration
  /// @param authorization `authorization` at the root of the file
  static Iteration read(ConfigNode parameters, ConfigNode config, ConfigNode authorization) {
    ConfigNode api = parameters.at("api");
    if (api.isEmpty() && !(api.value() instanceof JsonObject)) {
      api.error("The 'api' section is required in configuration.");
      api = ConfigNode.of(JsonObject.EMPTY, api.path(), new dev.sluice.problem.Problems());
    } else if (!api.isMapOrList()) {
      api.error("The 'api' section must be an object.");
    }
    Pagination pagination = PaginationReader.read(api.at("pagination"));
    Authentication authentication = AuthenticationReader.read(api, config, authorization);
    return new Iteration(
        api(api, config),
        authentication,
        pagination,
        JobReader.read(config.at("jobs"), pagination),
        output(api, config),
        config.object().without("jobs"),
        UserDataReader.ofConfiguration(config.at("userData")),
        config.at("debug").isOn());
  }

  private static Api api(ConfigNode api, ConfigNode config) {
    return new Api(
        api.at("name").nonEmptyText().orElse("generic"),
        BaseUrlReader.read(api.at("baseUrl")).orElse(new BaseUrl.Literal("http://localhost/")),
        HttpSettingsReader.read(api, config),
        DefaultOptionsReader.read(api.at("http").at("defaultOptions")),
        RetrySettingsReader.read(api.at("retryConfig")),
        TlsSettingsReader.read(api));
  }

  private static Iteration.Output output(ConfigNode api, ConfigNode config) {
    return new Iteration.Output(
        bucket(api, config),
        config.at("incrementalOutput").isOn(),
        compatLevel(config.at("compatLevel")),
        config.at("lossless").isOn(),
        MappingsReader.read(config.at("mappings")));
  }

  private static Optional<String> bucket(ConfigNode api, ConfigNode config) {
    ConfigNode named = config.at("outputBucket");
    if (!named.isEmpty() && named.text().isEmpty()) {
      named.error("The 'outputBucket' must be a text.");
    }
    Optional<String> bucket =
        named
            .nonEmptyText()
            .or(() ->
                config
                    .at("id")
                    .nonEmptyText()
                    .map(id ->
                        "ex-api-" + api.at("name").nonEmptyText().orElse("generic") + "-" + id));
    if (bucket.isPresent() && bucket.get().contains("/")) {
      named.error("The 'outputBucket' must not contain a slash.");
    }
    return bucket;
  }

  private static int compatLevel(ConfigNode node) {
    if (node.value() instanceof JsonNull || node.isEmpty()) {
      return LATEST_LEVEL;
    }
    return Math.clamp(node.integer().orElse(LATEST_LEVEL), 1, LATEST_LEVEL);
  }
}

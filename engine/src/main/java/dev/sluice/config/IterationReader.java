package dev.sluice.config;

import dev.sluice.json.JsonObject;
import java.util.List;

/// Reads one [Iteration].
final class IterationReader {
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
    List<Job> jobs = JobReader.read(config.at("jobs"), pagination);
    OutputSettings output = OutputSettingsReader.read(api, config);
    MappedTypes.check(config.at("mappings"), output.mappings(), jobs);
    var iteration =
        new Iteration(
            api(api, config),
            authentication,
            pagination,
            jobs,
            output,
            config.object().without("jobs"),
            UserDataReader.ofConfiguration(config.at("userData")),
            config.at("debug").isOn());
    MissingAttributes.report(iteration, api, config);
    return iteration;
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
}

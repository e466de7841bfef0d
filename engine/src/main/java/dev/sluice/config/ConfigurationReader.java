package dev.sluice.config;

import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.Problems;
import dev.sluice.problem.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Reads `config.json`: text in, a [Configuration] or every problem at once out (spec: run-and-http
/// §1.2, §1.3).
public final class ConfigurationReader {
  private ConfigurationReader() {}

  /// {@return the JSON document of a configuration or state file}
  ///
  /// @param text the file's bytes
  /// @param file its path, for the message
  /// @throws UserError if it is not JSON, with line and column
  public static JsonValue document(byte[] text, Path file) {
    try {
      return new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new UserError(
          Problem.of(
              "Configuration file is not a valid JSON: "
                  + e.reason()
                  + e.place().map(place -> " at " + place).orElse("")
                  + " of '"
                  + file
                  + "'",
              ""));
    }
  }

  /// {@return the texts of a configuration that must not be shown, whether or not it is usable}
  ///
  /// @param document the whole file
  /// @param secrets `#` attributes from outside the file; may be empty
  public static List<String> secrets(JsonValue document, JsonObject secrets) {
    return SecretValues.of(document, secrets);
  }

  /// {@return the configuration}
  ///
  /// @param document the whole file
  /// @param secrets `#` attributes that are laid over `config` in each iteration (spec: README
  ///   G-08); may be empty
  /// @throws UserError with all that is wrong
  public static Configuration read(JsonValue document, JsonObject secrets) {
    return read(ConfigNode.of(document, ConfigPath.ROOT, new Problems()), secrets);
  }

  /// {@return the configuration}
  ///
  /// @param root the whole file; knows afterwards which keys were asked for
  /// @param secrets `#` attributes that are laid over `config` in each iteration; may be empty
  /// @throws UserError with all that is wrong
  static Configuration read(ConfigNode root, JsonObject secrets) {
    Problems problems = root.problems();
    if (!(root.value() instanceof JsonObject)) {
      throw new UserError(
          Problem.of("The configuration must be a JSON object with 'parameters'.", ""));
    }
    ConfigNode parameters = root.at("parameters");
    checkAction(root.at("action"));
    List<Iteration> iterations = new ArrayList<>();
    for (ConfigNode config : configs(parameters, secrets)) {
      iterations.add(IterationReader.read(parameters, config, root.at("authorization")));
    }
    AllowedHosts hosts = AllowedHostsReader.read(root.at("image_parameters").at("allowed_hosts"));
    var cache = CacheSettings.read(parameters.at("cache"));
    var ssh = SshSettingsReader.read(parameters.at("sshProxy"));
    var aws = AwsSettingsReader.read(parameters.at("aws"));
    throwIfAny(problems);
    UnreadKeys.report(root);
    SluiceOnly.report(root);
    return new Configuration(
        iterations,
        hosts,
        cache,
        ssh,
        aws,
        SecretValues.of(root.value(), secrets),
        distinct(problems.warnings()),
        distinct(problems.hints()));
  }

  private static List<ConfigNode> configs(ConfigNode parameters, JsonObject secrets) {
    ConfigNode config = parameters.at("config");
    if (config.isEmpty() || !config.isMapOrList()) {
      config.error("The 'config' section is required in the configuration.");
      return List.of();
    }
    ConfigNode overlay =
        ConfigNode.of(secrets, ConfigPath.of("the file of secrets"), config.problems());
    if (parameters.at("iterations").isEmpty()) {
      return List.of(config.replacedBy(overlay));
    }
    List<ConfigNode> configs = new ArrayList<>();
    for (ConfigNode element : parameters.at("iterations").items()) {
      if (element.isMapOrList()) {
        configs.add(config.replacedBy(element).replacedBy(overlay));
      } else {
        element.error("Each element of 'iterations' must be an object.");
      }
    }
    return configs;
  }

  private static void checkAction(ConfigNode action) {
    if (!(action.value() instanceof JsonNull)
        && !action.string().equals(java.util.Optional.of("run"))) {
      action.error(
          "Unknown action '" + action.text().orElse("") + "'.",
          "Leave the key out, or write \"run\", to extract.");
    }
  }

  private static void throwIfAny(Problems problems) {
    if (!problems.errors().isEmpty()) {
      throw new UserError(distinct(problems.errors()));
    }
  }

  /// Iterations share most of their configuration, so they find the same problems.
  private static List<Problem> distinct(List<Problem> problems) {
    return List.copyOf(new LinkedHashSet<>(problems));
  }
}

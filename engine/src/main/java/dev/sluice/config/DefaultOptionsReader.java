package dev.sluice.config;

import dev.sluice.function.Place;
import dev.sluice.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads [DefaultOptions].
public final class DefaultOptionsReader {
  private static final Set<String> METHODS = Set.of("GET", "POST", "FORM");

  private DefaultOptionsReader() {}

  /// {@return the options}
  ///
  /// @param node `parameters.api.http.defaultOptions`
  public static DefaultOptions read(ConfigNode node) {
    if (node.isEmpty()) {
      return DefaultOptions.NONE;
    }
    if (!node.isMapOrList()) {
      node.error("The 'defaultOptions' must be an object.");
    }
    return new DefaultOptions(
        method(node.at("method")),
        SectionReader.of(node.at("params"), map(node.at("params"), "params"), Place.JOB_PARAMS),
        map(node.at("headers"), "headers"));
  }

  /// {@return the name of a method in upper case; empty when the option is, and after the error was
  /// reported}
  static Optional<String> method(ConfigNode node) {
    if (node.isEmpty()) {
      return Optional.empty();
    }
    String method = node.text().orElse("").toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      node.error("The \"method\" property must be on of \"GET\", \"POST\", \"FORM\".");
      return Optional.empty();
    }
    return Optional.of(method);
  }

  /// {@return parameters or headers of a request; nothing after the error was reported}
  static JsonObject map(ConfigNode node, String name) {
    if (!node.isEmpty() && !node.isMapOrList()) {
      node.error("The \"" + name + "\" property must be an array.");
    }
    return node.object();
  }
}

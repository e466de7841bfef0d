package dev.sluice.config;

import dev.sluice.config.HttpSettings.HeaderSections;
import dev.sluice.config.HttpSettings.Limits;
import dev.sluice.config.HttpSettings.Timeouts;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonString;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Reads [HttpSettings].
public final class HttpSettingsReader {
  private static final double LONGEST_SECONDS = 1e9;

  private HttpSettingsReader() {}

  /// {@return the settings of one iteration} Options of another type than the language knows are
  /// passed over, as the original does (spec: run-and-http §2.1).
  ///
  /// @param api `parameters.api`
  /// @param config the iteration's `parameters.config`
  public static HttpSettings read(ConfigNode api, ConfigNode config) {
    ConfigNode http = api.at("http");
    checkRequired(http.at("requiredHeaders"), config.at("http").at("headers"));
    return new HttpSettings(
        new HeaderSections(http.at("headers").object(), config.at("http").at("headers").object()),
        integers(http.at("ignoreErrors")),
        new Timeouts(
            timeout(http.at("connectTimeout"), Timeouts.ORIGINAL.connect()),
            timeout(http.at("requestTimeout"), Timeouts.ORIGINAL.request())),
        limits(http),
        origins(http.at("trustedOrigins")));
  }

  /// {@return the integers of a list, numeric texts included; everything else in it is passed over}
  ///
  /// @param node a list or an object
  static Set<Integer> integers(ConfigNode node) {
    Set<Integer> integers = new LinkedHashSet<>();
    for (ConfigNode item : node.items()) {
      OptionalLong number = item.integer();
      if (number.isPresent() && number.getAsLong() == (int) number.getAsLong()) {
        integers.add((int) number.getAsLong());
      }
    }
    return integers;
  }

  private static void checkRequired(ConfigNode required, ConfigNode given) {
    for (ConfigNode item : required.items()) {
      String name = item.text().orElse("");
      if (given.at(name).isEmpty()) {
        given.error("Missing required header " + name + " in 'config.http.headers'.");
      }
    }
  }

  private static Optional<Duration> timeout(ConfigNode node, Optional<Duration> usual) {
    double seconds =
        switch (node.value()) {
          case JsonNumber number -> number.doubleValue();
          case JsonString(String text) -> number(text);
          default -> Double.NaN;
        };
    if (Double.isNaN(seconds) || seconds < 0) {
      return usual;
    }
    return seconds == 0 || seconds > LONGEST_SECONDS
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.max(1_000_000, Math.round(seconds * 1e9))));
  }

  private static double number(String text) {
    boolean isDecimal =
        text.strip().matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    return isDecimal ? Double.parseDouble(text.strip()) : Double.NaN;
  }

  private static Limits limits(ConfigNode http) {
    return new Limits(
        (int) positive(http.at("concurrency"), Limits.USUAL.concurrency(), 1024),
        positive(http.at("maxHeaderBytes"), Limits.USUAL.headerBytes(), 1L << 30),
        positive(http.at("maxResponseBytes"), Limits.USUAL.responseBytes(), 1L << 40));
  }

  private static long positive(ConfigNode node, long usual, long most) {
    if (node.isNull()) {
      return usual;
    }
    long value = node.integer().orElse(0);
    if (value < 1 || value > most) {
      node.error("The '" + lastKey(node) + "' must be an integer from 1 to " + most + ".");
      return usual;
    }
    return value;
  }

  private static List<String> origins(ConfigNode node) {
    for (ConfigNode item : node.items()) {
      if (!item.string().orElse("").matches("(?i)https?://[^/?#@\\s]+/?")) {
        item.error(
            "A trusted origin must be a text such as \"https://api.example.com\".",
            "Write scheme and host, without a path.");
      }
    }
    if (!node.isNull() && !node.isMapOrList()) {
      node.error("The 'trustedOrigins' must be a list of origins.");
    }
    return node.items().stream().flatMap(item -> item.string().stream()).toList();
  }

  private static String lastKey(ConfigNode node) {
    String path = node.path().text();
    return path.substring(path.lastIndexOf('.') + 1);
  }
}

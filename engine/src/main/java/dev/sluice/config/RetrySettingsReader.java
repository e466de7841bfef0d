package dev.sluice.config;

import dev.sluice.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads [RetrySettings], older names included (spec: run-and-http §2.8).
public final class RetrySettingsReader {
  private static final Pattern LEADING_NUMBER =
      Pattern.compile("\\s*([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?)");

  private RetrySettingsReader() {}

  /// {@return the settings} Values of another type than the language knows are passed over, as the
  /// original does.
  ///
  /// @param node `parameters.api.retryConfig`
  public static RetrySettings read(ConfigNode node) {
    if (!node.isMapOrList()) {
      return RetrySettings.USUAL;
    }
    ConfigNode modern = node.with(converted(node));
    ConfigNode http = modern.at("http");
    return new RetrySettings(
        retries(modern.at("maxRetries").isNull() ? http.at("maxRetries") : modern.at("maxRetries")),
        http.at("retryHeader").nonEmptyText().orElse(RetrySettings.USUAL.retryHeader()),
        codes(http.at("codes"), RetrySettings.USUAL.httpCodes()),
        codes(modern.at("curl").at("codes"), RetrySettings.USUAL.curlCodes()));
  }

  private static JsonObject converted(ConfigNode section) {
    JsonObject converted = section.object();
    ConfigNode curlCodes = section.at("curlCodes");
    if (curlCodes.present()) {
      converted = converted.with("curl", JsonObject.of("codes", curlCodes.value()));
    }
    ConfigNode header = section.at("headerName");
    ConfigNode codes = section.at("httpCodes");
    if (header.present() || codes.present()) {
      var http = JsonObject.builder();
      if (header.present()) {
        http.put("retryHeader", header.value());
      }
      if (codes.present()) {
        http.put("codes", codes.value());
      }
      converted = converted.with("http", http.build());
    }
    return converted;
  }

  /// The number that a value begins with, cut to an integer, as the original casts it.
  private static Optional<Integer> retries(ConfigNode node) {
    if (node.isNull()) {
      return Optional.empty();
    }
    Matcher number = LEADING_NUMBER.matcher(node.text().orElse(""));
    double value = number.lookingAt() ? Double.parseDouble(number.group(1)) : 0;
    return Optional.of((int) Math.clamp(value, 0, Integer.MAX_VALUE));
  }

  private static Set<Integer> codes(ConfigNode node, Set<Integer> usual) {
    return node.isMapOrList() ? HttpSettingsReader.integers(node) : usual;
  }
}

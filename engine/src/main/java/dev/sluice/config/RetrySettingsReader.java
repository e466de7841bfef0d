package dev.sluice.config;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
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
    ConfigNode modern = ConfigNode.of(converted(node.object()), node.path(), node.problems());
    ConfigNode http = modern.at("http");
    return new RetrySettings(
        retries(modern.at("maxRetries").isNull() ? http.at("maxRetries") : modern.at("maxRetries")),
        http.at("retryHeader").nonEmptyText().orElse(RetrySettings.USUAL.retryHeader()),
        codes(http.at("codes"), RetrySettings.USUAL.httpCodes()),
        codes(modern.at("curl").at("codes"), RetrySettings.USUAL.curlCodes()));
  }

  private static JsonObject converted(JsonObject section) {
    JsonObject converted = section;
    Optional<JsonValue> curlCodes = section.find("curlCodes");
    if (curlCodes.isPresent()) {
      converted = converted.with("curl", JsonObject.of("codes", curlCodes.get()));
    }
    if (section.has("headerName") || section.has("httpCodes")) {
      var http = JsonObject.builder();
      section.find("headerName").ifPresent(name -> http.put("retryHeader", name));
      section.find("httpCodes").ifPresent(codes -> http.put("codes", codes));
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

package dev.sluice.config;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import java.util.Optional;

/// Reads [BaseUrl].
public final class BaseUrlReader {
  private static final String MISSING = "The 'baseUrl' attribute must be set in API configuration";
  private static final String NOT_VALID =
      "The 'baseUrl' attribute in API configuration is not a valid URL";

  private BaseUrlReader() {}

  /// {@return the base URL, if it is usable so far; a function's result is checked when it is
  /// there}
  ///
  /// @param node `parameters.api.baseUrl`
  public static Optional<BaseUrl> read(ConfigNode node) {
    if (node.isEmpty()) {
      node.error(MISSING);
      return Optional.empty();
    }
    return node.string().isPresent() ? text(node, node.string().get()) : value(node, node.value());
  }

  private static Optional<BaseUrl> text(ConfigNode node, String text) {
    if (BaseUrl.isValid(text)) {
      return Optional.of(new BaseUrl.Literal(text));
    }
    try {
      JsonValue decoded = new JsonReader().read(text);
      node.warning("Passing json-encoded baseUrl is deprecated.", "");
      return value(node, decoded);
    } catch (JsonSyntaxError _) {
      node.error(NOT_VALID);
      return Optional.empty();
    }
  }

  private static Optional<BaseUrl> value(ConfigNode node, JsonValue value) {
    switch (value) {
      case JsonObject function -> {
        return Optional.of(new BaseUrl.Computed(function));
      }
      case JsonString(String url) when BaseUrl.isValid(url) -> {
        return Optional.of(new BaseUrl.Literal(url));
      }
      case JsonString(String url) -> node.error(BaseUrl.invalidResult(url));
      case JsonArray _ -> node.error(BaseUrl.invalidResult("Array"));
      default -> node.error(BaseUrl.invalidResult(JsonWriter.compact(value)));
    }
    return Optional.empty();
  }
}

package dev.sluice.run;

import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;

/// Sets how many requests a configuration may have in flight.
final class Concurrency {
  private Concurrency() {}

  /// {@return the configuration with `api.http.concurrency` set}
  ///
  /// @param config a whole configuration
  /// @param inFlight at least 1
  static String set(String config, int inFlight) {
    try {
      JsonObject root = (JsonObject) new JsonReader().read(config);
      JsonObject parameters = object(root, "parameters");
      JsonObject api = object(parameters, "api");
      JsonObject http = object(api, "http").with("concurrency", JsonNumber.of(inFlight));
      return root.with("parameters", parameters.with("api", api.with("http", http))).toString();
    } catch (JsonSyntaxError e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonObject object(JsonObject parent, String key) {
    JsonValue value = parent.find(key).orElse(JsonNull.NULL);
    return value instanceof JsonObject object ? object : JsonObject.EMPTY;
  }
}

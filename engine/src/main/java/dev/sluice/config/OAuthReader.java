package dev.sluice.config;

import dev.sluice.config.Authentication.Additions;
import dev.sluice.config.Authentication.Login;
import dev.sluice.config.Authentication.OAuth10;
import dev.sluice.config.Authentication.OAuth20;
import dev.sluice.config.Authentication.OAuth20Login;
import dev.sluice.config.Authentication.OAuthCredentials;
import dev.sluice.function.Place;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.util.Optional;

/// Reads the methods that use `authorization.oauth_api.credentials` (spec: authentication §6-§8).
final class OAuthReader {
  private static final String NOT_JSON = "The OAuth data is not a valid JSON";

  private OAuthReader() {}

  /// {@return the method `oauth10`}
  ///
  /// @param credentials `authorization.oauth_api.credentials`
  static Authentication oauth10(ConfigNode credentials) {
    String absent = "OAuth API credentials not supplied in configuration.";
    if (!isComplete(credentials, absent, "Missing '%s' for OAuth 1.0 authorization.")) {
      return new Authentication.None();
    }
    ConfigNode user = tokenNode(credentials.at("#data"));
    return new OAuth10(
        new OAuth10.Pair(text(credentials.at("appKey")), text(credentials.at("#appSecret"))),
        new OAuth10.Pair(token(user, "oauth_token"), token(user, "oauth_token_secret")));
  }

  /// {@return the method `oauth20`}
  ///
  /// @param section `parameters.api.authentication`
  /// @param credentials `authorization.oauth_api.credentials`
  static Authentication oauth20(ConfigNode section, ConfigNode credentials) {
    String absent = "OAuth API credentials not supplied in configuration.";
    boolean isComplete =
        isComplete(credentials, absent, "Missing '%s' for OAuth 2.0 authorization.");
    boolean isJson = isJson(section.at("format"));
    var additions =
        new Additions(
            SectionReader.query(section.at("query"), Place.OAUTH20),
            SectionReader.headers(section.at("headers"), Place.OAUTH20));
    if (section.at("query").isEmpty() && section.at("headers").isEmpty()) {
      section.warning(
          "Requests go out without authentication: neither 'headers' nor 'query' is set", "");
    }
    if (!isComplete) {
      return new Authentication.None();
    }
    ConfigNode node = credentials.at("#data");
    JsonValue data = isJson ? decoded(node).orElse(JsonNull.NULL) : node.value();
    return new OAuth20(stored(credentials, data), additions);
  }

  /// {@return the method `oauth20.login`}
  ///
  /// @param section `parameters.api.authentication`
  /// @param credentials `authorization.oauth_api.credentials`
  static Authentication oauth20Login(ConfigNode section, ConfigNode credentials) {
    Login login = LoginReader.read(section, Place.OAUTH20_LOGIN_REQUEST);
    String absent = "OAuth API credentials not supplied in config";
    if (!isComplete(credentials, absent, "Missing '%s' for OAuth 2.0 authorization")) {
      return login;
    }
    Optional<JsonValue> data = decoded(credentials.at("#data"));
    if (data.isPresent() && data.get().isScalarOrNull()) {
      credentials.at("#data").error(NOT_JSON, "It has to be an object.");
    }
    return new OAuth20Login(login, stored(credentials, data.orElse(JsonObject.EMPTY)));
  }

  /// A key of the application that is there but empty is allowed, as documented.
  private static boolean isComplete(ConfigNode credentials, String absent, String missing) {
    if (credentials.isEmpty()) {
      credentials.error(absent, "The section stands beside 'parameters'.");
      return false;
    }
    boolean isComplete = true;
    for (String key : new String[] {"#data", "appKey", "#appSecret"}) {
      ConfigNode node = credentials.at(key);
      boolean isThere =
          key.equals("#data") ? !node.isEmpty() : !node.isNull() && node.text().isPresent();
      if (!isThere) {
        node.error(missing.formatted(key));
        isComplete = false;
      }
    }
    return isComplete;
  }

  private static boolean isJson(ConfigNode format) {
    if (format.isEmpty()) {
      return false;
    }
    String name = format.text().orElse(format.value().typeName());
    if (!name.equals("json") && !name.equals("text")) {
      format.error("Unknown OAuth data format '" + name + "'.");
    }
    return name.equals("json");
  }

  /// Text that holds JSON; an object, which the documentation shows, is taken as it is.
  private static Optional<JsonValue> decoded(ConfigNode data) {
    if (data.isMapOrList()) {
      return Optional.of(data.value());
    }
    try {
      return Optional.of(new JsonReader().read(data.text().orElse("")));
    } catch (JsonSyntaxError _) {
      data.error(NOT_JSON);
      return Optional.empty();
    }
  }

  private static ConfigNode tokenNode(ConfigNode data) {
    JsonValue value = data.value();
    if (value instanceof JsonString(String text)) {
      try {
        value = new JsonReader().read(text);
      } catch (JsonSyntaxError _) {
        data.error("The OAuth #data is not a valid JSON.");
        return absentTokens(data);
      }
    }
    if (!(value instanceof JsonObject)) {
      data.error(
          "Key 'oauth_api.credentials'.#data must be object, given '" + value.typeName() + "'.");
      return absentTokens(data);
    }
    return data.with(value);
  }

  /// Stands in for tokens that can't be read, so that they are not reported missing as well.
  private static ConfigNode absentTokens(ConfigNode data) {
    var empty = JsonObject.builder().put("oauth_token", "").put("oauth_token_secret", "").build();
    return data.with(empty);
  }

  private static String token(ConfigNode user, String key) {
    ConfigNode node = user.at(key);
    if (node.text().isEmpty()) {
      node.error("Missing 'oauth_api.credentials.#data." + key + "' for OAuth 1.0 authorization.");
    }
    return text(node);
  }

  private static OAuthCredentials stored(ConfigNode credentials, JsonValue data) {
    return new OAuthCredentials(
        data, text(credentials.at("appKey")), text(credentials.at("#appSecret")));
  }

  private static String text(ConfigNode node) {
    return node.text().orElse("");
  }
}

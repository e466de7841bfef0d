package dev.sluice.config;

import dev.sluice.function.Place;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonWriter;
import java.util.Optional;

/// Reads [Authentication] (spec: authentication §1-§8).
public final class AuthenticationReader {
  private static final Authentication NONE = new Authentication.None();

  private AuthenticationReader() {}

  /// {@return the method of one iteration; with a problem reported it may be a makeshift}
  ///
  /// @param api `parameters.api`
  /// @param config the iteration's `parameters.config`
  /// @param authorization `authorization` at the root of the file
  public static Authentication read(ConfigNode api, ConfigNode config, ConfigNode authorization) {
    ConfigNode section = api.at("authentication");
    ConfigNode type = section.at("type");
    if (!(section.value() instanceof JsonObject) || type.isEmpty()) {
      return NONE;
    }
    Authentication authentication = method(api, config, authorization);
    AttributeCheck.report(authentication, section, config);
    return authentication;
  }

  private static Authentication method(
      ConfigNode api, ConfigNode config, ConfigNode authorization) {
    ConfigNode section = api.at("authentication");
    ConfigNode type = section.at("type");
    ConfigNode credentials = authorization.at("oauth_api").at("credentials");
    return switch (type.string().orElse("")) {
      case "none" -> NONE;
      case "basic" -> basic(config);
      case "query" -> query(api, section);
      case "url.query" -> {
        type.warning("Method 'url.query' auth is deprecated, use 'query'.", "");
        yield query(api, section);
      }
      case "login" -> LoginReader.read(section, Place.LOGIN_REQUEST);
      case "oauth20.client-credentials" -> ClientGrantReader.read(api, config);
      case "oauth10" -> OAuthReader.oauth10(credentials);
      case "oauth20" -> OAuthReader.oauth20(section, credentials);
      case "oauth20.login" -> OAuthReader.oauth20Login(section, credentials);
      default -> {
        String shown = type.text().orElseGet(() -> JsonWriter.compact(type.value()));
        type.error(
            "Unknown authorization type '" + shown + "'.",
            "Known types: none, basic, query, login, oauth10, oauth20, oauth20.login,"
                + " oauth20.client-credentials.");
        yield NONE;
      }
    };
  }

  private static Authentication basic(ConfigNode config) {
    Optional<String> user = credential(config, "username");
    Optional<String> password = credential(config, "password");
    if (user.isEmpty()) {
      config
          .at("#username")
          .error("Missing the required '#username' (or 'username') attribute in config.");
    }
    if (password.isEmpty() && !isEmptyText(config, "password")) {
      config.at("#password").error("Missing the required '#password' attribute in config.");
    }
    if (user.orElse("").contains(":")) {
      config.warning(
          "The user name contains a colon, which the server takes for the end of the name", "");
    }
    return new Authentication.Basic(user.orElse(""), password.orElse(""));
  }

  /// The plain key wins over the one with `#`.
  private static Optional<String> credential(ConfigNode config, String name) {
    ConfigNode plain = config.at(name);
    ConfigNode node = plain.isEmpty() ? config.at("#" + name) : plain;
    if (node.isMapOrList() && !node.isEmpty()) {
      node.error(
          "The '" + (plain.isEmpty() ? "#" : "") + name + "' must be a text",
          "Functions are not evaluated here.");
      return Optional.of("");
    }
    return node.nonEmptyText();
  }

  /// Many APIs take a key as the user name and nothing as the password.
  private static boolean isEmptyText(ConfigNode config, String name) {
    var empty = new JsonString("");
    return config.at(name).value().equals(empty) || config.at("#" + name).value().equals(empty);
  }

  private static Authentication query(ConfigNode api, ConfigNode section) {
    ConfigNode node = section.at("query");
    if (node.isEmpty() && !api.at("query").isEmpty()) {
      node = api.at("query");
      node.warning("Using 'api.query' is deprecated, use 'api.authentication.query", "");
    }
    if (node.isEmpty()) {
      node.error(
          "The query authentication method requires 'query' configuration in 'authentication'"
              + " section.");
      return NONE;
    }
    return new Authentication.Query(SectionReader.query(node, Place.AUTH_QUERY));
  }
}

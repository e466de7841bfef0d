package dev.sluice.config;

import dev.sluice.config.Authentication.Additions;
import dev.sluice.config.Authentication.Login;
import dev.sluice.config.Authentication.LoginRequest;
import dev.sluice.config.Authentication.ResponseFormat;
import dev.sluice.function.Place;
import dev.sluice.json.JsonObject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads [Authentication.Login] (spec: authentication §5).
final class LoginReader {
  private static final Set<String> METHODS = Set.of("GET", "POST", "FORM");

  private LoginReader() {}

  /// {@return the login}
  ///
  /// @param section `parameters.api.authentication`
  /// @param requestPlace what functions in the login request may refer to
  static Login read(ConfigNode section, Place requestPlace) {
    ConfigNode request = section.at("loginRequest");
    ResponseFormat format = format(section.at("format"));
    String endpoint = endpoint(request);
    Expires expires = ExpiresReader.read(section.at("expires"));
    var login =
        new Login(
            format,
            new LoginRequest(
                endpoint,
                method(request.at("method")),
                SectionReader.params(request.at("params"), requestPlace),
                SectionReader.headers(request.at("headers"), requestPlace)),
            additions(section.at("apiRequest")),
            expires,
            clientCredentials(section));
    login.clientCredentials().ifPresent(_ -> checkTokenUrl(request));
    return login;
  }

  private static ResponseFormat format(ConfigNode node) {
    if (node.isEmpty()) {
      return ResponseFormat.JSON;
    }
    return switch (node.string().orElse("")) {
      case "json" -> ResponseFormat.JSON;
      case "text" -> ResponseFormat.TEXT;
      default -> {
        node.error("'format' must be either 'json' or 'text'.");
        yield ResponseFormat.JSON;
      }
    };
  }

  private static String endpoint(ConfigNode request) {
    if (request.isEmpty()) {
      request.error("'loginRequest' is not configured for Login authentication");
      return "";
    }
    ConfigNode node = request.at("endpoint");
    if (node.isEmpty()) {
      node.error("Request endpoint must be set for the Login authentication method.");
    } else if (node.string().isEmpty()) {
      node.error(
          "The \"endpoint\" property must be specified in request as a string.",
          "Functions are not evaluated here.");
    }
    return node.string().orElse("");
  }

  private static String method(ConfigNode node) {
    if (node.isEmpty()) {
      return "GET";
    }
    String method = node.string().orElse("").toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      node.error("The \"method\" property must be on of \"GET\", \"POST\", \"FORM\".");
      return "GET";
    }
    return method;
  }

  private static Additions additions(ConfigNode apiRequest) {
    if (!apiRequest.isEmpty() && !(apiRequest.value() instanceof JsonObject)) {
      apiRequest.error("The 'apiRequest' must be an object", "Write headers and query into it.");
    }
    return new Additions(
        SectionReader.query(apiRequest.at("query"), Place.LOGIN_RESULT),
        SectionReader.headers(apiRequest.at("headers"), Place.LOGIN_RESULT));
  }

  private static Optional<ClientCredentialsShape> clientCredentials(ConfigNode section) {
    return section.value() instanceof JsonObject authentication
        ? ClientCredentialsShape.of(authentication)
        : Optional.empty();
  }

  private static void checkTokenUrl(ConfigNode request) {
    Set<String> sent = new HashSet<>(TokenUrl.ownParameters());
    sent.retainAll(request.at("params").object().shape().names());
    ConfigNode endpoint = request.at("endpoint");
    for (TokenUrl.Finding finding : TokenUrl.check(endpoint.string().orElse(""), sent)) {
      if (finding.severe()) {
        endpoint.error(finding.message(), finding.remedy());
      } else {
        endpoint.warning(finding.message(), finding.remedy());
      }
    }
  }
}

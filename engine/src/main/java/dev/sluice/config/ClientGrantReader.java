package dev.sluice.config;

import dev.sluice.config.Authentication.Additions;
import dev.sluice.config.Authentication.Login;
import dev.sluice.config.Authentication.LoginRequest;
import dev.sluice.config.Authentication.ResponseFormat;
import dev.sluice.config.ClientGrant.ClientMethod;
import dev.sluice.function.FunctionJson;
import dev.sluice.function.Place;
import dev.sluice.function.Section;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads `oauth20.client-credentials` (our addition): a login whose request is written by us.
final class ClientGrantReader {
  /// The context of the token request: who the client is, and its proof.
  private static final String CLIENT = "client";

  private static final String METHOD = "clientAuthentication";
  private static final List<String> ALGORITHMS =
      List.of(
          "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256",
          "ES384", "ES512");

  /// Parameters that we write.
  private static final Set<String> OWN =
      Set.of(
          "grant_type",
          "scope",
          "client_id",
          "client_secret",
          "client_assertion",
          "client_assertion_type",
          "audience",
          "resource");

  private final ConfigNode section;
  private final ConfigNode config;

  private ClientGrantReader(ConfigNode section, ConfigNode config) {
    this.section = section;
    this.config = config;
  }

  /// {@return the method}
  ///
  /// @param api `parameters.api`
  /// @param config the iteration's `parameters.config`, where attributes are
  static Authentication.ClientCredentials read(ConfigNode api, ConfigNode config) {
    return new ClientGrantReader(api.at("authentication"), config).read(api);
  }

  private Authentication.ClientCredentials read(ConfigNode api) {
    ClientMethod method = method();
    var client =
        new ClientGrant.Client(
            required("clientId", "The ID that the authorization server gave to this client."),
            method.usesSecret() ? required("#clientSecret", "The secret of the client.") : "",
            method == ClientMethod.PRIVATE_KEY_JWT ? required("#privateKey", "PEM or JWK.") : "");
    if (method.isCertificate() && api.at("#clientCertificate").isEmpty()) {
      section
          .at(METHOD)
          .error(
              "The client authentication '" + method.standardName() + "' needs a certificate.",
              "Put certificate and key, both PEM, into 'api.#clientCertificate'.");
    }
    var assertion =
        new ClientGrant.Assertion(
            algorithm(method), text("keyId"), text("certificate"), text("assertionAudience"));
    Optional<String> issuer = text("issuer");
    var grant = new ClientGrant(issuer, client, method, assertion, texts("resource"));
    return new Authentication.ClientCredentials(login(method, issuer), grant);
  }

  private Login login(ClientMethod method, Optional<String> issuer) {
    return new Login(
        ResponseFormat.JSON,
        new LoginRequest(
            tokenUrl(issuer),
            "FORM",
            Section.of(params(method), Place.CLIENT_CREDENTIALS),
            Section.of(headers(method), Place.CLIENT_CREDENTIALS)),
        additions(section.at("token")),
        new Expires.Unstated(),
        Optional.empty());
  }

  private ClientMethod method() {
    ConfigNode node = section.at(METHOD);
    String name = node.isEmpty() ? "client_secret_basic" : node.string().orElse("");
    boolean isEncoded = isFormEncoded(name);
    return Arrays.stream(ClientMethod.values())
        .filter(method -> method.standardName().equals(name))
        .filter(method -> (method == ClientMethod.SECRET_BASIC_ENCODED) == isEncoded)
        .findFirst()
        .orElseGet(() -> {
          node.error(
              "Unknown client authentication '" + name + "'.",
              "There are "
                  + Arrays.stream(ClientMethod.values())
                      .map(ClientMethod::standardName)
                      .distinct()
                      .collect(Collectors.joining(", "))
                  + ".");
          return ClientMethod.SECRET_BASIC;
        });
  }

  private boolean isFormEncoded(String method) {
    ConfigNode node = section.at("basicEncoding");
    if (node.isEmpty()) {
      return false;
    }
    String encoding = node.string().orElse("");
    if (!encoding.equals("raw") && !encoding.equals("form")) {
      node.error("'basicEncoding' must be either 'raw' or 'form'.");
    } else if (!method.equals("client_secret_basic")) {
      node.error("'basicEncoding' is for 'client_secret_basic' only.", "Leave it out.");
    }
    return encoding.equals("form") && method.equals("client_secret_basic");
  }

  private Optional<String> algorithm(ClientMethod method) {
    ConfigNode node = section.at("signingAlgorithm");
    Optional<String> name = node.nonEmptyText();
    if (name.isEmpty()) {
      return name;
    }
    boolean isOfSecret = name.get().startsWith("HS");
    boolean fits =
        ALGORITHMS.contains(name.get())
            && method.isAssertion()
            && isOfSecret == (method == ClientMethod.SECRET_JWT);
    if (!fits) {
      node.error(
          "The signing algorithm '" + name.get() + "' does not go with the client authentication.",
          "HS256, HS384 and HS512 are for client_secret_jwt; RS, PS and ES with 256, 384 or 512 for"
              + " private_key_jwt.");
    }
    return name;
  }

  /// The token endpoint, or where it will be looked up.
  private String tokenUrl(Optional<String> issuer) {
    ConfigNode node = section.at("tokenUrl");
    if (issuer.isPresent()) {
      if (!node.isEmpty()) {
        node.error("Both 'tokenUrl' and 'issuer' are set.", "Leave one of them out.");
      }
      check(section.at("issuer"), issuer.get());
      return issuer.get();
    }
    String url = node.string().orElse("");
    if (url.isEmpty()) {
      node.error(
          "The token endpoint is missing.",
          "Set 'tokenUrl' to its address, or 'issuer' to that of the authorization server.");
      return url;
    }
    check(node, url);
    return url;
  }

  private static void check(ConfigNode node, String url) {
    if (!url.matches("(?i)https?://[^\\s/?#]+.*")) {
      node.error("The address must begin with https:// and a host.");
    }
    for (TokenUrl.Finding finding : TokenUrl.check(url, TokenUrl.ownParameters())) {
      if (finding.severe()) {
        node.error(finding.message(), finding.remedy());
      } else {
        node.warning(finding.message(), finding.remedy());
      }
    }
  }

  private JsonObject params(ClientMethod method) {
    Map<String, JsonValue> params = new LinkedHashMap<>();
    params.put("grant_type", new JsonString(ClientCredentialsShape.GRANT_TYPE));
    switch (method) {
      case SECRET_BASIC, SECRET_BASIC_ENCODED -> {}
      case SECRET_POST -> {
        params.put("client_id", client("id"));
        params.put("client_secret", client("secret"));
      }
      case SECRET_JWT, PRIVATE_KEY_JWT -> {
        params.put("client_id", client("id"));
        params.put(
            "client_assertion_type",
            new JsonString("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
        params.put("client_assertion", client("assertion"));
      }
      case TLS, SELF_SIGNED_TLS -> params.put("client_id", client("id"));
    }
    String scope = String.join(" ", texts("scopes"));
    if (!scope.isEmpty()) {
      params.put("scope", new JsonString(scope));
    }
    text("audience").ifPresent(audience -> params.put("audience", new JsonString(audience)));
    section
        .at("params")
        .entries()
        .forEach((name, node) -> {
          if (OWN.contains(name)) {
            node.error("The parameter '" + name + "' is written by itself.", "Leave it out here.");
          }
          params.put(name, node.value());
        });
    return JsonObject.of(params);
  }

  private JsonObject headers(ClientMethod method) {
    Map<String, JsonValue> headers = new LinkedHashMap<>();
    headers.put("Accept", new JsonString("application/json"));
    headers.putAll(section.at("headers").object().members());
    if (method == ClientMethod.SECRET_BASIC || method == ClientMethod.SECRET_BASIC_ENCODED) {
      boolean encoded = method == ClientMethod.SECRET_BASIC_ENCODED;
      JsonValue pair =
          FunctionJson.call(
              "concat", part("id", encoded), new JsonString(":"), part("secret", encoded));
      headers.keySet().removeIf("Authorization"::equalsIgnoreCase);
      headers.put(
          "Authorization",
          FunctionJson.call(
              "concat", new JsonString("Basic "), FunctionJson.call("base64_encode", pair)));
    }
    return JsonObject.of(headers);
  }

  private static JsonValue part(String key, boolean encoded) {
    return encoded ? FunctionJson.call("urlencode", client(key)) : client(key);
  }

  private static JsonValue client(String key) {
    return FunctionJson.reference(CLIENT, key);
  }

  /// Where the token goes: a header with a scheme, or a parameter of the query (RFC 6750 §2).
  private static Additions additions(ConfigNode token) {
    JsonValue access = FunctionJson.reference("response", "access_token");
    Optional<String> query = token.at("query").nonEmptyText();
    if (query.isPresent()) {
      if (!token.at("header").isEmpty() || !token.at("scheme").isEmpty()) {
        token.error("The token goes into the query or into a header.", "Leave one of them out.");
      }
      return new Additions(
          Section.of(JsonObject.of(query.get(), access), Place.LOGIN_RESULT),
          Section.of(JsonObject.EMPTY, Place.LOGIN_RESULT));
    }
    String header = token.at("header").nonEmptyText().orElse("Authorization");
    ConfigNode scheme = token.at("scheme");
    String before = scheme.isNull() ? "Bearer" : scheme.text().orElse("");
    JsonValue value =
        before.isEmpty()
            ? access
            : FunctionJson.call("concat", new JsonString(before + " "), access);
    return new Additions(
        Section.of(JsonObject.EMPTY, Place.LOGIN_RESULT),
        Section.of(JsonObject.of(header, value), Place.LOGIN_RESULT));
  }

  private String required(String key, String what) {
    Optional<String> text = text(key);
    if (text.isEmpty() && section.at(key).isEmpty()) {
      section
          .at(key)
          .error(
              "'" + key + "' is missing.",
              what + " A text, or {\"attr\": \"" + (key.startsWith("#") ? "#" : "") + "…\"}.");
    }
    return text.orElse("");
  }

  /// {@return the text of a key, or of the attribute that it refers to}
  private Optional<String> text(String key) {
    ConfigNode node = section.at(key);
    Optional<String> attribute = FunctionJson.referenceKey(node.value(), "attr");
    ConfigNode place =
        attribute
            .map(name -> node.with(config.object().find(name).orElse(JsonNull.NULL)))
            .orElse(node);
    if (attribute.isPresent() && place.isEmpty()) {
      node.error(
          "attr '" + attribute.get() + "' not found!",
          "Set \"" + attribute.get() + "\" in 'parameters.config'.");
    } else if (place.isMapOrList() && !place.isEmpty()) {
      node.error("'" + key + "' must be a text, or a reference such as {\"attr\": \"name\"}.");
    }
    return place.isMapOrList() ? Optional.empty() : place.nonEmptyText();
  }

  private List<String> texts(String key) {
    ConfigNode node = section.at(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.string().isPresent()) {
      return Arrays.stream(node.string().get().split(" ")).filter(s -> !s.isEmpty()).toList();
    }
    List<String> texts = new ArrayList<>();
    for (ConfigNode item : node.items()) {
      String text = item.string().orElse("");
      if (text.isEmpty() || text.contains(" ")) {
        item.error("'" + key + "' must be a list of texts without spaces.");
      }
      texts.add(text);
    }
    return texts;
  }
}

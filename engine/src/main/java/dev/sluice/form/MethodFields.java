package dev.sluice.form;

import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The methods that the original's form offers as JSON only, or not at all, with their fields
/// (spec: studio §1.4.7). A field is a place in the document; what else is there stays as it is.
public enum MethodFields {
  /// Client credentials with every way for a client to prove who it is; our addition.
  CLIENT_CREDENTIALS("oauth20.client-credentials"),
  /// A login that is no client-credentials grant.
  LOGIN("login"),
  /// Signatures with stored keys.
  OAUTH10("oauth10"),
  /// The stored answer of an authorization server.
  OAUTH20("oauth20"),
  /// A login with stored credentials, for instance a refresh token.
  OAUTH20_LOGIN("oauth20.login"),
  /// Signatures for Amazon Web Services; stands beside `api`.
  AWS("aws");

  private static final String PARAMETERS = "parameters";
  private static final String AUTHENTICATION = "parameters/api/authentication/";
  private static final String CREDENTIALS = "authorization/oauth_api/credentials/";
  private static final String AWS_CREDENTIALS = "parameters/aws/signature/credentials/";

  private static final List<String> GRANT_KEYS =
      List.of(
          "issuer",
          "tokenUrl",
          "clientId",
          "#clientSecret",
          "clientAuthentication",
          "basicEncoding",
          "#privateKey",
          "signingAlgorithm",
          "keyId",
          "certificate",
          "assertionAudience",
          "scopes",
          "audience",
          "resource",
          "params",
          "headers",
          "token");

  /// What the original's form notes for a method that it has no fields for.
  private static final JsonString NOTED = new JsonString("custom");

  private static final String TOKEN = "token";
  private static final String TOKEN_SECRET = "tokenSecret";

  private final String type;

  MethodFields(String type) {
    this.type = type;
  }

  /// {@return the name of the method, which is `type` in the configuration but for AWS}
  public String type() {
    return type;
  }

  /// {@return the method of that name}
  ///
  /// @param type its name
  public static Optional<MethodFields> named(String type) {
    return Arrays.stream(values()).filter(method -> method.type.equals(type)).findFirst();
  }

  /// {@return the method that a document uses, if it is one of these}
  ///
  /// @param document the whole configuration
  public static Optional<MethodFields> of(JsonObject document) {
    JsonObject parameters = JsonEdit.object(document, PARAMETERS);
    return switch (AuthenticationForm.recognise(parameters)) {
      case CustomAuthentication(JsonObject section) ->
          section.valueOrNull("type") instanceof JsonString(String name)
              ? named(name).filter(method -> method != AWS)
              : Optional.empty();
      case NoAuthentication _ ->
          JsonEdit.find(parameters, "aws", "signature").isPresent()
              ? Optional.of(AWS)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// {@return the values of the fields; those that are missing are left out}
  ///
  /// @param document the whole configuration
  public JsonObject fields(JsonObject document) {
    var fields = JsonObject.builder();
    places()
        .forEach((name, path) ->
            JsonEdit.find(document, path.split("/", -1))
                .ifPresent(value -> fields.put(name, value)));
    return fields.build();
  }

  /// {@return the document with this method and other values}
  ///
  /// @param document uses this method, or none
  /// @param fields new values by name; null removes one; fields that are not there stay
  public JsonObject written(JsonObject document, JsonObject fields) {
    JsonObject changed = document;
    if (this != AWS) {
      changed = put(changed, AUTHENTICATION + "type", new JsonString(type));
      changed = put(changed, "parameters/config/" + AuthenticationForm.METHOD_KEY, NOTED);
    }
    if (usesCredentials()) {
      // Runs want both, if only as empty texts.
      changed = withDefault(changed, CREDENTIALS + "appKey");
      changed = withDefault(changed, CREDENTIALS + "#appSecret");
    }
    for (Map.Entry<String, String> place : places().entrySet()) {
      Optional<JsonValue> value = fields.find(place.getKey());
      if (value.isPresent()) {
        changed =
            value.get() instanceof JsonNull
                ? JsonEdit.remove(changed, place.getValue().split("/", -1))
                : put(changed, place.getValue(), value.get());
      }
    }
    return this == OAUTH10 ? withTokens(changed, fields) : changed;
  }

  /// {@return the document without what belongs to this method}
  ///
  /// @param document uses this method
  public JsonObject removedFrom(JsonObject document) {
    if (this == AWS) {
      return JsonEdit.remove(document, PARAMETERS, "aws");
    }
    // From `parameters` on, so that `api` and `config` stay, even if they are empty.
    JsonObject parameters = JsonEdit.object(document, PARAMETERS);
    parameters = JsonEdit.remove(parameters, "api", "authentication");
    parameters = JsonEdit.remove(parameters, "config", AuthenticationForm.METHOD_KEY);
    JsonObject changed = document.with(PARAMETERS, parameters);
    if (usesCredentials()) {
      changed = JsonEdit.remove(changed, "authorization", "oauth_api", "credentials");
      changed =
          JsonEdit.object(changed, "authorization").size() == 0
              ? changed.without("authorization")
              : changed;
    }
    return changed;
  }

  /// Names of fields and their places, in the order of the form.
  private Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    if (this == LOGIN || this == OAUTH20_LOGIN) {
      places.put("url", AUTHENTICATION + "loginRequest/endpoint");
      places.put("method", AUTHENTICATION + "loginRequest/method");
      places.put("headers", AUTHENTICATION + "loginRequest/headers");
      places.put("params", AUTHENTICATION + "loginRequest/params");
      places.put("apiHeaders", AUTHENTICATION + "apiRequest/headers");
      places.put("apiQuery", AUTHENTICATION + "apiRequest/query");
      places.put("expires", AUTHENTICATION + "expires");
    }
    if (this == OAUTH20) {
      places.put("headers", AUTHENTICATION + "headers");
      places.put("query", AUTHENTICATION + "query");
    }
    if (this == CLIENT_CREDENTIALS) {
      for (String name : GRANT_KEYS) {
        places.put(name.replace("#", ""), AUTHENTICATION + name);
      }
    }
    if (Set.of(LOGIN, OAUTH20, OAUTH20_LOGIN).contains(this)) {
      places.put("format", AUTHENTICATION + "format");
    }
    if (usesCredentials()) {
      places.put("clientId", CREDENTIALS + "appKey");
      places.put("clientSecret", CREDENTIALS + "#appSecret");
      places.put("data", CREDENTIALS + "#data");
    }
    if (this == AWS) {
      for (String name : List.of("accessKeyId", "#secretKey", "serviceName", "regionName")) {
        places.put(name.replace("#", ""), AWS_CREDENTIALS + name);
      }
    }
    return places;
  }

  private boolean usesCredentials() {
    return this == OAUTH10 || this == OAUTH20 || this == OAUTH20_LOGIN;
  }

  /// Both come in one text, of which the form knows no part.
  private static JsonObject withTokens(JsonObject document, JsonObject fields) {
    return fields.valueOrNull(TOKEN) instanceof JsonString token
            && fields.valueOrNull(TOKEN_SECRET) instanceof JsonString secret
        ? put(
            document,
            CREDENTIALS + "#data",
            new JsonString(
                JsonObject.builder()
                    .put("oauth_token", token)
                    .put("oauth_token_secret", secret)
                    .build()
                    .toString()))
        : document;
  }

  private static JsonObject withDefault(JsonObject document, String path) {
    return JsonEdit.find(document, path.split("/", -1)).isPresent()
        ? document
        : put(document, path, new JsonString(""));
  }

  private static JsonObject put(JsonObject document, String path, JsonValue value) {
    return JsonEdit.put(document, value, path.split("/", -1));
  }
}

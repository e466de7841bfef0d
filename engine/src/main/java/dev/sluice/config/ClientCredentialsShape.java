package dev.sluice.config;

import dev.sluice.function.FunctionJson;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// How an OAuth 2.0 client-credentials grant is written as a `login`, and which logins are one: by
/// their shape, whatever else they hold (spec: authentication §9.3.2, §9.3.4).
///
/// @param requestType how the credentials travel
/// @param id the client ID
/// @param secret the client secret
/// @param encoded whether both are form-encoded before they go into the header (RFC 6749 §2.3.1);
///   only with [RequestType#BASIC_AUTH]
public record ClientCredentialsShape(
    RequestType requestType, Source id, Source secret, boolean encoded) {
  /// The value of the parameter `grant_type`.
  public static final String GRANT_TYPE = "client_credentials";

  private static final String AUTHORIZATION = "Authorization";
  private static final String CONCAT = "concat";
  private static final String BASE64 = "base64_encode";
  private static final String URLENCODE = "urlencode";
  private static final String ATTR = "attr";

  /// How the credentials travel.
  public enum RequestType {
    /// In the header `Authorization`.
    BASIC_AUTH,
    /// As parameters of the form body.
    POST_FORM
  }

  /// Where a credential stands.
  public sealed interface Source {
    /// In an attribute of `config`.
    ///
    /// @param name its name, e.g. `#__CLIENT_SECRET`
    record Attribute(String name) implements Source {}

    /// Written where it is used.
    ///
    /// @param text the credential itself
    record Literal(String text) implements Source {
      /// {@return nothing of its content}
      @Override
      public String toString() {
        return "Literal";
      }
    }

    /// {@return the source as it stands in the configuration}
    default JsonValue json() {
      return switch (this) {
        case Attribute(String name) -> FunctionJson.reference(ATTR, name);
        case Literal(String text) -> new JsonString(text);
      };
    }
  }

  /// {@return the shape, if the login is a client-credentials grant}
  ///
  /// @param authentication `api.authentication`
  public static Optional<ClientCredentialsShape> of(JsonObject authentication) {
    JsonObject request = authentication.object("loginRequest");
    JsonObject params = request.object("params");
    boolean isTokenRequest =
        isText(authentication, "type", "login")
            && isJsonFormat(authentication)
            && request.valueOrNull("method") instanceof JsonString(String method)
            && method.equalsIgnoreCase("FORM")
            && request.valueOrNull("endpoint") instanceof JsonString
            && isText(params, "grant_type", GRANT_TYPE)
            && usesBearerToken(authentication.object("apiRequest"));
    return isTokenRequest ? credentials(request, params) : Optional.empty();
  }

  /// {@return the header `Authorization` of the token request with these credentials}
  public JsonObject basicAuthorization() {
    JsonObject pair =
        FunctionJson.call(
            CONCAT, encodedIfAsked(id.json()), new JsonString(":"), encodedIfAsked(secret.json()));
    return FunctionJson.call(CONCAT, new JsonString("Basic "), FunctionJson.call(BASE64, pair));
  }

  /// {@return the header `Authorization` that the API's requests get}
  public static JsonObject bearerAuthorization() {
    return FunctionJson.call(
        CONCAT, new JsonString("Bearer "), FunctionJson.reference("response", "access_token"));
  }

  /// {@return the name of the property that is `Authorization` in any case, if there is exactly
  /// one}
  ///
  /// @param headers a `headers` section
  public static Optional<String> authorizationName(JsonObject headers) {
    List<String> names =
        headers.shape().names().stream().filter(AUTHORIZATION::equalsIgnoreCase).toList();
    return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
  }

  private JsonValue encodedIfAsked(JsonValue value) {
    return encoded ? FunctionJson.call(URLENCODE, value) : value;
  }

  private static Optional<ClientCredentialsShape> credentials(
      JsonObject request, JsonObject params) {
    JsonObject headers = request.object("headers");
    boolean hasHeader = headers.shape().names().stream().anyMatch(AUTHORIZATION::equalsIgnoreCase);
    boolean hasParams = params.has("client_id") || params.has("client_secret");
    if (hasHeader && !hasParams) {
      return authorizationName(headers)
          .flatMap(headers::find)
          .flatMap(ClientCredentialsShape::basic);
    }
    if (hasHeader) {
      return Optional.empty();
    }
    Optional<Source> id = params.find("client_id").flatMap(ClientCredentialsShape::source);
    Optional<Source> secret = params.find("client_secret").flatMap(ClientCredentialsShape::source);
    return id.isPresent() && secret.isPresent()
        ? Optional.of(
            new ClientCredentialsShape(RequestType.POST_FORM, id.get(), secret.get(), false))
        : Optional.empty();
  }

  private static Optional<ClientCredentialsShape> basic(JsonValue header) {
    return FunctionJson.arguments(header, CONCAT)
        .filter(args -> args.size() == 2 && args.get(0).equals(new JsonString("Basic ")))
        .flatMap(args -> FunctionJson.arguments(args.get(1), BASE64))
        .filter(args -> args.size() == 1)
        .flatMap(args -> FunctionJson.arguments(args.get(0), CONCAT))
        .filter(args -> args.size() == 3 && args.get(1).equals(new JsonString(":")))
        .flatMap(args -> pair(args.get(0), args.get(2)));
  }

  private static Optional<ClientCredentialsShape> pair(JsonValue id, JsonValue secret) {
    Optional<JsonValue> innerId = onlyArgumentOfUrlencode(id);
    Optional<JsonValue> innerSecret = onlyArgumentOfUrlencode(secret);
    if (innerId.isPresent() != innerSecret.isPresent()) {
      return Optional.empty();
    }
    Optional<Source> idSource = source(innerId.orElse(id));
    Optional<Source> secretSource = source(innerSecret.orElse(secret));
    return idSource.isPresent() && secretSource.isPresent()
        ? Optional.of(
            new ClientCredentialsShape(
                RequestType.BASIC_AUTH, idSource.get(), secretSource.get(), innerId.isPresent()))
        : Optional.empty();
  }

  private static Optional<JsonValue> onlyArgumentOfUrlencode(JsonValue value) {
    return FunctionJson.arguments(value, URLENCODE)
        .filter(args -> args.size() == 1)
        .map(List::getFirst);
  }

  private static Optional<Source> source(JsonValue value) {
    return value instanceof JsonString(String text)
        ? Optional.of(new Source.Literal(text))
        : FunctionJson.referenceKey(value, ATTR).map(Source.Attribute::new);
  }

  private static boolean usesBearerToken(JsonObject apiRequest) {
    JsonObject headers = apiRequest.object("headers");
    Optional<JsonValue> value = authorizationName(headers).flatMap(headers::find);
    boolean isBearer =
        value
            .flatMap(header -> FunctionJson.arguments(header, CONCAT))
            .filter(args ->
                args.equals(
                    List.of(
                        new JsonString("Bearer "),
                        FunctionJson.reference("response", "access_token"))))
            .isPresent();
    return isBearer
        && headers.size() == 1
        && apiRequest.find("query").orElse(JsonNull.NULL).isEmpty();
  }

  private static boolean isJsonFormat(JsonObject authentication) {
    JsonValue format = authentication.find("format").orElse(JsonNull.NULL);
    return format.isEmpty() || format.equals(new JsonString("json"));
  }

  private static boolean isText(JsonObject object, String key, String text) {
    return new JsonString(text).equals(object.valueOrNull(key));
  }
}

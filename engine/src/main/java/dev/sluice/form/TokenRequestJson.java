package dev.sluice.form;

import dev.sluice.config.ClientCredentialsShape;
import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.form.ClientCredentials.Extras;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// `api.authentication` of client credentials: made, and changed where a field changed (spec:
/// authentication §9.3.2). The order of parameters is visible on the wire.
final class TokenRequestJson {
  private static final String REQUEST = "loginRequest";
  private static final String HEADERS = "headers";
  private static final String PARAMS = "params";
  private static final String AUTHORIZATION = "Authorization";
  private static final String GRANT_TYPE = "grant_type";
  private static final String SCOPE = "scope";
  private static final String CLIENT_ID = "client_id";
  private static final String CLIENT_SECRET = "client_secret";
  private static final Set<String> FIELD_PARAMS =
      Set.of(GRANT_TYPE, SCOPE, CLIENT_ID, CLIENT_SECRET);
  private static final Set<String> FIELD_KEYS = Set.of("type", "format", REQUEST, "apiRequest");

  private TokenRequestJson() {}

  /// {@return the section with all keys in their order}
  ///
  /// @param form the fields
  static JsonObject of(ClientCredentials form) {
    JsonObject bearer = JsonObject.of(AUTHORIZATION, ClientCredentialsShape.bearerAuthorization());
    JsonObject params =
        JsonObject.of(GRANT_TYPE, new JsonString(ClientCredentialsShape.GRANT_TYPE));
    var request =
        JsonObject.builder()
            .put("endpoint", form.accessTokenUrl())
            .put("method", "FORM")
            .put(HEADERS, form.extras().headers())
            .put(
                PARAMS,
                JsonEdit.laidOver(withScopes(params, form.scopes()), form.extras().params()))
            .build();
    JsonObject section =
        JsonObject.builder()
            .put("type", "login")
            .put("format", "json")
            .put(REQUEST, withCredentials(request, form.shape()))
            .put("apiRequest", JsonObject.of(HEADERS, bearer))
            .build();
    return JsonEdit.laidOver(section, form.extras().others());
  }

  /// {@return a section with the fields that differ changed, everything else as it stands}
  ///
  /// @param section has the fields `before`
  /// @param before its fields
  /// @param after the fields it is to have
  static JsonObject changed(JsonObject section, ClientCredentials before, ClientCredentials after) {
    JsonObject request = JsonEdit.object(section, REQUEST);
    if (!before.accessTokenUrl().equals(after.accessTokenUrl())) {
      request = request.with("endpoint", new JsonString(after.accessTokenUrl()));
    }
    if (!before.scopes().equals(after.scopes())) {
      request = in(request, PARAMS, params -> withScopes(params, after.scopes()));
    }
    if (!before.shape().equals(after.shape())) {
      request = withCredentials(request, after.shape());
    }
    Extras old = before.extras();
    Extras now = after.extras();
    if (!old.params().equals(now.params())) {
      request = in(request, PARAMS, params -> exchanged(params, old.params(), now.params()));
    }
    if (!old.headers().equals(now.headers())) {
      request = in(request, HEADERS, headers -> exchanged(headers, old.headers(), now.headers()));
    }
    return exchanged(section.with(REQUEST, request), old.others(), now.others());
  }

  /// {@return what a section holds besides the fields}
  ///
  /// @param section `api.authentication` of this shape
  static Extras extras(JsonObject section) {
    JsonObject request = JsonEdit.object(section, REQUEST);
    JsonObject headers = JsonEdit.object(request, HEADERS);
    return new Extras(
        without(JsonEdit.object(request, PARAMS), FIELD_PARAMS),
        ClientCredentialsShape.authorizationName(headers).map(headers::without).orElse(headers),
        without(section, FIELD_KEYS));
  }

  private static JsonObject withScopes(JsonObject params, List<String> scopes) {
    return scopes.isEmpty()
        ? params.without(SCOPE)
        : JsonEdit.putAfter(params, GRANT_TYPE, SCOPE, new JsonString(String.join(" ", scopes)));
  }

  private static JsonObject withCredentials(JsonObject request, ClientCredentialsShape shape) {
    JsonObject headers = JsonEdit.object(request, HEADERS);
    JsonObject params = JsonEdit.object(request, PARAMS);
    String name = ClientCredentialsShape.authorizationName(headers).orElse(AUTHORIZATION);
    if (shape.requestType() == RequestType.BASIC_AUTH) {
      headers = JsonEdit.putAfter(headers, "Accept", name, shape.basicAuthorization());
      params = params.without(CLIENT_ID).without(CLIENT_SECRET);
    } else {
      headers = headers.without(name);
      String previous = params.has(SCOPE) ? SCOPE : GRANT_TYPE;
      params = JsonEdit.putAfter(params, previous, CLIENT_ID, shape.id().json());
      params = JsonEdit.putAfter(params, CLIENT_ID, CLIENT_SECRET, shape.secret().json());
    }
    boolean hadHeaders = request.has(HEADERS);
    JsonObject changed = request.with(PARAMS, params);
    return headers.size() == 0 && !hadHeaders ? changed : changed.with(HEADERS, headers);
  }

  private static JsonObject in(JsonObject request, String key, UnaryOperator<JsonObject> change) {
    return request.with(key, change.apply(JsonEdit.object(request, key)));
  }

  private static JsonObject exchanged(JsonObject object, JsonObject old, JsonObject now) {
    JsonObject changed = object;
    for (String name : old.shape().names()) {
      changed = now.has(name) ? changed : changed.without(name);
    }
    return JsonEdit.laidOver(changed, now);
  }

  private static JsonObject without(JsonObject object, Set<String> names) {
    JsonObject rest = object;
    for (String name : object.shape().names()) {
      rest = names.contains(name) ? rest.without(name) : rest;
    }
    return rest;
  }
}

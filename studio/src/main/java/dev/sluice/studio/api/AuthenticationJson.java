package dev.sluice.studio.api;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.config.ClientCredentialsShape.Source;
import dev.sluice.form.ApiKey;
import dev.sluice.form.AuthenticationForm;
import dev.sluice.form.BasicCredentials;
import dev.sluice.form.BearerToken;
import dev.sluice.form.ClientCredentials;
import dev.sluice.form.ClientCredentials.Extras;
import dev.sluice.form.CustomAuthentication;
import dev.sluice.form.FieldProblem;
import dev.sluice.form.NoAuthentication;
import dev.sluice.form.QueryParameters;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The methods of authentication and their fields as the page gets and sends them.
final class AuthenticationJson {
  private static final String BASIC = "basic";
  private static final String POST_FORM = "form";

  private AuthenticationJson() {}

  /// {@return the name of a method}
  ///
  /// @param form the method
  static String method(AuthenticationForm form) {
    return switch (form) {
      case NoAuthentication _ -> "none";
      case BasicCredentials _ -> BASIC;
      case ApiKey _ -> "api-key";
      case BearerToken _ -> "bearer";
      case ClientCredentials _ -> "oauth2";
      case QueryParameters _ -> "query";
      case CustomAuthentication _ -> "custom";
    };
  }

  /// {@return the fields of a method}
  ///
  /// @param form the method
  static JsonObject fields(AuthenticationForm form) {
    var fields = JsonObject.builder();
    switch (form) {
      case NoAuthentication _ -> {}
      case BasicCredentials(var user, var password) ->
          fields
              .put("username", user.text())
              .put("usernameKey", user.key())
              .put("password", password.text())
              .put("passwordKey", password.key());
      case ApiKey(String key, Optional<String> token, ApiKey.Target addTo) ->
          fields
              .put("key", key)
              .put("token", token.orElse(""))
              .put("addTo", addTo == ApiKey.Target.HEADER ? "header" : "query");
      case BearerToken(String attribute, Optional<String> token) ->
          fields.put("token", token.orElse("")).put("attribute", attribute);
      case ClientCredentials credentials -> clientCredentials(credentials, fields);
      case QueryParameters(JsonObject parameters) -> fields.put("parameters", parameters);
      case CustomAuthentication(JsonObject authentication) ->
          fields.put("authentication", authentication);
    }
    return fields.build();
  }

  /// {@return a method with the fields that the page sent, the others as they are}
  ///
  /// @param method its name
  /// @param fields what the page sent
  /// @param present what the document has now
  /// @throws Refusal if there is no such method, or a field is of the wrong type
  static AuthenticationForm read(String method, Document fields, AuthenticationForm present) {
    return switch (method) {
      case "none" -> new NoAuthentication();
      case BASIC -> {
        BasicCredentials old =
            present instanceof BasicCredentials basic ? basic : BasicCredentials.of("", "");
        yield new BasicCredentials(
            new BasicCredentials.Field(
                old.user().key(), fields.text("username").orElse(old.user().text())),
            new BasicCredentials.Field(
                old.password().key(), fields.text("password").orElse(old.password().text())));
      }
      case "api-key" -> apiKey(fields, present);
      case "bearer" -> {
        BearerToken old = present instanceof BearerToken bearer ? bearer : BearerToken.of("");
        yield new BearerToken(old.attribute(), fields.text("token").or(old::token));
      }
      case "oauth2" -> clientCredentials(fields, present);
      case "query" ->
          new QueryParameters(
              fields.object().has("parameters") || !(present instanceof QueryParameters(var old))
                  ? fields.object("parameters")
                  : old);
      case "custom" ->
          new CustomAuthentication(
              fields.object().has("authentication")
                      || !(present instanceof CustomAuthentication(var old))
                  ? fields.object("authentication")
                  : old);
      default -> throw Refusal.badRequest("There is no method '" + method + "'.");
    };
  }

  /// {@return the name under which a field stands in the JSON}
  ///
  /// @param field the field
  static String name(FieldProblem.Field field) {
    return switch (field) {
      case REQUEST_TYPE -> "requestType";
      case CLIENT_ID -> "clientId";
      case CLIENT_SECRET -> "clientSecret";
      case ACCESS_TOKEN_URL -> "accessTokenUrl";
      case SCOPES -> "scopes";
    };
  }

  private static void clientCredentials(ClientCredentials form, JsonObject.Builder fields) {
    fields
        .put("requestType", form.requestType() == RequestType.BASIC_AUTH ? BASIC : POST_FORM)
        .put("encoded", JsonBoolean.of(form.client().encoded()))
        .put("clientId", form.clientId())
        .put("clientIdKey", key(form.client().id().source()))
        .put("clientSecret", form.clientSecret())
        .put("clientSecretKey", key(form.client().secret().source()))
        .put("accessTokenUrl", form.accessTokenUrl())
        .put("scopes", Json.texts(form.scopes()))
        .put("params", form.extras().params())
        .put("headers", form.extras().shownHeaders())
        .put("others", form.extras().others());
  }

  private static JsonValue key(Source source) {
    return source instanceof Source.Attribute(String name) ? new JsonString(name) : JsonNull.NULL;
  }

  private static ApiKey apiKey(Document fields, AuthenticationForm present) {
    ApiKey old =
        present instanceof ApiKey key
            ? key
            : new ApiKey("Authorization", Optional.of(""), ApiKey.Target.HEADER);
    String addTo =
        fields.text("addTo").orElse(old.addTo() == ApiKey.Target.HEADER ? "header" : "query");
    return new ApiKey(
        fields.text("key").orElse(old.key()),
        fields.text("token").or(old::token),
        switch (addTo) {
          case "header" -> ApiKey.Target.HEADER;
          case "query" -> ApiKey.Target.PARAMETER;
          default -> throw Refusal.badRequest("'addTo' is 'header' or 'query'.");
        });
  }

  private static ClientCredentials clientCredentials(Document fields, AuthenticationForm present) {
    ClientCredentials form =
        present instanceof ClientCredentials old
            ? old
            : ClientCredentials.of(RequestType.BASIC_AUTH, "", "", "", List.of());
    Optional<String> requestType = fields.text("requestType");
    if (requestType.isPresent()) {
      form = form.withRequestType(requestType(requestType.get()));
    }
    form = form.withEncoded(fields.flag("encoded", form.client().encoded()));
    Optional<String> id = fields.text("clientId");
    form = id.isPresent() ? form.withClientId(id.get()) : form;
    Optional<String> secret = fields.text("clientSecret");
    form = secret.isPresent() ? form.withClientSecret(secret.get()) : form;
    form = form.withAccessTokenUrl(fields.text("accessTokenUrl").orElse(form.accessTokenUrl()));
    form = fields.find("scopes").isPresent() ? form.withScopes(texts(fields, "scopes")) : form;
    Extras extras = form.extras();
    return form.withExtras(
        new Extras(
            fields.object().has("params") ? fields.object("params") : extras.params(),
            fields.object().has("headers") ? headers(fields, extras) : extras.headers(),
            fields.object().has("others") ? fields.object("others") : extras.others()));
  }

  private static RequestType requestType(String text) {
    return switch (text) {
      case BASIC -> RequestType.BASIC_AUTH;
      case POST_FORM -> RequestType.POST_FORM;
      default -> throw Refusal.badRequest("'requestType' is 'basic' or 'form'.");
    };
  }

  /// What was not shown is kept.
  private static JsonObject headers(Document fields, Extras extras) {
    JsonObject headers = fields.object("headers");
    JsonObject shown = extras.shownHeaders();
    JsonObject kept = extras.headers();
    for (String name : shown.shape().names()) {
      kept = headers.has(name) ? kept : kept.without(name);
    }
    for (String name : headers.shape().names()) {
      kept = kept.with(name, headers.find(name).orElseThrow());
    }
    return kept;
  }

  private static List<String> texts(Document fields, String name) {
    List<String> texts = new ArrayList<>();
    if (fields.find(name).orElse(JsonNull.NULL) instanceof JsonArray(var items)) {
      for (JsonValue item : items) {
        if (!(item instanceof JsonString(String text))) {
          throw Refusal.badRequest("'" + name + "' must be a list of texts.");
        }
        texts.add(text);
      }
      return texts;
    }
    throw Refusal.badRequest("'" + name + "' must be a list of texts.");
  }
}

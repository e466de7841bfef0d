package dev.sluice.form;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.config.ClientCredentialsShape.Source;
import dev.sluice.form.ClientCredentials.Client;
import dev.sluice.form.ClientCredentials.Credential;
import dev.sluice.form.ClientCredentials.Extras;
import dev.sluice.function.FunctionJson;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Writes an `oauth20.client-credentials` as a `login`.
final class GrantToLogin {
  /// The type of the form that runs on Sluice only.
  static final String TYPE = "oauth20.client-credentials";

  private static final String LESS_WORDS =
      "Errors of the token endpoint are explained less well: Sluice takes this for a login of any"
          + " kind.";

  private final JsonObject parameters;
  private final JsonObject section;
  private final List<String> lost = new ArrayList<>();

  /// @param parameters `parameters` of a configuration
  GrantToLogin(JsonObject parameters) {
    this.parameters = parameters;
    this.section = JsonEdit.object(parameters, "api", "authentication");
  }

  /// {@return the configuration in the other form}
  GrantConversion result() {
    Optional<GrantConversion.Impossible> obstacle = obstacle();
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    JsonObject written = form().written(JsonEdit.remove(parameters, "api", "authentication"));
    JsonObject login = withTokenPlace(JsonEdit.object(written, "api", "authentication"));
    JsonObject changed = JsonEdit.put(parameters, login, "api", "authentication");
    return new GrantConversion.Done(changed.with("config", written.object("config")), lost);
  }

  private Optional<GrantConversion.Impossible> obstacle() {
    if (!text("type").equals(TYPE)) {
      return impossible("The authentication is not '" + TYPE + "'.", "");
    }
    if (!text("issuer").isEmpty()) {
      return impossible(
          "The token endpoint is looked up at the issuer, which a 'login' can't.",
          "Write its address into 'tokenUrl', in place of 'issuer'.");
    }
    if (!isBasic() && !isPost()) {
      return impossible(
          "A 'login' can't prove who the client is by '" + text("clientAuthentication") + "'.", "");
    }
    if (texts("resource").size() > 1) {
      return impossible("A 'login' can't send the parameter 'resource' more than once.", "");
    }
    boolean refersToClient =
        refersToClient(section.object("params")) || refersToClient(section.object("headers"));
    return refersToClient
        ? impossible("'params' or 'headers' refer to {\"client\": …}, which a 'login' hasn't.", "")
        : Optional.empty();
  }

  private static Optional<GrantConversion.Impossible> impossible(String reason, String remedy) {
    return Optional.of(new GrantConversion.Impossible(reason, remedy));
  }

  private ClientCredentials form() {
    boolean isEncoded = isBasic() && text("basicEncoding").equals("form");
    if (isEncoded) {
      lost.add("A login with 'urlencode' runs on Sluice only, too.");
    }
    var client =
        new Client(
            credential("clientId", "__CLIENT_ID"),
            credential("#clientSecret", "#__CLIENT_SECRET"),
            isEncoded);
    return new ClientCredentials(
        isBasic() ? RequestType.BASIC_AUTH : RequestType.POST_FORM,
        client,
        text("tokenUrl"),
        texts("scopes"),
        new Extras(params(), headers(), JsonObject.EMPTY));
  }

  private JsonObject params() {
    JsonObject params = JsonObject.EMPTY;
    if (!text("audience").isEmpty()) {
      params = params.with("audience", new JsonString(text("audience")));
    }
    for (String resource : texts("resource")) {
      params = params.with("resource", new JsonString(resource));
    }
    return JsonEdit.laidOver(params, section.object("params"));
  }

  private JsonObject headers() {
    JsonObject headers = section.object("headers");
    if (isBasic()) {
      for (String name : headers.shape().names()) {
        headers = name.equalsIgnoreCase("Authorization") ? headers.without(name) : headers;
      }
    }
    return JsonEdit.laidOver(Extras.USUAL.headers(), headers);
  }

  /// A credential that is written in place moves into an attribute, as the form does it.
  private Credential credential(String key, String usualName) {
    JsonValue value = section.find(key).orElse(JsonNull.NULL);
    Optional<String> attribute = FunctionJson.referenceKey(value, "attr");
    if (attribute.isPresent()) {
      return new Credential(
          new Source.Attribute(attribute.get()), Attributes.text(parameters, attribute.get()));
    }
    String text = Attributes.text(value).orElse("");
    JsonObject config = JsonEdit.object(parameters, "config");
    String name = usualName;
    for (int i = 2;
        config.has(name) && !new JsonString(text).equals(config.valueOrNull(name));
        i++) {
      name = usualName + "_" + i;
    }
    return new Credential(new Source.Attribute(name), Optional.of(text));
  }

  /// The form's token goes into `Authorization` as `Bearer`; a login can put it elsewhere.
  private JsonObject withTokenPlace(JsonObject login) {
    JsonObject token = section.object("token");
    JsonValue access = FunctionJson.reference("response", "access_token");
    if (token.valueOrNull("query") instanceof JsonString(String query) && !query.isEmpty()) {
      lost.add(LESS_WORDS);
      return login.with("apiRequest", JsonObject.of("query", JsonObject.of(query, access)));
    }
    String header =
        token.valueOrNull("header") instanceof JsonString(String name) && !name.isEmpty()
            ? name
            : "Authorization";
    String scheme =
        token.valueOrNull("scheme") instanceof JsonString(String name) ? name : "Bearer";
    if (header.equalsIgnoreCase("Authorization") && scheme.equals("Bearer")) {
      return login;
    }
    lost.add(LESS_WORDS);
    JsonValue value =
        scheme.isEmpty()
            ? access
            : FunctionJson.call("concat", new JsonString(scheme + " "), access);
    return login.with("apiRequest", JsonObject.of("headers", JsonObject.of(header, value)));
  }

  private boolean isBasic() {
    String method = text("clientAuthentication");
    return method.isEmpty() || method.equals("client_secret_basic");
  }

  private boolean isPost() {
    return text("clientAuthentication").equals("client_secret_post");
  }

  private static boolean refersToClient(JsonValue value) {
    return switch (value) {
      case JsonObject object ->
          FunctionJson.referenceKey(object, "client").isPresent()
              || object.members().values().stream().anyMatch(GrantToLogin::refersToClient);
      case JsonArray(List<JsonValue> items) ->
          items.stream().anyMatch(GrantToLogin::refersToClient);
      default -> false;
    };
  }

  private String text(String key) {
    JsonValue value = section.find(key).orElse(JsonNull.NULL);
    return FunctionJson.referenceKey(value, "attr")
        .flatMap(name -> Attributes.text(parameters, name))
        .or(() -> Attributes.text(value))
        .orElse("");
  }

  /// A list, or a text whose words are meant.
  private List<String> texts(String key) {
    JsonValue value = section.find(key).orElse(JsonNull.NULL);
    return value instanceof JsonArray(List<JsonValue> items)
        ? items.stream().flatMap(item -> Attributes.text(item).stream()).toList()
        : Arrays.stream(text(key).split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}

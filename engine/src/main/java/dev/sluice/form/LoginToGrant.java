package dev.sluice.form;

import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.config.ClientCredentialsShape.Source;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// Writes a `login` with client credentials as `oauth20.client-credentials`.
///
/// @param parameters the configuration
/// @param login its login
record LoginToGrant(JsonObject parameters, ClientCredentials login) {
  private static final String EXPIRES = "expires";

  /// What the engine does by itself in the other form (spec: README G-03).
  private static final JsonObject USUAL_EXPIRY =
      JsonObject.builder().put("response", "expires_in").put("relative", JsonBoolean.TRUE).build();

  /// {@return the configuration in the other form}
  GrantConversion result() {
    if (!login.accessTokenUrl().matches("(?i)https?://.*")) {
      return new GrantConversion.Impossible(
          "The address of the token endpoint is relative.",
          "Write the whole address into 'loginRequest.endpoint'.");
    }
    if (login.clientSecret().isEmpty()) {
      return new GrantConversion.Impossible(
          "The client secret is empty or missing, and the other form wants one.",
          "Fill it in first.");
    }
    JsonObject changed = JsonEdit.put(parameters, section(), "api", "authentication");
    return new GrantConversion.Done(
        JsonEdit.remove(changed, "config", AuthenticationForm.METHOD_KEY), lost());
  }

  private JsonObject section() {
    var section =
        JsonObject.builder()
            .put("type", GrantToLogin.TYPE)
            .put("tokenUrl", login.accessTokenUrl())
            .put("clientId", json(login.client().id()))
            .put("#clientSecret", json(login.client().secret()))
            .put(
                "clientAuthentication",
                login.requestType() == RequestType.BASIC_AUTH
                    ? "client_secret_basic"
                    : "client_secret_post");
    if (login.client().encoded()) {
      section.put("basicEncoding", "form");
    }
    if (!login.scopes().isEmpty()) {
      section.put(
          "scopes",
          new JsonArray(login.scopes().stream().<JsonValue>map(JsonString::new).toList()));
    }
    JsonObject params = login.extras().params();
    for (String name : new String[] {"audience", "resource"}) {
      if (params.valueOrNull(name) instanceof JsonString text) {
        section.put(name, text);
        params = params.without(name);
      }
    }
    putUnlessEmpty(section, "params", params);
    putUnlessEmpty(section, "headers", login.extras().shownHeaders());
    return section.build();
  }

  private static void putUnlessEmpty(JsonObject.Builder section, String key, JsonObject value) {
    if (value.size() > 0) {
      section.put(key, value);
    }
  }

  private static JsonValue json(ClientCredentials.Credential credential) {
    return switch (credential.source()) {
      case Source.Attribute attribute -> attribute.json();
      case Source.Literal(String text) -> new JsonString(text);
    };
  }

  private List<String> lost() {
    List<String> lost = new ArrayList<>();
    login
        .extras()
        .others()
        .forEach((key, value) -> {
          if (!key.equals(EXPIRES)) {
            lost.add("'" + key + "' of 'authentication' is left out: it has no meaning there.");
          } else if (!value.equals(USUAL_EXPIRY)) {
            lost.add("'expires' is left out: tokens are renewed as their 'expires_in' says.");
          }
        });
    return lost;
  }
}

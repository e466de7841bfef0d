package dev.sluice.form;

import dev.sluice.config.ClientCredentialsShape;
import dev.sluice.config.ClientCredentialsShape.RequestType;
import dev.sluice.config.ClientCredentialsShape.Source;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The choice "OAuth 2.0 Client Credentials": the fields of the form, and everything else that a
/// login of that shape holds (spec: authentication §9.3).
///
/// @param requestType how the credentials travel
/// @param client ID and secret
/// @param accessTokenUrl the address of the token endpoint
/// @param scopes the scopes to ask for, in order; may be empty
/// @param extras what the form keeps and shows as further settings
public record ClientCredentials(
    RequestType requestType,
    Client client,
    String accessTokenUrl,
    List<String> scopes,
    Extras extras)
    implements AuthenticationForm {
  /// What the form notes for this choice.
  static final String METHOD = "oauth2";

  private static final String ID_ATTRIBUTE = "__CLIENT_ID";
  private static final String SECRET_ATTRIBUTE = "#__CLIENT_SECRET";

  /// Keeps an unmodifiable copy; only a header can be encoded.
  public ClientCredentials {
    scopes = List.copyOf(scopes);
    if (requestType == RequestType.POST_FORM) {
      client = client.withEncoded(false);
    }
  }

  /// ID and secret of the client.
  ///
  /// @param id the client ID
  /// @param secret the client secret
  /// @param encoded whether both are form-encoded before they go into the header (RFC 6749 §2.3.1)
  public record Client(Credential id, Credential secret, boolean encoded) {
    Client withEncoded(boolean other) {
      return new Client(id, secret, other);
    }
  }

  /// One of the two, and where it is kept.
  ///
  /// @param source an attribute of `config`, or the place of use
  /// @param text its value; absent when the attribute is missing
  public record Credential(Source source, Optional<String> text) {
    /// {@return the credential with another value}
    ///
    /// @param other the new value
    public Credential withText(String other) {
      Source kept = source instanceof Source.Literal ? new Source.Literal(other) : source;
      return new Credential(kept, Optional.of(other));
    }

    private Credential inAttribute(String name) {
      return source instanceof Source.Literal
          ? new Credential(new Source.Attribute(name), text)
          : this;
    }

    /// {@return the source only: the value may be a secret}
    @Override
    public String toString() {
      return "Credential[" + source + "]";
    }
  }

  /// What a login of this shape may hold besides the fields.
  ///
  /// @param params further parameters of the token request, e.g. `audience`
  /// @param headers further headers of the token request, `Accept` included
  /// @param others further keys of `authentication`, `expires` included
  public record Extras(JsonObject params, JsonObject headers, JsonObject others) {
    /// What the form writes by itself.
    public static final Extras USUAL =
        new Extras(
            JsonObject.EMPTY,
            JsonObject.of("Accept", new JsonString("application/json")),
            JsonObject.EMPTY);

    /// {@return the headers worth showing: `Accept` is hidden when it is `application/json`}
    public JsonObject shownHeaders() {
      JsonObject shown = headers;
      for (String name : headers.shape().names()) {
        if (name.equalsIgnoreCase("Accept")
            && new JsonString("application/json").equals(headers.valueOrNull(name))) {
          shown = shown.without(name);
        }
      }
      return shown;
    }
  }

  /// {@return a filled form without further settings}
  ///
  /// @param requestType how the credentials travel
  /// @param id the client ID
  /// @param secret the client secret; may be empty
  /// @param accessTokenUrl the address of the token endpoint
  /// @param scopes the scopes to ask for; may be empty
  public static ClientCredentials of(
      RequestType requestType,
      String id,
      String secret,
      String accessTokenUrl,
      List<String> scopes) {
    var client =
        new Client(
            new Credential(new Source.Attribute(ID_ATTRIBUTE), Optional.of(id)),
            new Credential(new Source.Attribute(SECRET_ATTRIBUTE), Optional.of(secret)),
            false);
    return new ClientCredentials(requestType, client, accessTokenUrl, scopes, Extras.USUAL);
  }

  /// {@return the form of a configuration, if it has this method}
  ///
  /// @param parameters `parameters` of the configuration
  public static Optional<ClientCredentials> recognise(JsonObject parameters) {
    return AuthenticationForm.recognise(parameters) instanceof ClientCredentials found
        ? Optional.of(found)
        : Optional.empty();
  }

  /// {@return the form of a login that has the shape, if its scope is text}
  static Optional<ClientCredentials> recognise(
      JsonObject parameters, ClientCredentialsShape shape) {
    JsonObject authentication = JsonEdit.object(parameters, "api", "authentication");
    JsonObject request = JsonEdit.object(authentication, "loginRequest");
    JsonObject params = JsonEdit.object(request, "params");
    return scopes(params)
        .map(scopes ->
            new ClientCredentials(
                shape.requestType(),
                new Client(
                    credential(parameters, shape.id()),
                    credential(parameters, shape.secret()),
                    shape.encoded()),
                request.valueOrNull("endpoint") instanceof JsonString(String url) ? url : "",
                scopes,
                TokenRequestJson.extras(authentication)));
  }

  /// {@return the client ID; empty when it is missing}
  public String clientId() {
    return client.id().text().orElse("");
  }

  /// {@return the client secret; empty when it is missing}
  public String clientSecret() {
    return client.secret().text().orElse("");
  }

  /// {@return how and where the credentials are written}
  public ClientCredentialsShape shape() {
    return new ClientCredentialsShape(
        requestType, client.id().source(), client.secret().source(), client.encoded());
  }

  /// {@return this form with another way for the credentials}
  ///
  /// @param other how they travel
  public ClientCredentials withRequestType(RequestType other) {
    return new ClientCredentials(other, client, accessTokenUrl, scopes, extras);
  }

  /// {@return this form with another client}
  ///
  /// @param other ID and secret
  public ClientCredentials withClient(Client other) {
    return new ClientCredentials(requestType, other, accessTokenUrl, scopes, extras);
  }

  /// {@return this form with another client ID}
  ///
  /// @param id its value
  public ClientCredentials withClientId(String id) {
    return withClient(new Client(client.id().withText(id), client.secret(), client.encoded()));
  }

  /// {@return this form with another client secret}
  ///
  /// @param secret its value; may be empty
  public ClientCredentials withClientSecret(String secret) {
    return withClient(new Client(client.id(), client.secret().withText(secret), client.encoded()));
  }

  /// {@return this form with the credentials encoded or not}
  ///
  /// @param encoded see [Client#encoded()]
  public ClientCredentials withEncoded(boolean encoded) {
    return withClient(client.withEncoded(encoded));
  }

  /// {@return this form with another token endpoint}
  ///
  /// @param url its address
  public ClientCredentials withAccessTokenUrl(String url) {
    return new ClientCredentials(requestType, client, url, scopes, extras);
  }

  /// {@return this form with other scopes}
  ///
  /// @param other in order; may be empty
  public ClientCredentials withScopes(List<String> other) {
    return new ClientCredentials(requestType, client, accessTokenUrl, other, extras);
  }

  /// {@return this form with other further settings}
  ///
  /// @param other what is kept besides the fields
  public ClientCredentials withExtras(Extras other) {
    return new ClientCredentials(requestType, client, accessTokenUrl, scopes, other);
  }

  /// {@return this form with credentials that stood where they are used moved into attributes}
  public ClientCredentials withAttributes() {
    return withClient(
        new Client(
            client.id().inAttribute(ID_ATTRIBUTE),
            client.secret().inAttribute(SECRET_ATTRIBUTE),
            client.encoded()));
  }

  /// {@return what is wrong with the fields, in their order} (spec: authentication §9.3.6)
  public List<FieldProblem> problems() {
    return ClientCredentialsCheck.of(this);
  }

  @Override
  public JsonObject written(JsonObject parameters) {
    return attributes(JsonEdit.put(parameters, TokenRequestJson.of(this), "api", "authentication"));
  }

  @Override
  public JsonObject changed(JsonObject parameters) {
    ClientCredentials present = recognise(parameters).orElse(this);
    JsonObject authentication = JsonEdit.object(parameters, "api", "authentication");
    return attributes(
        JsonEdit.put(
            parameters,
            TokenRequestJson.changed(authentication, present, this),
            "api",
            "authentication"));
  }

  @Override
  public JsonObject removedFrom(JsonObject parameters) {
    JsonObject changed = JsonEdit.remove(parameters, "api", "authentication");
    for (Credential credential : List.of(client.id(), client.secret())) {
      if (credential.source() instanceof Source.Attribute(String name)) {
        changed = Attributes.removeOwn(changed, name);
      }
    }
    return JsonEdit.remove(changed, "config", METHOD_KEY);
  }

  private JsonObject attributes(JsonObject parameters) {
    JsonObject changed = JsonEdit.put(parameters, new JsonString(METHOD), "config", METHOD_KEY);
    for (Credential credential : List.of(client.id(), client.secret())) {
      if (credential.source() instanceof Source.Attribute(String name)
          && credential.text().isPresent()) {
        changed = Attributes.put(changed, name, credential.text().get());
      }
    }
    return changed;
  }

  private static Credential credential(JsonObject parameters, Source source) {
    return new Credential(
        source,
        switch (source) {
          case Source.Attribute(String name) -> Attributes.text(parameters, name);
          case Source.Literal(String text) -> Optional.of(text);
        });
  }

  /// A scope that is computed can't be shown as tags.
  private static Optional<List<String>> scopes(JsonObject params) {
    JsonValue scope = params.find("scope").orElse(JsonNull.NULL);
    return switch (scope) {
      case JsonNull _ -> Optional.of(List.of());
      case JsonString(String text) ->
          Optional.of(Arrays.stream(text.split(" ")).filter(part -> !part.isEmpty()).toList());
      default -> Optional.empty();
    };
  }
}

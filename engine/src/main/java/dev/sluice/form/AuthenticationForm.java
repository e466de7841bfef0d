package dev.sluice.form;

import dev.sluice.config.ClientCredentialsShape;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;

/// The choice of an authentication method in a form, with its fields (spec: authentication §9).
/// Immutable.
public sealed interface AuthenticationForm
    permits NoAuthentication,
        BasicCredentials,
        ApiKey,
        BearerToken,
        ClientCredentials,
        QueryParameters,
        CustomAuthentication {
  /// The attribute that holds the form's choice; a run ignores it.
  String METHOD_KEY = "__AUTH_METHOD";

  /// {@return the method that a configuration uses} The shape decides, whatever the form has noted
  /// (spec: authentication §9.4).
  ///
  /// @param parameters `parameters` of the configuration
  static AuthenticationForm recognise(JsonObject parameters) {
    JsonObject authentication = JsonEdit.object(parameters, "api", "authentication");
    String type = authentication.valueOrNull("type") instanceof JsonString(String text) ? text : "";
    return switch (type) {
      case "basic" -> BasicCredentials.recognise(parameters);
      case "query", "url.query" -> QueryParameters.recognise(parameters);
      case "none" -> recogniseHeaders(parameters);
      default -> {
        if (authentication.size() == 0) {
          yield recogniseHeaders(parameters);
        }
        yield ClientCredentialsShape.of(authentication)
            .flatMap(shape -> ClientCredentials.recognise(parameters, shape))
            .map(AuthenticationForm.class::cast)
            .orElseGet(() -> new CustomAuthentication(authentication));
      }
    };
  }

  /// {@return the configuration with this method instead of the one it has} Nothing else changes;
  /// what is the same already stays as it stands.
  ///
  /// @param parameters `parameters` of the configuration
  default JsonObject writeTo(JsonObject parameters) {
    AuthenticationForm present = recognise(parameters);
    if (present.equals(this)) {
      return parameters;
    }
    return present.getClass() == getClass()
        ? changed(parameters)
        : written(present.removedFrom(parameters));
  }

  /// {@return the configuration without the keys that belong to this method}
  ///
  /// @param parameters uses this method
  JsonObject removedFrom(JsonObject parameters);

  /// {@return the configuration with the keys of this method}
  ///
  /// @param parameters uses no method
  JsonObject written(JsonObject parameters);

  /// {@return the configuration with the fields of this method}
  ///
  /// @param parameters uses the same method with other fields
  default JsonObject changed(JsonObject parameters) {
    return written(recognise(parameters).removedFrom(parameters));
  }

  private static AuthenticationForm recogniseHeaders(JsonObject parameters) {
    boolean isNotedAsKey =
        JsonEdit.find(parameters, "config", METHOD_KEY)
            .filter(new JsonString(ApiKey.METHOD)::equals)
            .isPresent();
    var key = ApiKey.recognise(parameters);
    if (key.isPresent() && isNotedAsKey) {
      return key.get();
    }
    return BearerToken.recognise(parameters)
        .map(AuthenticationForm.class::cast)
        .or(() -> key)
        .orElseGet(NoAuthentication::new);
  }
}

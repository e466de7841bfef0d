package dev.sluice.form;

import dev.sluice.function.FunctionJson;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// The choice "Bearer Token": a token known beforehand, in a default header (spec: authentication
/// §9.1).
///
/// @param attribute the attribute that holds the token
/// @param token the token, if the attribute is there
public record BearerToken(String attribute, Optional<String> token) implements AuthenticationForm {
  private static final String METHOD = "bearer";
  private static final String OWN_ATTRIBUTE = "#__BEARER_TOKEN";
  private static final String AUTHORIZATION = "Authorization";

  /// {@return the form with the attribute that it writes by itself}
  ///
  /// @param token the token
  public static BearerToken of(String token) {
    return new BearerToken(OWN_ATTRIBUTE, Optional.of(token));
  }

  /// {@return the form, if a configuration without `api.authentication` is of its shape}
  static Optional<BearerToken> recognise(JsonObject parameters) {
    JsonObject headers = JsonEdit.object(parameters, "api", "http", "headers");
    Optional<String> attribute =
        headerName(headers).flatMap(headers::find).flatMap(BearerToken::of);
    boolean isNoted =
        JsonEdit.find(parameters, "config", METHOD_KEY)
            .filter(new JsonString(METHOD)::equals)
            .isPresent();
    return attribute
        .or(() -> isNoted ? Optional.of(OWN_ATTRIBUTE) : Optional.empty())
        .map(name -> new BearerToken(name, Attributes.text(parameters, name)));
  }

  @Override
  public JsonObject removedFrom(JsonObject parameters) {
    JsonObject headers = JsonEdit.object(parameters, "api", "http", "headers");
    Optional<String> own =
        headerName(headers).filter(name -> of(headers.find(name).orElseThrow()).isPresent());
    JsonObject changed = parameters;
    if (own.isPresent()) {
      changed = JsonEdit.remove(changed, "api", "http", "headers", own.get());
    }
    changed = Attributes.removeOwn(changed, attribute);
    return JsonEdit.remove(changed, "config", METHOD_KEY);
  }

  @Override
  public JsonObject written(JsonObject parameters) {
    JsonObject changed = JsonEdit.remove(parameters, "api", "authentication");
    changed = JsonEdit.put(changed, header(), "api", "http", "headers", AUTHORIZATION);
    return attributes(changed);
  }

  @Override
  public JsonObject changed(JsonObject parameters) {
    JsonObject headers = JsonEdit.object(parameters, "api", "http", "headers");
    String name = headerName(headers).orElse(AUTHORIZATION);
    return attributes(JsonEdit.put(parameters, header(), "api", "http", "headers", name));
  }

  /// {@return the attribute's name only}
  @Override
  public String toString() {
    return "BearerToken[" + attribute + "]";
  }

  private JsonObject attributes(JsonObject parameters) {
    JsonObject changed = JsonEdit.put(parameters, new JsonString(METHOD), "config", METHOD_KEY);
    return token.isPresent() ? Attributes.put(changed, attribute, token.get()) : changed;
  }

  private JsonObject header() {
    return FunctionJson.call(
        "concat", new JsonString("Bearer "), FunctionJson.reference("attr", attribute));
  }

  private static Optional<String> of(JsonValue header) {
    return FunctionJson.arguments(header, "concat")
        .filter(args -> args.size() == 2 && args.get(0).equals(new JsonString("Bearer ")))
        .map(List::getLast)
        .flatMap(arg -> FunctionJson.referenceKey(arg, "attr"));
  }

  private static Optional<String> headerName(JsonObject headers) {
    return headers.shape().names().stream().filter(AUTHORIZATION::equalsIgnoreCase).findFirst();
  }
}

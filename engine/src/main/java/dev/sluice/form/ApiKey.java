package dev.sluice.form;

import dev.sluice.function.FunctionJson;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import java.util.Optional;

/// The choice "API Key Auth": a key known beforehand, in a default header or default parameter
/// (spec: authentication §9.2).
///
/// @param key the name of the header or parameter
/// @param token the key's value, if the attribute is there
/// @param addTo where it goes
public record ApiKey(String key, Optional<String> token, Target addTo)
    implements AuthenticationForm {
  /// What the form notes for this choice.
  static final String METHOD = "api-key";

  private static final String ATTRIBUTE = "#__AUTH_TOKEN";
  private static final JsonObject REFERENCE = FunctionJson.reference("attr", ATTRIBUTE);

  /// Where the key goes.
  public enum Target {
    /// Into a header of each request.
    HEADER("http", "headers"),
    /// Into the parameters of each request.
    PARAMETER("http", "defaultOptions", "params");

    @SuppressWarnings("ImmutableEnumChecker") // Never handed out.
    private final String[] keys;

    Target(String... keys) {
      this.keys = keys;
    }

    private String[] path(String... more) {
      String[] path = new String[keys.length + 1 + more.length];
      path[0] = "api";
      System.arraycopy(keys, 0, path, 1, keys.length);
      System.arraycopy(more, 0, path, keys.length + 1, more.length);
      return path;
    }
  }

  /// {@return the form, if a configuration without `api.authentication` is of its shape}
  static Optional<ApiKey> recognise(JsonObject parameters) {
    for (Target target : Target.values()) {
      JsonObject section = JsonEdit.object(parameters, target.path());
      Optional<String> name =
          section.shape().names().reversed().stream()
              .filter(key -> REFERENCE.equals(section.valueOrNull(key)))
              .findFirst();
      if (name.isPresent()) {
        return Optional.of(new ApiKey(name.get(), Attributes.text(parameters, ATTRIBUTE), target));
      }
    }
    return Optional.empty();
  }

  @Override
  public JsonObject removedFrom(JsonObject parameters) {
    JsonObject changed = JsonEdit.remove(parameters, addTo.path(key));
    changed = Attributes.removeOwn(changed, ATTRIBUTE);
    return JsonEdit.remove(changed, "config", METHOD_KEY);
  }

  @Override
  public JsonObject written(JsonObject parameters) {
    JsonObject changed = JsonEdit.remove(parameters, "api", "authentication");
    changed = JsonEdit.put(changed, REFERENCE, addTo.path(key));
    changed = JsonEdit.put(changed, new JsonString(METHOD), "config", METHOD_KEY);
    return token.isPresent() ? Attributes.put(changed, ATTRIBUTE, token.get()) : changed;
  }

  /// {@return the form without the key's value}
  @Override
  public String toString() {
    return "ApiKey[" + key + ", " + addTo + "]";
  }
}

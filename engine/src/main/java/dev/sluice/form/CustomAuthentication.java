package dev.sluice.form;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;

/// The choice "Custom": the section as JSON, for every method without a form of its own.
///
/// @param authentication becomes `api.authentication`
public record CustomAuthentication(JsonObject authentication) implements AuthenticationForm {
  private static final String METHOD = "custom";

  @Override
  public JsonObject removedFrom(JsonObject parameters) {
    return JsonEdit.remove(
        JsonEdit.remove(parameters, "api", "authentication"), "config", METHOD_KEY);
  }

  @Override
  public JsonObject written(JsonObject parameters) {
    JsonObject changed = JsonEdit.put(parameters, authentication, "api", "authentication");
    return JsonEdit.put(changed, new JsonString(METHOD), "config", METHOD_KEY);
  }

  @Override
  public JsonObject changed(JsonObject parameters) {
    return written(parameters);
  }
}

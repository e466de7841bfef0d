package dev.sluice.form;

import dev.sluice.json.JsonObject;

/// The choice "None".
public record NoAuthentication() implements AuthenticationForm {

  @Override
  public JsonObject removedFrom(JsonObject parameters) {
    return JsonEdit.remove(
        JsonEdit.remove(parameters, "api", "authentication"), "config", METHOD_KEY);
  }

  @Override
  public JsonObject written(JsonObject parameters) {
    return removedFrom(parameters);
  }
}

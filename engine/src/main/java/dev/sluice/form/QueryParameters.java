package dev.sluice.form;

import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;

/// The choice "Query Authentication": parameters that each request's URL gets (spec: authentication
/// §4, §9.4).
///
/// @param parameters names and values; a value is a reference to an attribute, a text or a function
public record QueryParameters(JsonObject parameters) implements AuthenticationForm {
  private static final String METHOD = "query";

  /// {@return the form of a configuration whose `type` is `query` or `url.query`}
  static QueryParameters recognise(JsonObject document) {
    JsonObject section = JsonEdit.object(document, "api", "authentication", "query");
    return new QueryParameters(
        section.size() == 0 ? JsonEdit.object(document, "api", "query") : section);
  }

  @Override
  public JsonObject removedFrom(JsonObject document) {
    JsonObject changed = JsonEdit.remove(document, "api", "authentication");
    changed = JsonEdit.remove(changed, "api", "query");
    return JsonEdit.remove(changed, "config", METHOD_KEY);
  }

  @Override
  public JsonObject written(JsonObject document) {
    JsonObject section = JsonObject.builder().put("type", METHOD).put("query", parameters).build();
    JsonObject changed = JsonEdit.put(document, section, "api", "authentication");
    return JsonEdit.put(changed, new JsonString(METHOD), "config", METHOD_KEY);
  }

  @Override
  public JsonObject changed(JsonObject document) {
    boolean isOldPlace =
        JsonEdit.find(document, "api", "authentication", "query").orElse(JsonNull.NULL).isEmpty();
    JsonObject changed = isOldPlace ? JsonEdit.remove(document, "api", "query") : document;
    changed = JsonEdit.put(changed, parameters, "api", "authentication", "query");
    return JsonEdit.put(changed, new JsonString(METHOD), "config", METHOD_KEY);
  }
}

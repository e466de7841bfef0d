package dev.sluice.studio.api;

import dev.sluice.action.curl.CurlImport;
import dev.sluice.action.curl.FoundCredentials;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.studio.document.Markers;
import java.util.Set;

/// An imported command as the page gets it: secrets are markers, which it may put where it likes
/// (spec: README G-08).
///
/// @param markers stand for secrets
record CurlJson(Markers markers) {
  private static final Set<String> SECRET_FIELDS = Set.of("password", "token");

  /// {@return the parts of an import}
  ///
  /// @param imported what a command meant
  JsonObject of(CurlImport imported) {
    // First, so that the same secrets are known in the job.
    JsonValue authentication =
        imported.authentication().map(this::authentication).orElse(JsonNull.NULL);
    return JsonObject.builder()
        .put("job", masked(imported.job()))
        .put("authentication", authentication)
        .put(
            "notImported",
            Json.list(
                imported.notImported(),
                part ->
                    JsonObject.builder()
                        .put("option", part.option())
                        .put("reason", part.reason())
                        .build()))
        .put(
            "baseUrl",
            imported
                .baseUrl()
                .<JsonValue>map(base ->
                    JsonObject.builder()
                        .put("url", base.url())
                        .put("endpoint", base.endpoint())
                        .build())
                .orElse(JsonNull.NULL))
        .put("placeholders", Json.texts(imported.placeholders()))
        .put("notes", Json.texts(imported.notes()))
        .build();
  }

  private JsonValue authentication(FoundCredentials found) {
    var marked = JsonObject.builder();
    AuthenticationJson.fields(found.form())
        .forEach(
            (name, value) -> marked.put(SECRET_FIELDS.contains(name) ? "#" + name : name, value));
    var fields = JsonObject.builder();
    masked(marked.build()).forEach((name, value) -> fields.put(name.replace("#", ""), value));
    return JsonObject.builder()
        .put("method", AuthenticationJson.method(found.form()))
        .put("fields", fields.build())
        .put("place", new JsonString(found.place()))
        .build();
  }

  private JsonObject masked(JsonObject object) {
    try {
      return (JsonObject) new JsonReader().read(markers.mask(JsonWriter.compact(object)).text());
    } catch (JsonSyntaxError e) {
      throw new IllegalStateException(e);
    }
  }
}

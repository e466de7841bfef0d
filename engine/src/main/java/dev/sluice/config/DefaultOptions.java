package dev.sluice.config;

import dev.sluice.function.Place;
import dev.sluice.function.Section;
import dev.sluice.json.JsonObject;
import java.util.Optional;

/// A partial job that lies under every request but logins: `api.http.defaultOptions` (spec:
/// run-and-http §2.5).
///
/// @param method `GET`, `POST` or `FORM`, for jobs that name none
/// @param params parameters; functions in them are evaluated once per job instance (spec: README
///   G-09)
/// @param headers headers that the request does not have itself
public record DefaultOptions(Optional<String> method, Section params, JsonObject headers) {
  /// Nothing.
  public static final DefaultOptions NONE =
      new DefaultOptions(
          Optional.empty(), Section.of(JsonObject.EMPTY, Place.JOB_PARAMS), JsonObject.EMPTY);
}

package dev.sluice.cli;

import dev.sluice.form.ClientCredentials;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;

/// The configuration that `sluice init` writes.
final class StarterDocument {
  private StarterDocument() {}

  /// {@return a whole configuration}
  ///
  /// @param credentials the login
  /// @param baseUrl where the API's endpoints begin
  /// @param endpoint the first job's
  /// @param paging `none`, `offset` or `pagenum`
  /// @param pageSize rows of a page, at least 1
  /// @throws UserError if an answer can't be used
  static JsonObject of(
      ClientCredentials credentials, String baseUrl, String endpoint, String paging, int pageSize) {
    JsonObject.Builder api = JsonObject.builder().put("baseUrl", withSlash(baseUrl));
    switch (paging) {
      case "none" -> {}
      case "offset", "pagenum" ->
          api.put(
              "pagination",
              JsonObject.builder()
                  .put("method", paging)
                  .put("limit", JsonNumber.of(pageSize))
                  .build());
      default ->
          throw new UserError(
              Problem.of(
                  "The paging must be none, offset or pagenum.",
                  "Choose none, and write another method into the file."));
    }
    JsonObject config =
        JsonObject.builder()
            .put("lossless", JsonBoolean.TRUE)
            .put("jobs", JsonArray.of(JsonObject.builder().put("endpoint", endpoint).build()))
            .build();
    JsonObject parameters =
        JsonObject.builder().put("api", api.build()).put("config", config).build();
    return JsonObject.of("parameters", credentials.writeTo(parameters));
  }

  /// Without the slash a relative endpoint would replace the last part of the path.
  private static String withSlash(String baseUrl) {
    return baseUrl.endsWith("/") ? baseUrl : baseUrl + "/";
  }
}

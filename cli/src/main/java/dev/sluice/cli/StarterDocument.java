package dev.sluice.cli;

import dev.sluice.form.ClientCredentials;
import dev.sluice.form.GrantConversion;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;

/// The configuration that `sluice init` writes.
///
/// @param api `api`
/// @param config `config`
record StarterDocument(JsonObject api, JsonObject config) {

  /// {@return a configuration without paging}
  ///
  /// @param credentials the login
  /// @param baseUrl where the API's endpoints begin
  /// @param endpoint the first job's
  static StarterDocument of(ClientCredentials credentials, String baseUrl, String endpoint) {
    // Without the slash a relative endpoint would replace the last part of the path.
    String folder = baseUrl.endsWith("/") ? baseUrl : baseUrl + "/";
    JsonObject parameters =
        credentials.writeTo(
            JsonObject.builder()
                .put("api", JsonObject.of("baseUrl", new JsonString(folder)))
                .put("config", JsonObject.EMPTY)
                .build());
    JsonObject job = JsonObject.of("endpoint", new JsonString(endpoint));
    return new StarterDocument(
        parameters.object("api"),
        parameters
            .object("config")
            .with("lossless", JsonBoolean.TRUE)
            .with("jobs", JsonArray.of(job)));
  }

  /// {@return this configuration with `oauth20.client-credentials` in place of the `login`}
  ///
  /// @throws UserError if the login can't be written so
  StarterDocument withNativeLogin() {
    return switch (GrantConversion.toNative(document().object("parameters"))) {
      case GrantConversion.Done(JsonObject parameters, _) ->
          new StarterDocument(parameters.object("api"), parameters.object("config"));
      case GrantConversion.Impossible(String reason, String remedy) ->
          throw new UserError(Problem.of(reason, remedy));
    };
  }

  /// {@return this configuration with paging}
  ///
  /// @param method `offset` or `pagenum`
  /// @param pageSize rows of a page, at least 1
  StarterDocument withPaging(String method, long pageSize) {
    JsonObject pagination =
        JsonObject.builder().put("method", method).put("limit", JsonNumber.of(pageSize)).build();
    return new StarterDocument(api.with("pagination", pagination), config);
  }

  /// {@return the whole file}
  JsonObject document() {
    JsonObject parameters = JsonObject.builder().put("api", api).put("config", config).build();
    return JsonObject.of("parameters", parameters);
  }
}

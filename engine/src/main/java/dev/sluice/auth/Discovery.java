package dev.sluice.auth;

import dev.sluice.http.ApiRequest;
import dev.sluice.http.Method;
import dev.sluice.http.NotJson;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.ResponseDocuments;
import dev.sluice.http.Url;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the token endpoint in the metadata of an authorization server (RFC 8414 §3; spec: README
/// G-09).
///
/// @param issuer the server's identifier, a URL
/// @param line how requests are sent; no credential is in them
record Discovery(String issuer, LoginLine line) {
  private static final ConfigPath PATH = Placed.SECTION.key("issuer");

  /// {@return the address of the token endpoint}
  ///
  /// @throws UserError if no metadata can be had, or it is that of another server
  String tokenEndpoint() {
    List<String> tried = new ArrayList<>();
    for (String address : MetadataAddress.of(issuer)) {
      Optional<JsonObject> metadata = metadata(address, tried);
      if (metadata.isPresent()) {
        return endpoint(metadata.get(), address);
      }
    }
    throw new UserError(
        Problem.at(
            PATH,
            "Cannot find the token endpoint of the issuer: " + String.join("; ", tried) + ".",
            "Check the issuer, or set 'tokenUrl' instead of it."));
  }

  private Optional<JsonObject> metadata(String address, List<String> tried) {
    var asked =
        new ApiRequest(
            address,
            Method.GET,
            JsonObject.EMPTY,
            JsonObject.of("Accept", new dev.sluice.json.JsonString("application/json")),
            ApiRequest.Source.CONFIGURED,
            Set.of());
    Request request = line.encoder().encodeLogin(asked).withPurpose(Request.Purpose.LOGIN);
    try {
      Response response = line.pipeline().send(request);
      try (var body = response.body()) {
        if (ResponseDocuments.readAfterMark(new JsonReader(), body) instanceof JsonObject found) {
          return Optional.of(found);
        }
      }
      tried.add(address + " answered with no JSON object");
    } catch (NotJson _) {
      tried.add(address + " answered with no JSON object");
    } catch (UserError e) {
      tried.add(address + ": " + e.problems().getFirst().message());
    }
    return Optional.empty();
  }

  private String endpoint(JsonObject metadata, String address) {
    Optional<String> named = TokenAnswer.text(metadata, "issuer");
    if (named.filter(issuer::equals).isEmpty()) {
      throw new UserError(
          Problem.at(
              PATH,
              "The metadata at %s is that of the issuer '%s'.".formatted(address, named.orElse("")),
              "Write the issuer exactly as the server does (RFC 8414 §3.3)."));
    }
    String endpoint = TokenAnswer.text(metadata, "token_endpoint").orElse("");
    Optional<Url> url = Url.parse(endpoint);
    boolean isLowered =
        issuer.toLowerCase(java.util.Locale.ROOT).startsWith("https:")
            && !endpoint.toLowerCase(java.util.Locale.ROOT).startsWith("https:");
    if (url.isEmpty() || isLowered) {
      throw new UserError(
          Problem.at(
              PATH,
              "The metadata at %s names no token endpoint that can be used: '%s'."
                  .formatted(address, endpoint),
              "Set 'tokenUrl' instead of 'issuer'."));
    }
    return endpoint;
  }
}

package dev.sluice.studio.api;

import dev.sluice.action.Scratch;
import dev.sluice.action.ShownExchange;
import dev.sluice.action.TestRequest;
import dev.sluice.auth.MetadataAddress;
import dev.sluice.config.BaseUrl;
import dev.sluice.event.Events;
import dev.sluice.event.Exchange;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.run.Bounds;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Refusal;
import dev.sluice.studio.web.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Finds the token endpoint of an authorization server (RFC 8414, OpenID Connect Discovery 1.0;
/// spec: studio §1.4.1 no. 6). The requests are the engine's, as everywhere.
///
/// @param workspace knows proxies and time
record DiscoveryAddress(Workspace workspace) {
  private static final int OK = 200;
  private static final int MOST_BYTES = 1 << 20;
  private static final Bounds BOUNDS =
      new Bounds(List.of(0), 1, 1, MOST_BYTES, Duration.ofSeconds(10));

  /// {@return token endpoint, scopes, and how the credentials should travel}
  ///
  /// @param request `issuer`
  /// @throws Refusal if the issuer publishes nothing usable
  Reply find(Document request) {
    String issuer = request.requiredText("issuer").strip();
    if (!BaseUrl.isValid(issuer)) {
      throw new Refusal(422, "issuer", "Enter the issuer's address, starting with https://");
    }
    for (String address : MetadataAddress.of(issuer)) {
      Optional<JsonObject> metadata = metadata(address);
      if (metadata.isPresent()
          && metadata.get().valueOrNull("token_endpoint") instanceof JsonString(String url)) {
        return Reply.json(answer(metadata.get(), url, issuer));
      }
    }
    throw new Refusal(
        422,
        "no_metadata",
        "This issuer does not say where its token endpoint is. Enter the Access Token URL by hand.");
  }

  private static JsonObject answer(JsonObject metadata, String url, String issuer) {
    List<String> methods = texts(metadata, "token_endpoint_auth_methods_supported");
    boolean isPost =
        methods.contains("client_secret_post") && !methods.contains("client_secret_basic");
    var answer =
        JsonObject.builder()
            .put("accessTokenUrl", url)
            .put("requestType", isPost ? "form" : "basic")
            .put("scopes", Json.texts(texts(metadata, "scopes_supported")));
    boolean isSame =
        metadata.valueOrNull("issuer") instanceof JsonString(String named)
            && named.replaceFirst("/$", "").equals(issuer.replaceFirst("/$", ""));
    if (!isSame) {
      answer.put("warning", "The answer is about another issuer. Check the address.");
    }
    return answer.build();
  }

  private static List<String> texts(JsonObject object, String name) {
    return object.valueOrNull(name) instanceof JsonArray(var items)
        ? items.stream()
            .filter(JsonString.class::isInstance)
            .map(item -> ((JsonString) item).value())
            .toList()
        : List.of();
  }

  private Optional<JsonObject> metadata(String address) {
    JsonObject job =
        JsonObject.builder()
            .put("endpoint", address)
            .put("dataType", "metadata")
            .put("dataField", ".")
            .build();
    JsonObject parameters =
        JsonObject.builder()
            .put("api", JsonObject.of("baseUrl", new JsonString(address)))
            .put(
                "config",
                JsonObject.builder()
                    .put("outputBucket", "discovery")
                    .put("jobs", JsonArray.of(job))
                    .build())
            .build();
    String text = JsonObject.of("parameters", parameters).toString();
    try (Scratch scratch = Scratch.make()) {
      TestRequest.Result result =
          new TestRequest(
                  workspace
                      .request(ConfigDocument.of(text), Events.NONE)
                      .withState("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                      .within(BOUNDS)
                      .in(scratch.folder()),
                  MOST_BYTES)
              .run();
      return result.exchanges().stream()
          .reduce((_, next) -> next)
          .flatMap(ShownExchange::reply)
          .filter(reply -> reply.status() == OK)
          .flatMap(DiscoveryAddress::object);
    } catch (IOException e) {
      throw new Refusal(422, "no_room", "Cannot make a temporary folder: " + e.getMessage());
    }
  }

  private static Optional<JsonObject> object(Exchange.Reply reply) {
    try {
      JsonValue value = new JsonReader().read(reply.body().start());
      return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    } catch (JsonSyntaxError _) {
      return Optional.empty();
    }
  }
}

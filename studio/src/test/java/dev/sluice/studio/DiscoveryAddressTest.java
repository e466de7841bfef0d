package dev.sluice.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.studio.PageOfStudio.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// RFC 8414 §3, OpenID Connect Discovery 1.0 §4.
final class DiscoveryAddressTest {
  @TempDir private Path folder;
  private PageOfStudio page;
  private final ScriptedServer server = ScriptedServer.start();

  @BeforeEach
  void start() {
    page = new PageOfStudio(StudioOptions.of(folder));
  }

  @AfterEach
  void stop() {
    page.close();
    server.close();
  }

  @Test
  void theMetadataOfTheIssuerFillTheForm() {
    server.at(
        "/.well-known/oauth-authorization-server/realms/shop",
        dev.sluice.testkit.Answer.json(
            "{\"issuer\":\"%s\",\"token_endpoint\":\"%s\",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"],\"scopes_supported\":[\"read\"]}"
                .formatted(server.url("/realms/shop"), server.url("/token"))));
    assertEquals(
        "{\"accessTokenUrl\":\"%s\",\"requestType\":\"form\",\"scopes\":[\"read\"]}"
            .formatted(server.url("/token")),
        discover("/realms/shop").body());
  }

  @Test
  void theAddressOfOpenIdIsTheSecondChoice() {
    server
        .at("/.well-known/oauth-authorization-server", dev.sluice.testkit.Answer.json(404, "{}"))
        .at(
            "/.well-known/openid-configuration",
            dev.sluice.testkit.Answer.json(
                "{\"issuer\":\"http://other/\",\"token_endpoint\":\"http://other/token\"}"));
    Answer answer = discover("/");
    assertEquals("basic", answer.at("/requestType"));
    assertEquals("The answer is about another issuer. Check the address.", answer.at("/warning"));
    assertEquals(
        List.of(
            "GET /.well-known/oauth-authorization-server", "GET /.well-known/openid-configuration"),
        server.requests());
  }

  @Test
  void anIssuerThatSaysNothingIsNamed() {
    server.otherwise(_ -> dev.sluice.testkit.Answer.json("<html>"));
    assertEquals("no_metadata", discover("/x").at("/error/code"));
    assertEquals(
        "issuer",
        page.post("/api/discover", JsonObject.of("issuer", new JsonString("shop")))
            .at("/error/code"));
  }

  private Answer discover(String path) {
    return page.post("/api/discover", JsonObject.of("issuer", new JsonString(server.url(path))));
  }
}

package dev.sluice.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.studio.PageOfStudio.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secrets in a file of their own (spec: studio §4.7, README G-08).
final class SecretsFileTest {
  @TempDir private Path folder;

  @Test
  void secretsMoveOutOfTheConfigurationAndTheFormStillHasThem() throws IOException {
    Path secrets = folder.resolve("secrets.json");
    StudioOptions plain = StudioOptions.of(folder);
    var options =
        new StudioOptions(
            folder,
            Optional.of(secrets),
            plain.proxies(),
            plain.host(),
            0,
            plain.password(),
            "sluice");
    try (var page = new PageOfStudio(options)) {
      String form =
          "{\"clientId\":\"id\",\"clientSecret\":\"c4n4ry-value\",\"accessTokenUrl\":\"https://idp.example.com/t\"}";
      Answer written = write(page, "{\"parameters\":{\"config\":{}}}", form);
      Answer saved = page.save("missing", written.at("/text"));
      Answer moved = page.post("/api/secrets", PageOfStudio.text(saved.at("/text")));
      assertFalse(moved.at("/text").contains("#__CLIENT_SECRET\":"), moved.body());
      assertEquals(200, page.save(saved.at("/etag"), moved.at("/text")).status());

      assertTrue(Files.readString(secrets).contains("\"#__CLIENT_SECRET\": \"c4n4ry-value\""));
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)));
      assertFalse(Files.readString(folder.resolve("config.json")).contains("c4n4ry"));

      Answer read = page.post("/api/forms/authentication", PageOfStudio.text(moved.at("/text")));
      assertTrue(read.at("/fields/clientSecret").startsWith("***"), read.body());
      assertEquals("[]", read.at("/problems"));
      assertFalse(
          page.post("/api/validate", PageOfStudio.text(moved.at("/text")))
              .body()
              .contains("client secret"));
      // A change elsewhere does not bring it back into the file.
      Answer scopes = write(page, moved.at("/text"), "{\"scopes\":[\"read\"]}");
      assertFalse(scopes.at("/text").contains("#__CLIENT_SECRET\":"), scopes.body());
      assertTrue(scopes.at("/text").contains("\"scope\": \"read\""), scopes.body());
      assertTrue(page.get("/api/command").body().contains("--secrets"));
      assertTrue(page.get("/api/secrets").at("/attributes/#__CLIENT_SECRET").startsWith("***"));
      page.answers().stream()
          .skip(2)
          .forEach(answer -> assertFalse(answer.contains("c4n4ry"), answer));
    }
  }

  @Test
  void withoutSuchAFileTheStudioSaysHowToGetOne() {
    try (var page = new PageOfStudio(StudioOptions.of(folder))) {
      Answer refused =
          page.post("/api/secrets", PageOfStudio.text("{\"parameters\":{\"config\":{}}}"));
      assertEquals("no_secrets_file", refused.at("/error/code"));
    }
  }

  private static Answer write(PageOfStudio page, String text, String fields) {
    try {
      return page.put(
          "/api/forms/authentication",
          PageOfStudio.text(text)
              .with("method", new JsonString("oauth2"))
              .with("fields", (JsonObject) new dev.sluice.json.JsonReader().read(fields)));
    } catch (dev.sluice.json.JsonSyntaxError e) {
      throw new AssertionError(e);
    }
  }
}

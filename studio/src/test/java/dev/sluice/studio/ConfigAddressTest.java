package dev.sluice.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.studio.PageOfStudio.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `config.json` through the studio (spec: studio §4.6, §4.7, README G-08).
final class ConfigAddressTest {
  private static final String CONFIG =
      """
      { "parameters": {
          "api": {"baseUrl":"https://api.example.com/"},
          "config": {"#token": "c4n4ry-value", "jobs": [ {"endpoint":"orders"} ]} } }
      """;

  @TempDir private Path folder;
  private Path file;
  private PageOfStudio page;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("config.json");
    Files.writeString(file, CONFIG);
    page = new PageOfStudio(StudioOptions.of(folder));
  }

  @AfterEach
  void stop() {
    page.close();
  }

  @Test
  void anUntouchedFileIsSavedToTheByte() throws IOException {
    var modified = Files.getLastModifiedTime(file);
    Answer opened = page.get("/api/config");
    assertFalse(opened.body().contains("c4n4ry"));
    Answer saved = page.save(opened.at("/etag"), opened.at("/text"));
    assertEquals(200, saved.status());
    assertArrayEquals(
        CONFIG.getBytes(java.nio.charset.StandardCharsets.UTF_8), Files.readAllBytes(file));
    assertEquals(modified, Files.getLastModifiedTime(file));
  }

  @Test
  void aChangeIsSavedAroundTheSecret() throws IOException {
    Answer opened = page.get("/api/config");
    Answer edited =
        page.post(
            "/api/edit",
            edit(opened.at("/text"), "{\"pointer\":\"/parameters/config/debug\",\"value\":true}"));
    Answer saved = page.save(opened.at("/etag"), edited.at("/text"));
    assertEquals(200, saved.status());
    assertEquals(
        CONFIG.replace("\"orders\"} ]", "\"orders\"} ], \"debug\": true"), Files.readString(file));
    assertFalse(saved.body().contains("c4n4ry"));
  }

  @Test
  void aNewSecretIsSavedAndNotShownAgain() throws IOException {
    Answer opened = page.get("/api/config");
    String marker = opened.at("/secrets/0/marker");
    Answer saved =
        page.save(opened.at("/etag"), opened.at("/text").replace(marker, "another-secret"));
    assertTrue(Files.readString(file).contains("\"#token\": \"another-secret\""));
    assertFalse(saved.body().contains("another-secret"));
    assertEquals(saved.at("/text"), page.get("/api/config").at("/text"));
  }

  @Test
  void aFileThatChangedOutsideIsNotOverwritten() throws IOException {
    Answer opened = page.get("/api/config");
    Files.writeString(file, CONFIG + " ");
    Answer saved = page.save(opened.at("/etag"), "{}");
    assertEquals(412, saved.status());
    assertEquals(CONFIG + " ", Files.readString(file));
    assertEquals(428, page.put("/api/config", PageOfStudio.text("{}")).status());
  }

  @Test
  void textThatIsNotJsonIsRefusedWithLineAndColumn() throws IOException {
    Answer opened = page.get("/api/config");
    Answer saved = page.save(opened.at("/etag"), "{\n  \"a\": tru\n}");
    assertEquals("invalid_json", saved.at("/error/code"));
    assertEquals("2", saved.at("/error/line"));
    assertEquals(CONFIG, Files.readString(file));
    assertEquals(422, page.save(opened.at("/etag"), "[]").status());
  }

  @Test
  void aMissingFileIsMadeForTheUserOnly() throws IOException {
    Files.delete(file);
    Answer opened = page.get("/api/config");
    assertEquals("false", opened.at("/exists"));
    assertEquals(200, page.save(opened.at("/etag"), "{\"parameters\":{}}").status());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void permissionsAndLinksStayAsTheyAre() throws IOException {
    Path real = folder.resolve("real.json");
    Files.move(file, real);
    Files.createSymbolicLink(file, real);
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
    Answer opened = page.get("/api/config");
    page.save(opened.at("/etag"), "{}");
    assertTrue(Files.isSymbolicLink(file));
    assertEquals("{}", Files.readString(real));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
  }

  @Test
  void aBrokenFileIsShownWithoutItsSecretsAndCanBeMended() throws IOException {
    Files.writeString(file, "{\"config\": {\n\"#token\": \"c4n4ry-value\"\n}");
    Answer opened = page.get("/api/config");
    assertFalse(opened.body().contains("c4n4ry"));
    assertTrue(opened.at("/problem").contains("line"), opened.body());
    assertEquals(200, page.save(opened.at("/etag"), opened.at("/text") + "}").status());
    assertEquals("{\"config\": {\n\"#token\": \"c4n4ry-value\"\n}}", Files.readString(file));
  }

  @Test
  void aBareConfigurationKeepsItsShape() throws IOException {
    String bare =
        "{\"api\": {\"baseUrl\": \"https://api.example.com\"}, \"config\": {\"jobs\": []}}";
    Files.writeString(file, bare);
    Answer opened = page.get("/api/config");
    assertEquals("true", opened.at("/bare"));
    Answer form =
        page.put(
            "/api/forms/authentication",
            PageOfStudio.text(bare)
                .with("method", new dev.sluice.json.JsonString("bearer"))
                .with("fields", json("{\"token\":\"t0k3n\"}")));
    assertEquals("\"bearer\"", "\"" + form.at("/method") + "\"");
    assertTrue(
        form.at("/text")
            .startsWith("{\"api\": {\"baseUrl\": \"https://api.example.com\", \"http\""),
        form.body());
    Answer problems = page.post("/api/validate", PageOfStudio.text(bare));
    assertTrue(problems.body().contains("\"pointer\":\"/config"), problems.body());
  }

  private static JsonObject edit(String text, String edit) {
    return PageOfStudio.text(text).with("edits", JsonArray.of(json(edit)));
  }

  private static JsonObject json(String text) {
    try {
      return (JsonObject) new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(e);
    }
  }
}

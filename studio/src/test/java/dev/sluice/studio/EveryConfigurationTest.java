package dev.sluice.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.studio.PageOfStudio.Answer;
import dev.sluice.testkit.ProjectFolder;
import dev.sluice.testkit.RecordedCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every configuration opens, and saves back to the byte when nothing was edited (spec: studio
/// §4.11 no. 3).
final class EveryConfigurationTest {
  @TempDir private Path folder;

  @Test
  void recordedConfigurationsSaveBackToTheByte() throws IOException {
    Optional<RecordedCases> recorded = RecordedCases.find();
    assumeTrue(recorded.isPresent(), RecordedCases.ABSENT);
    check(
        recorded.get().cases().stream()
            .map(found -> found.folder().resolve("config.json"))
            .toList());
  }

  @Test
  void examplesSaveBackToTheByte() throws IOException {
    try (Stream<Path> files = Files.walk(ProjectFolder.root().resolve("examples"))) {
      check(files.filter(file -> file.endsWith("config.json")).toList());
    }
  }

  private void check(List<Path> configurations) throws IOException {
    assertFalse(configurations.isEmpty());
    Path file = folder.resolve("config.json");
    try (var page = new PageOfStudio(StudioOptions.of(folder))) {
      for (Path configuration : configurations) {
        byte[] text = Files.readAllBytes(configuration);
        Files.write(file, text);
        Answer opened = page.get("/api/config");
        assertEquals(200, opened.status(), configuration::toString);
        assertEquals(
            200,
            page.save(opened.at("/etag"), opened.at("/text")).status(),
            configuration::toString);
        assertArrayEquals(text, Files.readAllBytes(file), configuration::toString);
        helpersLeaveItAlone(page, opened.at("/text"), configuration);
      }
    }
  }

  private static void helpersLeaveItAlone(PageOfStudio page, String text, Path configuration) {
    JsonObject body = PageOfStudio.text(text);
    Answer form = page.post("/api/forms/authentication", body);
    assertEquals(200, form.status(), configuration + form.body());
    Answer same =
        page.put(
            "/api/forms/authentication",
            body.with("method", new JsonString(form.at("/method")))
                .with("fields", JsonObject.EMPTY));
    assertEquals(200, page.post("/api/validate", body).status(), configuration::toString);
    assertEquals(200, same.status(), configuration + same.body());
    // What the form notes about the method may be added.
    assertEquals(
        text.replaceAll("[\\s,]*\"__AUTH_METHOD\"\\s*:\\s*\"[^\"]*\"", "").replaceAll("\\s", ""),
        same.at("/text")
            .replaceAll("[\\s,]*\"__AUTH_METHOD\"\\s*:\\s*\"[^\"]*\"", "")
            .replaceAll("\\s", ""),
        configuration::toString);
  }
}

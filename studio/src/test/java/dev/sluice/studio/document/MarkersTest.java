package dev.sluice.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.studio.document.Markers.Masked;
import dev.sluice.studio.document.Markers.Place;
import dev.sluice.studio.web.Refusal;
import dev.sluice.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// spec: README G-08.
final class MarkersTest {
  private final Markers markers = new Markers();

  @Test
  void valuesUnderMarkedKeysAreReplacedAndComeBackToTheByte() {
    String text =
        """
        { "#token": "s3\\u0063r3t\\/", "#pin" : 12.50, "open": "read",
          "#deep": {"inner": ["first-secret", true]}, "#empty": "", "#none": null }
        """;
    Masked masked = markers.mask(text);
    for (String secret : List.of("s3", "r3t", "12.50", "first-secret")) {
      assertFalse(masked.text().contains(secret), masked.text());
    }
    assertTrue(masked.text().contains("\"open\": \"read\""));
    assertEquals(
        List.of("/#token", "/#pin", "/#deep/inner/0"),
        masked.secrets().stream().map(place -> place.pointer().toString()).toList());
    assertEquals(text, markers.restore(masked.text()));
  }

  @Test
  void equalSecretsHaveMarkersOfTheirOwnWhichStayTheSame() {
    String text = "{\"#a\":\"twice\",\"#b\":\"twice\"}";
    Masked masked = markers.mask(text);
    assertNotEquals(masked.secrets().get(0).marker(), masked.secrets().get(1).marker());
    assertEquals(masked, markers.mask(text));
  }

  @Test
  void markersMayBeMovedCopiedAndUndone() {
    Masked masked = markers.mask("{\"#a\":\"alpha-secret\",\"#b\":\"beta-secret\"}");
    String a = masked.secrets().get(0).marker();
    String b = masked.secrets().get(1).marker();
    assertEquals(
        "{\"list\":[\"beta-secret\",\"alpha-secret\",\"beta-secret\"],\"#new\":\"typed\"}",
        markers.restore(
            "{\"list\":[\"" + b + "\",\"" + a + "\",\"" + b + "\"],\"#new\":\"typed\"}"));
    // The old markers are still good after the document has changed.
    markers.mask("{\"#a\":\"other\"}");
    assertEquals("[\"alpha-secret\"]", markers.restore("[\"" + a + "\"]"));
  }

  @Test
  void aSecretMovedToAKeyWithoutMarkStaysHidden() {
    Masked masked = markers.mask("{\"#a\":\"abc\"}");
    String moved = "{\"plain\":\"" + masked.secrets().getFirst().marker() + "\"}";
    String saved = markers.restore(moved);
    assertEquals("{\"plain\":\"abc\"}", saved);
    assertFalse(markers.mask(saved).text().contains("abc"));
  }

  @Test
  void aSecretThatAlsoStandsInTheOpenIsHiddenThere() {
    assertFalse(markers.mask("{\"open\":\"s3cr3t\",\"#a\":\"s3cr3t\"}").text().contains("s3cr3t"));
  }

  @Test
  void functionsUnderMarkedKeysStayReadable() {
    String masked =
        markers
            .mask("{\"#h\":{\"function\":\"concat\",\"args\":[\"Bearer \",{\"attr\":\"#t\"}]}}")
            .text();
    assertTrue(masked.contains("\"function\":\"concat\""), masked);
    assertTrue(masked.contains("{\"attr\":\"#t\"}"), masked);
  }

  @Test
  void encryptedValuesAreToldApart() {
    Place place = markers.mask("{\"#a\":\"KBC::ProjectSecure::abc\"}").secrets().getFirst();
    assertTrue(place.isEncrypted());
  }

  @Test
  void aMarkerThatIsNotOursOrNotAloneIsRefused() {
    String marker = markers.mask("{\"#a\":\"alpha\"}").secrets().getFirst().marker();
    assertThrows(Refusal.class, () -> markers.restore("{\"#a\":\"***00000000-0***\"}"));
    assertThrows(Refusal.class, () -> markers.restore("{\"#a\":\"Bearer " + marker + "\"}"));
    assertThrows(Refusal.class, () -> markers.restore("{\"" + marker + "\": 1}"));
  }

  @Test
  void aFileThatIsNotJsonShowsNoSecretEither() {
    String text = "{\n  \"#token\": \"s3cr3t\",\n  \"#other\": \"m0re\n  \"open\": 1\n";
    Masked masked = markers.mask(text);
    assertFalse(masked.text().contains("s3cr3t") || masked.text().contains("m0re"), masked.text());
    assertTrue(masked.text().contains("\"open\": 1"));
    assertEquals(text, markers.restore(masked.text()));
  }

  @Test
  void everyConfigurationWeHaveComesBackToTheByte() throws IOException {
    try (Stream<Path> files = Files.walk(ProjectFolder.root())) {
      List<Path> configurations =
          files
              .filter(file -> file.getFileName().toString().equals("config.json"))
              .filter(file -> !file.toString().contains("/target/"))
              .toList();
      assertFalse(configurations.isEmpty());
      for (Path file : configurations) {
        String text = Files.readString(file);
        assertEquals(text, markers.restore(markers.mask(text).text()), file::toString);
      }
    }
  }
}

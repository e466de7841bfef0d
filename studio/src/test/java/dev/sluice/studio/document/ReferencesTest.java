package dev.sluice.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// spec: studio §4.6 no. 6.
final class ReferencesTest {
  private static final String TEXT =
      """
      {"parameters": {
        "api": {"http": {"headers": {"X": {"attr": "key"}, "Y": {"function": "concat", "args": ["a", {"attr": "key.part"}]}}}},
        "config": {
          "key": {"part": 1.0},
          "keyring": "other",
          "jobs": [{"endpoint": "orders", "params": {"z": {"attr": "keyring"}}}]
        }
      }}
      """;

  @Test
  void aRenamedParameterKeepsItsPlaceAndIsFollowedByAllReferences() {
    ConfigDocument document = ConfigDocument.of(TEXT);
    assertEquals(
        TEXT.replace("\"attr\": \"key\"", "\"attr\": \"token\"")
            .replace("\"attr\": \"key.part\"", "\"attr\": \"token.part\"")
            .replace("\"key\": {\"part\": 1.0}", "\"token\": {\"part\": 1.0}"),
        document.withParameters(References.renamed(document.parameters(), "key", "token")).text());
  }

  @Test
  void namesThatAreTakenOrMissingAreRefused() {
    ConfigDocument document = ConfigDocument.of(TEXT);
    assertThrows(
        IllegalArgumentException.class,
        () -> References.renamed(document.parameters(), "key", "keyring"));
    assertThrows(
        IllegalArgumentException.class,
        () -> References.renamed(document.parameters(), "nope", "token"));
  }
}

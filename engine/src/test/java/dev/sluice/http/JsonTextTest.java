package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mending the encoding of JSON text (spec: run-and-http §4.13).
final class JsonTextTest {
  /// An escape, written so that this file holds none.
  private static final String U = "\\" + "u";

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"a\":\"žluťoučký kůň 😀 \\n \\\\ \\/\"}"})
  void leavesSoundTextAsItIs(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertSame(bytes, JsonText.mended(bytes));
  }

  @Test
  void leavesPairsOfSurrogatesAsTheyAre() {
    byte[] bytes =
        (U + "d83d" + U + "DE00" + U + "017e" + "\\" + U + "d83d")
            .getBytes(StandardCharsets.US_ASCII);
    assertSame(bytes, JsonText.mended(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "78c328, 7828", "ff7b7d, 7b7d", "7bc0af7d, 7b7d", "e282, ''", "7be2827d, 7b7d",
    "eda080, ''", "f4908080, ''", "f5808080, ''", "80, ''", "c2a0ffc2a0, c2a0c2a0",
    "f09f9880f09f98, f09f9880", "e0808041, 41"
  })
  void dropsBytesThatAreNotUtf8(String text, String mended) {
    byte[] bytes = HexFormat.of().parseHex(text);
    assertEquals(mended, HexFormat.of().formatHex(JsonText.mended(bytes)));
  }

  @Test
  void replacesEscapesOfLoneSurrogates() {
    assertEquals("x" + U + "fffdy " + U + "017e", mended("x" + U + "d83cy " + U + "017e"));
    assertEquals(U + "fffd", mended(U + "DC00"));
    assertEquals(
        U + "fffd" + U + "d83d" + U + "de00", mended(U + "d83d" + U + "d83d" + U + "de00"));
    assertEquals(U + "fffd" + U + "fffd", mended(U + "dc00" + U + "d800"));
    assertEquals(U + "fffd\\n", mended(U + "d83d\\n"));
  }

  @Test
  void leavesBrokenEscapesToTheParser() {
    for (String text : new String[] {"\\", U, U + "d8", U + "xyz1", "a\\q"}) {
      assertEquals(text, mended(text));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void mendsAStreamAsItMendsAnArray(long seed) throws IOException {
    var random = new Random(seed);
    var text = new ByteArrayOutputStream();
    String[] parts = {
      "plain text without anything, ", "ž", "😀", U + "d83d", U + "de00", U + "017e", "\\\\", "\\n"
    };
    while (text.size() < 300_000) {
      int part = random.nextInt(parts.length + 1);
      if (part == parts.length) {
        text.write(0x80 + random.nextInt(0x80));
      } else {
        text.writeBytes(parts[part].getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] bytes = text.toByteArray();
    try (InputStream mended = JsonText.mended(new ByteArrayInputStream(bytes), () -> {})) {
      assertArrayEquals(JsonText.mended(bytes), mended.readAllBytes());
    }
  }

  private static String mended(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(JsonText.mended(bytes), StandardCharsets.UTF_8);
  }
}

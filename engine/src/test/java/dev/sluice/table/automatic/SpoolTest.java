package dev.sluice.table.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
  @TempDir Path folder;

  private final Layouts layouts = new Layouts();

  private List<JsonValue> back(List<JsonValue> rows) {
    List<JsonValue> back = new ArrayList<>();
    try (var spool = new Spool(folder, layouts)) {
      spool.startPage(7, JsonObject.of("tag", new JsonString("x")));
      rows.forEach(spool::add);
      SpoolReader reader = spool.read();
      var decoder = new Decoder(layouts);
      assertTrue(reader.next());
      assertTrue(reader.isPage());
      assertEquals(7, SpoolForm.intAt(reader.bytes(), reader.start()));
      while (reader.next()) {
        assertFalse(reader.isPage());
        back.add(decoder.value(reader.bytes(), reader.start()));
      }
    }
    return back;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "false",
        "[]",
        "{}",
        "\"\"",
        "\"é 日本 😀\"",
        "0",
        "-0",
        "-0.0",
        "9223372036854775807",
        "12345678901234567890",
        "1.50",
        "1E400",
        "0.1234567890123456789012345678901234567890",
        "[null,[1,[]],{\"a\":{\"b\":[]}}]",
        "{\"a\":1,\"\":2,\"é\":{\"a\":null}}"
      })
  void givesBackWhatItTook(String json) {
    JsonValue value = Conversion.json(json);
    assertEquals(List.of(value), back(List.of(value)));
  }

  @Test
  void givesBackTextsOfAnyLength() {
    List<JsonValue> rows = new ArrayList<>();
    for (int length : new int[] {126, 127, 128, 65_535, 3_000_000, 5}) {
      rows.add(new JsonString("ž".repeat(length)));
      rows.add(new JsonString("z".repeat(length)));
    }
    assertEquals(rows, back(rows));
  }

  @Test
  void givesBackMoreThanItKeepsInMemory() {
    List<JsonValue> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rows.add(Conversion.json("{\"id\":" + i + ",\"text\":\"" + "x".repeat(i % 300) + "\"}"));
    }
    assertEquals(rows, back(rows));
  }

  @Test
  void givesBackObjectsThatAreMaps() {
    List<JsonValue> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      for (int j = 0; j < 1000; j++) {
        members.put("key " + i + " " + j, JsonObject.of("v" + j, new JsonString("x")));
      }
      rows.add(JsonObject.of(members));
    }
    assertEquals(rows, back(rows));
  }

  @Test
  void removesItsFile() throws IOException {
    try (var spool = new Spool(folder, layouts)) {
      spool.add(new JsonString("x".repeat(3_000_000)));
      assertEquals(1, files());
    }
    assertEquals(0, files());
  }

  @Test
  void makesNoFileForFewRows() throws IOException {
    try (var spool = new Spool(folder, layouts)) {
      spool.add(new JsonString("x"));
      spool.read();
      assertEquals(0, files());
    }
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void saysWhereItCannotWrite() {
    try (var spool = new Spool(folder.resolve("missing"), layouts)) {
      JsonValue row = new JsonString("x".repeat(3_000_000));
      UserError error = assertThrows(UserError.class, () -> spool.add(row));
      assertTrue(String.valueOf(error.getMessage()).startsWith("Cannot keep rows in '" + folder));
    }
  }

  @Test
  void takesAnInterruptForTheEndOfTheRunAndNotForAFaultOfTheDisk() {
    List<JsonValue> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add(new JsonString("x".repeat(100_000) + i));
    }
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> back(rows));
    assertTrue(Thread.interrupted());
    assertEquals(rows, back(rows));
  }
}

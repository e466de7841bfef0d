package dev.sluice.table.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.destination.csv.DataFolder;
import dev.sluice.destination.csv.DataPaths;
import dev.sluice.event.Events;
import dev.sluice.table.TableExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The worked examples E21 and E22, byte for byte (spec: tables §6).
class LegacyExamplesTest {
  @TempDir Path root;

  static List<TableExample> examples() {
    return TableExample.in("legacy");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void givesTheTablesOfTheSpecification(TableExample example) throws IOException {
    try (DataFolder folder = DataFolder.open(new DataPaths(root), Events.NONE);
        var shaper =
            new LegacyShaper(
                Optional.empty(), false, root, folder.bucket(Optional.empty()), Events.NONE)) {
      example.pages().forEach(shaper::take);
      shaper.finish();
      folder.publish("{}");
      example
          .state()
          .ifPresent(state ->
              assertEquals(
                  state.toString(),
                  "{\"json_parser.struct\":"
                      + shaper.structure().orElseThrow()
                      + ",\"json_parser.structVersion\":"
                      + LegacyShaper.STRUCTURE_VERSION
                      + "}"));
    }
    Map<String, String> files = new TreeMap<>();
    try (var list = Files.list(root.resolve("out/tables"))) {
      for (Path file : list.toList()) {
        String name = file.getFileName().toString();
        if (!name.endsWith(".manifest")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    assertEquals(example.files(), files);
  }
}

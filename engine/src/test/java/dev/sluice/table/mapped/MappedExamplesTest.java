package dev.sluice.table.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.config.ConfigNode;
import dev.sluice.config.OutputSettings;
import dev.sluice.config.OutputSettingsReader;
import dev.sluice.destination.csv.CsvDestination;
import dev.sluice.destination.csv.DataFolder;
import dev.sluice.destination.csv.DataPaths;
import dev.sluice.event.Level;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import dev.sluice.table.CellText;
import dev.sluice.table.RecordedLog;
import dev.sluice.table.TableExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The worked examples E23-E32, byte for byte (spec: tables §6).
class MappedExamplesTest {
  @TempDir Path root;
  private final RecordedLog log = new RecordedLog();

  static List<TableExample> examples() {
    return TableExample.in("mapped");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void givesTheTablesOfTheSpecification(TableExample example) throws IOException {
    assertEquals(withManifests(example.files()), filesOf(example));
    assertEquals(example.log(), log.lines().stream().filter(line -> isShown(line)).toList());
  }

  private static boolean isShown(String line) {
    return !line.startsWith(Level.WARNING.name().toLowerCase(java.util.Locale.ROOT));
  }

  private Map<String, String> filesOf(TableExample example) throws IOException {
    var problems = new Problems();
    ConfigNode config = ConfigNode.of(example.config(), ConfigPath.ROOT, problems);
    OutputSettings settings =
        OutputSettingsReader.read(
            ConfigNode.of(JsonObject.EMPTY, ConfigPath.ROOT, problems), config);
    assertEquals(List.of(), problems.errors());
    try (DataFolder folder = DataFolder.open(new DataPaths(root), log)) {
      CsvDestination bucket = folder.bucket(settings.bucket());
      bucket.setIncremental(settings.incremental());
      try (var shaper =
          new MappedShaper(settings.mappings(), CellText.ORIGINAL, bucket, log, NoShaper::new)) {
        example.pages().forEach(shaper::take);
        shaper.finish();
      }
      for (TableHeader missing : MissingTables.of(settings.mappings(), false)) {
        bucket.addMissing(
            missing.table(), missing.columns(), missing.primaryKey(), settings.incremental());
      }
      folder.publish("{}");
    }
    Map<String, String> files = new TreeMap<>();
    try (var list = Files.list(root.resolve("out/tables"))) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  /// Manifests that an example does not show have nothing to say (spec: tables §6).
  private static Map<String, String> withManifests(Map<String, String> shown) {
    Map<String, String> files = new TreeMap<>(shown);
    for (String file : shown.keySet()) {
      if (!file.endsWith(".manifest")) {
        files.putIfAbsent(file + ".manifest", "{\"incremental\":false}");
      }
    }
    return files;
  }
}

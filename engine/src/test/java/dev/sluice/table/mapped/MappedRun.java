package dev.sluice.table.mapped;

import dev.sluice.config.ConfigNode;
import dev.sluice.config.OutputSettings;
import dev.sluice.config.OutputSettingsReader;
import dev.sluice.destination.csv.CsvDestination;
import dev.sluice.destination.csv.DataFolder;
import dev.sluice.destination.csv.DataPaths;
import dev.sluice.event.Events;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problems;
import dev.sluice.table.CellText;
import dev.sluice.table.TableExample;
import dev.sluice.table.automatic.AutomaticShaper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a run makes of the pages of an example: mapped, and converted automatically where there is
/// no mapping.
final class MappedRun {
  private MappedRun() {}

  /// {@return the files in `out/tables` by name}
  static Map<String, String> files(TableExample example, Path root, Events log) throws IOException {
    OutputSettings settings = settings(example);
    try (DataFolder folder = DataFolder.open(new DataPaths(root), log)) {
      CsvDestination bucket = folder.bucket(settings.bucket());
      bucket.setIncremental(settings.incremental());
      try (var shaper =
          new MappedShaper(
              settings.mappings(),
              CellText.of(settings.lossless()),
              bucket,
              log,
              merged ->
                  new AutomaticShaper(
                      Optional.empty(), settings.lossless(), folder.temporary(), merged, log))) {
        example.pages().forEach(shaper::take);
        shaper.finish();
      }
      for (TableHeader missing : MissingTables.of(settings.mappings(), settings.lossless())) {
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

  /// {@return the files that an example shows} Manifests that it does not show have nothing to say
  /// (spec: tables §6).
  static Map<String, String> expected(TableExample example) {
    Map<String, String> files = new TreeMap<>(example.files());
    for (String file : example.files().keySet()) {
      if (!file.endsWith(".manifest")) {
        files.putIfAbsent(file + ".manifest", "{\"incremental\":false}");
      }
    }
    return files;
  }

  private static OutputSettings settings(TableExample example) {
    var problems = new Problems();
    OutputSettings settings =
        OutputSettingsReader.read(
            ConfigNode.of(JsonObject.EMPTY, ConfigPath.ROOT, problems),
            ConfigNode.of(example.config(), ConfigPath.ROOT, problems));
    problems.throwIfAny();
    return settings;
  }
}

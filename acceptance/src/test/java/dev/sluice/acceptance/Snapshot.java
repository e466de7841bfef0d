package dev.sluice.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a user finds in `out/tables`: contents by name. Hidden files do not count, they are the
/// command's own.
///
/// @param tables the text of each file
record Snapshot(Map<String, String> tables) {

  /// {@return the tables of a data folder as they are now}
  static Snapshot of(Path dataFolder) throws IOException {
    Path folder = dataFolder.resolve("out/tables");
    Map<String, String> tables = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = folder.relativize(file).toString();
          if (!name.startsWith(".")) {
            tables.put(name, Files.readString(file));
          }
        }
      }
    }
    return new Snapshot(tables);
  }

  /// {@return whether each file here is the same in one of two others: nothing is half written}
  boolean consistsOf(Snapshot one, Snapshot other) {
    return tables.entrySet().stream()
        .allMatch(file ->
            file.getValue().equals(one.tables.get(file.getKey()))
                || file.getValue().equals(other.tables.get(file.getKey())));
  }
}

package dev.sluice.config.schema;

import dev.sluice.testkit.ProjectFolder;
import dev.sluice.testkit.RecordedCase;
import dev.sluice.testkit.RecordedCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whole configurations that can be run.
public final class Configurations {
  private Configurations() {}

  /// {@return those that together hold every key of the language}
  public static List<Path> ofTests() throws IOException {
    return files(ProjectFolder.root().resolve("engine/src/test/resources/configurations"), 1);
  }

  /// {@return the examples of the project}
  public static List<Path> ofExamples() throws IOException {
    return files(ProjectFolder.root().resolve("examples"), 2).stream()
        .filter(file -> file.endsWith("config.json"))
        .toList();
  }

  /// {@return those of the original's cases that end well; none when they are not there}
  public static List<Path> ofTheOriginal() throws IOException {
    List<Path> files = new ArrayList<>();
    for (RecordedCase recorded : RecordedCases.find().map(RecordedCases::cases).orElse(List.of())) {
      if (!Files.exists(recorded.folder().resolve("_exit"))) {
        files.add(recorded.folder().resolve("config.json"));
      }
    }
    return files;
  }

  private static List<Path> files(Path folder, int depth) throws IOException {
    try (Stream<Path> walk = Files.walk(folder, depth)) {
      return walk.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}

package dev.sluice.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the project's root folder from within a test, whichever module runs it.
public final class ProjectFolder {
  private ProjectFolder() {}

  /// {@return the root: the nearest folder upwards that holds `.mvn`}
  ///
  /// @throws IllegalStateException if the working directory is not within the project
  public static Path root() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.isDirectory(up.resolve(".mvn"))) {
        return up;
      }
    }
    throw new IllegalStateException("not within the project: " + Path.of("").toAbsolutePath());
  }
}

package dev.sluice.action;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder for the results of a test, gone afterwards. Only this user may look into it.
///
/// @param folder where it is
public record Scratch(Path folder) implements AutoCloseable {

  /// {@return a new one}
  ///
  /// @throws IOException if it can't be made
  public static Scratch make() throws IOException {
    return new Scratch(Files.createTempDirectory("sluice-test"));
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | java.io.UncheckedIOException _) {
      // What can't be removed does no harm: the folder is the user's own.
    }
  }
}

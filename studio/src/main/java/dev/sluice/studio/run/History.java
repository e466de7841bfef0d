package dev.sluice.studio.run;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The latest runs, one file each; no secret is in them. A history that can't be written is kept in
/// memory only. Safe for several threads.
final class History {
  private static final int MOST = 20;
  private static final String SUFFIX = ".json";

  private final Path folder;
  private final List<Snapshot> runs = new ArrayList<>();

  /// Reads what is there.
  ///
  /// @param folder may be missing
  History(Path folder) {
    this.folder = folder;
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(SUFFIX))
            .map(History::read)
            .flatMap(java.util.Optional::stream)
            .sorted(Comparator.comparingLong(run -> Long.parseLong(run.id())))
            .forEach(runs::add);
      } catch (IOException | java.io.UncheckedIOException | NumberFormatException _) {
        runs.clear();
      }
    }
  }

  /// {@return the runs, the latest first}
  synchronized List<Snapshot> runs() {
    return List.copyOf(runs.reversed());
  }

  /// {@return the number of the next run}
  synchronized long next() {
    return runs.isEmpty() ? 1 : Long.parseLong(runs.getLast().id()) + 1;
  }

  /// Adds a run that has ended.
  ///
  /// @param run what is known about it
  synchronized void add(Snapshot run) {
    runs.add(run);
    try {
      write(run);
      while (runs.size() > MOST) {
        Files.deleteIfExists(file(runs.removeFirst()));
      }
    } catch (IOException _) {
      // The folder may be read-only; the history then ends with the studio.
    }
  }

  private void write(Snapshot run) throws IOException {
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    Path draft = folder.resolve("draft");
    Files.writeString(draft, JsonWriter.compact(run.whole()));
    Files.move(draft, file(run), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(Snapshot run) {
    return folder.resolve(run.id() + SUFFIX);
  }

  private static java.util.Optional<Snapshot> read(Path file) {
    try {
      return new JsonReader().read(Files.readAllBytes(file)) instanceof JsonObject json
          ? Snapshot.of(json).filter(run -> file.endsWith(run.id() + SUFFIX))
          : java.util.Optional.empty();
    } catch (IOException | JsonSyntaxError _) {
      return java.util.Optional.empty();
    }
  }
}

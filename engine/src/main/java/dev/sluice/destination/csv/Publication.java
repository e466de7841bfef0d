package dev.sluice.destination.csv;

import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts staged files in their places so that nothing is lost when the process ends in the middle
/// (spec: README G-05).
///
/// Until [#decide(Journal)] has written the journal, the old result stands. From then on the new
/// one counts: [#carryOut(Journal)] can be repeated from any point, by this run or the next.
final class Publication {
  private static final String STATE = "state.json";

  private final DataPaths paths;
  private final Disk disk;

  Publication(DataPaths paths, Disk disk) {
    this.paths = paths;
    this.disk = disk;
  }

  /// {@return where the state for the next run is staged}
  static String stagedState() {
    return STATE;
  }

  /// {@return names of the files under `out/tables` that earlier runs made; nothing if the list is
  /// missing or unreadable, then they count as the user's}
  Set<String> published() throws IOException {
    try {
      return new LinkedHashSet<>(
          Journal.names(new JsonReader().read(Files.readAllBytes(paths.published()))));
    } catch (NoSuchFileException | JsonSyntaxError _) {
      return Set.of();
    }
  }

  /// {@return the journal of a publication that was interrupted}
  Optional<Journal> interrupted() throws IOException {
    try {
      return Optional.of(Journal.read(paths.journal()));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (JsonSyntaxError e) {
      throw new UserError(
          Problem.of(
              "Cannot read '" + paths.journal() + "', which says how to finish a publication.",
              "Remove the folder '" + paths.own() + "' and run again."),
          e);
    }
  }

  /// Makes the staged files durable, then writes the journal: the new result counts from here on.
  ///
  /// @param journal whose files all lie in the staging folder, as does the state
  void decide(Journal journal) throws IOException {
    disk.createFolders(paths.tables());
    for (String place : journal.files().values()) {
      disk.force(paths.staging().resolve(place));
    }
    disk.force(paths.staging().resolve(STATE));
    disk.force(paths.staging());
    replace(paths.journal(), journal.bytes());
  }

  /// Does all that the journal says and has not been done. The state comes last, so that whoever
  /// sees it sees its tables as well.
  void carryOut(Journal journal) throws IOException {
    disk.createFolders(paths.staging());
    disk.createFolders(paths.tables());
    for (String name : journal.removed()) {
      Path file = paths.tables().resolve(name);
      if (!Files.isDirectory(file)) {
        disk.delete(file);
      }
    }
    for (Map.Entry<String, String> file : journal.files().entrySet()) {
      moveIfStaged(file.getValue(), paths.tables().resolve(file.getKey()));
    }
    List<String> published = new ArrayList<>(journal.files().keySet());
    replace(
        paths.published(),
        JsonWriter.compact(Journal.list(published)).getBytes(StandardCharsets.UTF_8));
    moveIfStaged(STATE, paths.outState());
    disk.force(paths.tables());
    disk.force(paths.out());
    disk.delete(paths.journal());
  }

  private void moveIfStaged(String place, Path to) throws IOException {
    Path from = paths.staging().resolve(place);
    if (Files.exists(from)) {
      disk.move(from, to);
    }
  }

  /// Gives one of our own files its content at once: whoever reads it finds the old content or the
  /// new one.
  private void replace(Path file, byte[] content) throws IOException {
    Path fresh = paths.staging().resolve(file.getFileName());
    disk.write(fresh, content);
    disk.force(fresh);
    disk.move(fresh, file);
    disk.force(paths.own());
  }
}

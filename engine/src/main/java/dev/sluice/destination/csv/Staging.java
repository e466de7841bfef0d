package dev.sluice.destination.csv;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.table.TableWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The tables in the making, of all buckets of a run. Not thread-safe.
final class Staging {
  private final Path folder;
  private final IdentityHashMap<TableWriter, CsvTableWriter> writers = new IdentityHashMap<>();
  private final List<StagedTable> tables = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /// @param folder is there and empty
  Staging(Path folder) {
    this.folder = folder;
  }

  CsvTableWriter begin(List<String> columns) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A table without columns");
    }
    var writer = new CsvTableWriter(folder.resolve((writers.size() + 1) + ".csv"), columns);
    writers.put(writer, writer);
    return writer;
  }

  /// {@return a writer that was begun here}
  CsvTableWriter own(TableWriter writer) {
    return Objects.requireNonNull(writers.get(writer), "a writer of another destination");
  }

  /// Keeps a complete table for the publication.
  ///
  /// @throws UserError if its name can't be that of a file, or one of its two files has the name of
  ///   another table's
  void add(StagedTable table) {
    checkName(table.file());
    if (!names.add(table.file()) || !names.add(table.manifestFile())) {
      throw new UserError(
          Problem.of(
              "Cannot write table '" + table.file() + "': two tables need a file of that name.",
              "Give one of the tables or buckets another name."));
    }
    tables.add(table);
  }

  boolean has(String file) {
    return names.contains(file);
  }

  List<StagedTable> tables() {
    return List.copyOf(tables);
  }

  /// Lets go of all files. Never throws.
  void abandon() {
    writers.values().forEach(CsvTableWriter::abandon);
  }

  private static void checkName(String file) {
    if (!isFileName(file)) {
      throw new UserError(
          Problem.of(
              "Cannot write table '" + file + "': no file can have that name.",
              "Name the table otherwise."));
    }
  }

  /// {@return whether a name can be that of a file in a folder, and means no other place}
  static boolean isFileName(String name) {
    try {
      Path path = Path.of(name);
      return path.getNameCount() == 1
          && path.toString().equals(name)
          && !path.isAbsolute()
          && !name.isEmpty()
          && !name.equals(".")
          && !name.equals("..");
    } catch (InvalidPathException _) {
      return false;
    }
  }
}

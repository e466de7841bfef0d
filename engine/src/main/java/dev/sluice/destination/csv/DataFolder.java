package dev.sluice.destination.csv;

import dev.sluice.event.Events;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One run's hold on a data folder: makes tables aside, then publishes all of them with the state,
/// or discards all of them (spec: README G-05).
///
/// Killed at any moment, the folder shows the old result or the new one, or the next
/// [#open(DataPaths, Events)] says that a publication was interrupted and finishes it. Used by one
/// thread only.
public final class DataFolder implements AutoCloseable {
  private final DataPaths paths;
  private final Events events;
  private final Disk disk;
  private final Publication publication;
  private final FolderLock lock;
  private final Staging staging;
  private final Map<Optional<String>, CsvDestination> buckets = new LinkedHashMap<>();
  private final boolean madeOut;
  private boolean over;

  private DataFolder(DataPaths paths, Events events, Disk disk, FolderLock lock, boolean madeOut) {
    this.madeOut = madeOut;
    this.paths = paths;
    this.events = events;
    this.disk = disk;
    this.publication = new Publication(paths, disk);
    this.lock = lock;
    this.staging = new Staging(paths.staging());
  }

  /// {@return a hold on the folder} Finishes the publication of an earlier run, if one was
  /// interrupted, and removes what a run that was killed left behind.
  ///
  /// @param paths the data folder; `out` is made if it is missing
  /// @param events told of what is found
  /// @throws UserError if the folder can't be written, or another run is writing to it
  public static DataFolder open(DataPaths paths, Events events) {
    return open(paths, events, new RealDisk());
  }

  static DataFolder open(DataPaths paths, Events events, Disk disk) {
    try {
      boolean madeOut = Files.notExists(paths.out());
      disk.createFolders(paths.own());
      FolderLock lock = FolderLock.take(paths.lock());
      boolean ready = false;
      try {
        var folder = new DataFolder(paths, events, disk, lock, madeOut);
        folder.prepare();
        ready = true;
        return folder;
      } finally {
        if (!ready) {
          lock.release();
        }
      }
    } catch (IOException e) {
      throw DiskProblem.writing(paths.own(), e);
    }
  }

  /// {@return the tables of a bucket; the same object for the same bucket}
  ///
  /// @param bucket the bucket's name; empty for the default bucket
  /// @throws UserError if the name holds a slash, which would lead out of `out/tables`
  public CsvDestination bucket(Optional<String> bucket) {
    if (bucket.isPresent() && bucket.get().indexOf('/') >= 0) {
      throw new UserError("The bucket name '" + bucket.get() + "' must not contain '/'.");
    }
    return buckets.computeIfAbsent(bucket, name -> new CsvDestination(name, staging));
  }

  /// {@return a folder for temporary files, which are gone when the run is over}
  public Path temporary() {
    return paths.staging();
  }

  /// {@return the finished tables, in the order of the files' names}
  public List<PublishedTable> tables() {
    List<PublishedTable> tables = new ArrayList<>();
    for (StagedTable table : staging.tables()) {
      tables.add(
          new PublishedTable(
              paths.tables().resolve(table.file()),
              table.csv().columns(),
              table.csv().emptyColumns(),
              table.csv().rows()));
    }
    tables.sort(Comparator.comparing(PublishedTable::file));
    return tables;
  }

  /// Puts all finished tables and the state in their places, and removes the tables of earlier runs
  /// that this one did not make. Other files under `out/tables` stay as they are.
  ///
  /// @param state the text of `out/state.json`
  /// @throws UserError if the disk is full or a file can't be replaced; either nothing was
  ///   published then, or the next run finishes it and the message says so
  public void publish(String state) {
    try {
      Journal journal = stage(state);
      publication.decide(journal);
      publication.carryOut(journal);
    } catch (IOException e) {
      // Even if writing the journal ended with an error: what is there will be carried out.
      if (Files.exists(paths.journal())) {
        throw DiskProblem.publishing(e);
      }
      throw DiskProblem.writing(paths.out(), e);
    }
  }

  /// Removes what was not published, and lets go of the folder. Never throws; may be called more
  /// than once, and after [#publish(String)].
  public void discard() {
    if (over) {
      return;
    }
    over = true;
    staging.abandon();
    try {
      // A publication that has been decided needs what is staged: the next run will finish it.
      if (Files.notExists(paths.journal())) {
        disk.deleteFolder(paths.staging());
      }
    } catch (IOException _) {
      events.debug("Could not remove '" + paths.staging() + "'. The next run will try again.");
    }
    if (Files.exists(paths.journal()) || Files.exists(paths.published())) {
      lock.release();
    } else {
      lock.remove();
      removeIfEmpty(paths.own());
      if (madeOut) {
        removeIfEmpty(paths.out());
      }
    }
  }

  /// A run that published nothing leaves nothing behind.
  private static void removeIfEmpty(Path folder) {
    try {
      Files.delete(folder);
    } catch (IOException _) {
      // It holds something: it stays.
    }
  }

  /// The same as [#discard()].
  @Override
  public void close() {
    discard();
  }

  /// Leaves everything as a process does that is killed.
  void die() {
    over = true;
    staging.abandon();
    lock.release();
  }

  private void prepare() throws IOException {
    Optional<Journal> interrupted = publication.interrupted();
    if (interrupted.isPresent()) {
      events.warning("The publication of an earlier run was interrupted. Finishing it now.");
      try {
        publication.carryOut(interrupted.get());
      } catch (IOException e) {
        throw DiskProblem.publishing(e);
      }
    }
    disk.deleteFolder(paths.staging());
    disk.createFolders(paths.staging());
  }

  /// Writes the small files that go with the tables, and plans the publication.
  private Journal stage(String state) throws IOException {
    Set<String> published = publication.published();
    Map<String, String> files = new LinkedHashMap<>();
    for (StagedTable table : staging.tables()) {
      checkPlace(table, published);
      Path csv = table.csv().file();
      Path manifest = csv.resolveSibling(StagedTable.manifestFile(csv.getFileName().toString()));
      disk.write(manifest, table.manifest().get().text().getBytes(StandardCharsets.UTF_8));
      files.put(table.file(), csv.getFileName().toString());
      files.put(table.manifestFile(), manifest.getFileName().toString());
    }
    disk.write(
        paths.staging().resolve(Publication.stagedState()), state.getBytes(StandardCharsets.UTF_8));
    List<String> removed = published.stream().filter(name -> !files.containsKey(name)).toList();
    return new Journal(files, removed);
  }

  /// A name that the file system refuses must be found before the publication is decided. It is
  /// tried in a folder that is there: below a missing one every name is merely missing.
  private static void checkName(StagedTable table, Path file) {
    try {
      Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException _) {
      // The name can be had, and is free.
    } catch (IOException e) {
      throw new UserError(
          Problem.of(
              "Cannot write table '" + table.file() + "': the file system refuses the name.",
              "Use a shorter 'outputBucket', 'dataType' or 'destination'."),
          e);
    }
  }

  private void checkPlace(StagedTable table, Set<String> published) {
    boolean replaces = false;
    for (String name : List.of(table.file(), table.manifestFile())) {
      Path file = paths.tables().resolve(name);
      checkName(table, paths.staging().resolve(name));
      if (Files.isDirectory(file)) {
        throw new UserError(
            Problem.of(
                "Cannot write table '" + table.file() + "': '" + file + "' is a folder.",
                "Remove the folder or give the table another name."));
      }
      replaces |= Files.exists(file) && !published.contains(name);
    }
    if (replaces) {
      events.warning(
          "The file '"
              + paths.tables().resolve(table.file())
              + "' was not made by an earlier run. It is replaced.");
    }
  }
}

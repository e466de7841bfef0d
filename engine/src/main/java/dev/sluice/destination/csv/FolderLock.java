package dev.sluice.destination.csv;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// Keeps two runs out of one data folder. The system gives the lock back when a process ends, in
/// whatever way.
final class FolderLock {
  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Takes the lock.
  ///
  /// @param file the lock's file
  /// @throws UserError if another run has it
  static FolderLock take(Path file) throws IOException {
    while (true) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      make(file);
      Optional<Object> before = identity(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw new UserError(
            Problem.of(
                "Cannot write to '" + file.getParent() + "': another run is writing to it.",
                "Wait until that run has ended, or use another data folder."));
      }
      if (before.isPresent() && before.equals(identity(file))) {
        return new FolderLock(file, channel);
      }
      // The file was removed and perhaps made again in between: what is locked keeps nobody out.
      channel.close();
    }
  }

  /// Lets other runs in.
  void release() {
    try {
      channel.close();
    } catch (IOException _) {
      // The system gives the lock back at the latest when the process ends.
    }
  }

  /// Removes the lock's file, then lets other runs in. One that has opened the removed file notices
  /// it in [#take(Path)].
  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // A file that stays does no harm.
    }
    release();
  }

  private static void make(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException _) {
      // An earlier run made it, or one that is writing now.
    }
  }

  /// {@return what tells the file from another one of its name; empty if there is none}
  ///
  /// The file must not be opened for this: on POSIX a process loses its lock of a file when it
  /// closes any descriptor of it.
  private static Optional<Object> identity(Path file) throws IOException {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return Optional.of(key == null ? file : key);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static boolean isTaken(FileChannel channel) {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException _) {
      return true;
    } catch (IOException _) {
      // Some network file systems have no locks; a run there goes without.
      return false;
    }
  }
}

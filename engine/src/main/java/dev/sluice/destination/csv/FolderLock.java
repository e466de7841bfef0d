package dev.sluice.destination.csv;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;

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
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw new UserError(
            Problem.of(
                "Cannot write to '" + file.getParent() + "': another run is writing to it.",
                "Wait until that run has ended, or use another data folder."));
      }
      if (isThere(file, channel)) {
        return new FolderLock(file, channel);
      }
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

  /// Another run may have removed the file after it was opened here; whoever locks a removed file
  /// keeps nobody out.
  private static boolean isThere(Path file, FileChannel channel) throws IOException {
    byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(mark), 0);
    try {
      return Arrays.equals(mark, Files.readAllBytes(file));
    } catch (NoSuchFileException _) {
      return false;
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

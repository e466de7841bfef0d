package dev.sluice.destination.csv;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps two runs out of one data folder. The system gives the lock back when a process ends, in
/// whatever way.
final class FolderLock {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock.
  ///
  /// @param file the lock's file; stays there, because removing it would let two runs in
  /// @throws UserError if another run has it
  static FolderLock take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isTaken(channel)) {
      channel.close();
      throw new UserError(
          Problem.of(
              "Cannot write to '" + file.getParent() + "': another run is writing to it.",
              "Wait until that run has ended, or use another data folder."));
    }
    return new FolderLock(channel);
  }

  void release() {
    try {
      channel.close();
    } catch (IOException _) {
      // The system gives the lock back at the latest when the process ends.
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

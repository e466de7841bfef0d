package dev.sluice.destination.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderLockTest {
  @TempDir private Path folder;

  @Test
  void keepsAnotherProcessOutUntilItIsReleased() throws IOException {
    Path file = folder.resolve("own/lock");
    FolderLock lock = FolderLock.take(file);
    assertEquals("refused", OtherProcess.tries(file));
    lock.release();
    assertEquals("taken", OtherProcess.tries(file));
  }

  @Test
  void letsAnotherProcessInAfterTheFileWasRemoved() throws IOException {
    Path file = folder.resolve("lock");
    FolderLock lock = FolderLock.take(file);
    lock.remove();
    assertFalse(Files.exists(file));
    assertEquals("taken", OtherProcess.tries(file));
  }

  @Test
  void keepsASecondRunOfTheSameProcessOut() throws IOException {
    Path file = folder.resolve("lock");
    FolderLock lock = FolderLock.take(file);
    assertThrows(UserError.class, () -> FolderLock.take(file));
    lock.release();
    FolderLock.take(file).release();
  }
}

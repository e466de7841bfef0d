package dev.sluice.destination.csv;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Function;

/// A disk on which a given step is not done any more, nor any after it.
final class DyingDisk implements Disk {
  /// How the process ends when it is killed; nothing may catch it.
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Disk real = new RealDisk();
  private final Function<Path, IOException> failure;
  private int stepsLeft;

  private DyingDisk(int steps, Function<Path, IOException> failure) {
    this.stepsLeft = steps;
    this.failure = failure;
  }

  /// {@return a disk whose process is killed after so many steps}
  static DyingDisk killedAfter(int steps) {
    return new DyingDisk(
        steps,
        _ -> {
          throw new Killed();
        });
  }

  /// {@return a disk that is full after so many steps}
  static DyingDisk fullAfter(int steps) {
    return new DyingDisk(
        steps, path -> new FileSystemException(path.toString(), null, "No space left on device"));
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    step(folder);
    real.createFolders(folder);
  }

  /// When it dies here, half of the file is written.
  @Override
  public void write(Path file, byte[] content) throws IOException {
    if (stepsLeft == 0) {
      real.write(file, java.util.Arrays.copyOf(content, content.length / 2));
    }
    step(file);
    real.write(file, content);
  }

  @Override
  public void force(Path path) throws IOException {
    step(path);
    real.force(path);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    step(to);
    real.move(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    step(file);
    real.delete(file);
  }

  @Override
  public void deleteFolder(Path folder) throws IOException {
    step(folder);
    real.deleteFolder(folder);
  }

  private void step(Path path) throws IOException {
    if (stepsLeft == 0) {
      throw failure.apply(path);
    }
    stepsLeft--;
  }
}

package dev.sluice.http;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/// Reads a body's temporary file. That the file is gone or can't be read is the environment's
/// fault, so it is told as such, whatever lies between here and the user.
final class KeptBytes extends FilterInputStream {
  private final Path file;

  KeptBytes(InputStream bytes, Path file) {
    super(bytes);
    this.file = file;
  }

  @Override
  public int read() {
    try {
      return super.read();
    } catch (IOException e) {
      throw lost(file, e);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (Thread.currentThread().isInterrupted()) {
      // A long body takes long, and an interrupt does not end the reading of a file by itself.
      throw new CancellationException("The run has ended.");
    }
    try {
      return super.read(target, offset, length);
    } catch (IOException e) {
      throw lost(file, e);
    }
  }

  /// {@return what to tell of a file that can't be read}
  ///
  /// @param file of a body
  /// @param cause why
  static UserError lost(Path file, IOException cause) {
    String why =
        cause instanceof NoSuchFileException
            ? "it is gone."
            : String.valueOf(cause.getMessage()) + ".";
    return new UserError(
        Problem.of(
            "Cannot read a long answer back from the temporary file '" + file + "': " + why,
            "See that the disk works, and that nothing removes files there while a run lasts."),
        cause);
  }
}

package dev.sluice.http.transport;

import dev.sluice.http.Body;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/// Reads bodies: into memory while they are short, into a temporary file beyond that. Safe to share
/// between threads.
public final class BodyReader {
  private static final int FIRST_BUFFER = 32 * 1024;
  private static final int FILE_BUFFER = 64 * 1024;

  private final int mostInMemory;
  private final long most;
  private final Path directory;

  /// Prepares for bodies.
  ///
  /// @param mostInMemory bodies with more bytes go to a file
  /// @param most bodies with more bytes are refused
  /// @param directory where the files go; made when the first one is needed
  public BodyReader(int mostInMemory, long most, Path directory) {
    this.mostInMemory = mostInMemory;
    this.most = most;
    this.directory = directory;
  }

  /// {@return the body}
  ///
  /// @param in decoded; read to its end but not closed
  /// @param announced its length if it is known, else negative
  /// @throws IOException if reading from `in` fails
  /// @throws CancellationException if the thread is interrupted while a long body is read
  /// @throws UserError if the body is too long or can't be kept
  public Body read(InputStream in, long announced) throws IOException {
    if (announced > most) {
      throw tooLong();
    }
    byte[] bytes = new byte[(int) Math.min(announced < 0 ? FIRST_BUFFER : announced, mostInMemory)];
    int count = in.readNBytes(bytes, 0, bytes.length);
    while (count == bytes.length) {
      int next = in.read();
      if (next < 0) {
        return new Body.InMemory(bytes);
      }
      if (count == mostInMemory) {
        return spooled(bytes, next, in);
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(count * 2L, mostInMemory));
      bytes[count++] = (byte) next;
      count += in.readNBytes(bytes, count, bytes.length - count);
    }
    return new Body.InMemory(Arrays.copyOf(bytes, count));
  }

  private Body spooled(byte[] start, int next, InputStream in) throws IOException {
    Path file = created();
    boolean complete = false;
    try (OutputStream out = opened(file)) {
      long size = start.length + 1L;
      write(out, start, start.length);
      write(out, new byte[] {(byte) next}, 1);
      byte[] buffer = new byte[FILE_BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("The run has ended.");
        }
        if (size > most) {
          throw tooLong();
        }
        write(out, buffer, read);
      }
      complete = true;
      return new Body.InFile(file, size);
    } finally {
      if (!complete) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Path created() {
    try {
      Files.createDirectories(directory);
      return Files.createTempFile(directory, "answer-", ".body");
    } catch (IOException e) {
      throw unkept(e);
    }
  }

  private OutputStream opened(Path file) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException e) {
      throw unkept(e);
    }
  }

  private void write(OutputStream out, byte[] bytes, int length) {
    try {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw unkept(e);
    }
  }

  private UserError tooLong() {
    return new UserError(
        Problem.of(
            "An answer is longer than " + most + " bytes.",
            "Ask for smaller pages, or raise 'api.http.maxResponseBytes'."));
  }

  private UserError unkept(IOException cause) {
    return new UserError(
        Problem.of(
            "Cannot keep a long answer in a temporary file: " + cause.getMessage(),
            "Make room in " + directory + ", or ask for smaller pages."),
        cause);
  }
}

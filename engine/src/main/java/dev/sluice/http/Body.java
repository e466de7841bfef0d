package dev.sluice.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The whole decoded body of an answer: in memory while it is small, in a temporary file beyond
/// that, so that memory does not grow with an answer's size.
public sealed interface Body extends AutoCloseable {

  /// {@return the number of bytes}
  long size();

  /// {@return the bytes from a place on; to be closed by the caller}
  ///
  /// @param offset how many bytes to leave out
  /// @throws dev.sluice.problem.UserError if they can't be read back, now or later on
  InputStream open(long offset);

  /// {@return the bytes from the start; to be closed by the caller}
  ///
  /// @throws dev.sluice.problem.UserError if they can't be read back, now or later on
  default InputStream open() {
    return open(0);
  }

  /// {@return all bytes in memory; not to be changed}
  ///
  /// @throws dev.sluice.problem.UserError if they can't be read back
  byte[] bytes();

  /// {@return the first bytes, as many as there are}
  ///
  /// @param most no more than these
  /// @throws dev.sluice.problem.UserError if they can't be read back
  byte[] start(int most);

  /// Removes what lies outside the memory. Never throws.
  @Override
  void close();

  /// A body in memory.
  ///
  /// @param bytes the bytes; not to be changed
  record InMemory(byte[] bytes) implements Body {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open(long offset) {
      int from = (int) Math.min(offset, bytes.length);
      return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }

    @Override
    public byte[] start(int most) {
      return java.util.Arrays.copyOf(bytes, Math.min(most, bytes.length));
    }

    @Override
    public void close() {}
  }

  /// A body in a file of its own.
  ///
  /// @param file removed when the body is closed
  /// @param size its length in bytes
  record InFile(Path file, long size) implements Body {
    @Override
    public InputStream open(long offset) {
      try {
        if (Files.size(file) != size) {
          throw new IOException("something else has written to it");
        }
        InputStream bytes = Files.newInputStream(file);
        try {
          bytes.skipNBytes(offset);
          return new KeptBytes(bytes, file);
        } catch (IOException e) {
          bytes.close();
          throw e;
        }
      } catch (IOException e) {
        throw KeptBytes.lost(file, e);
      }
    }

    @Override
    public byte[] bytes() {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw KeptBytes.lost(file, e);
      }
    }

    @Override
    public byte[] start(int most) {
      try (InputStream bytes = Files.newInputStream(file)) {
        return bytes.readNBytes(most);
      } catch (IOException e) {
        throw KeptBytes.lost(file, e);
      }
    }

    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException _) {
        // A file that can't be removed does no harm to the result.
      }
    }
  }
}

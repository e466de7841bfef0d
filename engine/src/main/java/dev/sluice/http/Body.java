package dev.sluice.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The whole decoded body of an answer: in memory while it is small, in a temporary file beyond
/// that, so that memory does not grow with an answer's size.
public sealed interface Body extends AutoCloseable {

  /// {@return the number of bytes}
  long size();

  /// {@return the bytes from the start; to be closed by the caller}
  InputStream open();

  /// {@return all bytes in memory; not to be changed}
  byte[] bytes();

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
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
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
    public InputStream open() {
      try {
        return Files.newInputStream(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public byte[] bytes() {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
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

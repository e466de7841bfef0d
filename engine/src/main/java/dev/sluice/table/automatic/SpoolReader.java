package dev.sluice.table.automatic;

import dev.sluice.problem.UserError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Goes through a [Spool] entry by entry. Not thread-safe.
final class SpoolReader {
  private static final int WINDOW_BYTES = 1 << 18;

  private final @Nullable RandomAccessFile rows;
  private final Function<IOException, UserError> fault;
  private byte[] window;
  private int filled;
  private int next;
  private long position;

  private int entry;
  private boolean page;

  SpoolReader(RandomAccessFile rows, Function<IOException, UserError> fault) {
    this.rows = rows;
    this.fault = fault;
    this.window = new byte[WINDOW_BYTES];
  }

  SpoolReader(byte[] content, int size) {
    this.rows = null;
    this.fault = _ -> new UserError("");
    this.window = content;
    this.filled = size;
  }

  /// Steps to the next entry.
  ///
  /// @return false when there is none
  /// @throws UserError if the temporary file can't be read
  /// @throws CancellationException if the thread is interrupted
  boolean next() {
    if (!fill(Integer.BYTES)) {
      return false;
    }
    int length = SpoolForm.intAt(window, next);
    page = length < 0;
    length = Math.abs(length);
    if (!fill(Integer.BYTES + length)) {
      throw new IllegalStateException("The spool ends within an entry.");
    }
    entry = next + Integer.BYTES;
    next = entry + length;
    return true;
  }

  /// {@return whether the entry is the start of a page} Otherwise it is a row.
  boolean isPage() {
    return page;
  }

  /// {@return the array that holds the entry; valid until the next step}
  byte[] bytes() {
    return window;
  }

  /// {@return where the entry starts}
  int start() {
    return entry;
  }

  /// Makes sure that so many bytes are at hand.
  ///
  /// @return false when the end comes first
  private boolean fill(int wanted) {
    if (filled - next >= wanted) {
      return true;
    }
    if (rows == null) {
      return false;
    }
    System.arraycopy(window, next, window, 0, filled - next);
    filled -= next;
    next = 0;
    if (wanted > window.length) {
      window = Arrays.copyOf(window, Math.max(wanted, window.length * 2));
    }
    return readUpTo(rows, wanted);
  }

  private boolean readUpTo(RandomAccessFile source, int wanted) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The run has ended.");
    }
    try {
      source.seek(position);
      while (filled < wanted) {
        int read = source.read(window, filled, window.length - filled);
        if (read < 0) {
          return false;
        }
        filled += read;
        position += read;
      }
      return true;
    } catch (IOException e) {
      throw fault.apply(e);
    }
  }
}

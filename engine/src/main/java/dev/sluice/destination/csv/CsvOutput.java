package dev.sluice.destination.csv;

import dev.sluice.table.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Encodes rows as CSV: UTF-8, every cell in quotes, quotes doubled, lines end with LF (spec:
/// tables §1.1). Not thread-safe.
///
/// Every cell of a run passes through here, so texts are copied into the buffer at once; libraries
/// that write to a `Writer` take twice as long for it, and can't take bytes.
final class CsvOutput {
  private static final int BUFFER_BYTES = 32 * 1024;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int used;
  private long flushed;

  /// @param out gets whole buffers; closed by its owner
  CsvOutput(OutputStream out) {
    this.out = out;
  }

  void row(List<String> cells) throws IOException {
    row(cells.toArray(String[]::new));
  }

  void row(String[] cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      start(i);
      cell(cells[i]);
    }
    put((byte) '\n');
  }

  void row(Row cells) throws IOException {
    int size = cells.size();
    for (int i = 0; i < size; i++) {
      start(i);
      cell(cells.bytes(i), cells.start(i), cells.end(i));
    }
    put((byte) '\n');
  }

  /// {@return the number of bytes so far}
  long bytes() {
    return flushed + used;
  }

  void flush() throws IOException {
    out.write(buffer, 0, used);
    flushed += used;
    used = 0;
  }

  private void start(int cell) throws IOException {
    if (cell > 0) {
      put((byte) ',');
    }
  }

  private void cell(String text) throws IOException {
    int length = text.length();
    if (length > BUFFER_BYTES / 4 || !ascii(text, length)) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      cell(utf8, 0, utf8.length);
    }
  }

  /// {@return false, with nothing written, if the text is not ASCII}
  private boolean ascii(String text, int length) throws IOException {
    makeRoom(2 * length + 2);
    byte[] target = buffer;
    int at = used;
    target[at++] = '"';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        return false;
      }
      target[at++] = (byte) c;
      if (c == '"') {
        target[at++] = '"';
      }
    }
    target[at++] = '"';
    used = at;
    return true;
  }

  private void cell(byte[] utf8, int from, int to) throws IOException {
    put((byte) '"');
    int start = from;
    for (int i = from; i < to; i++) {
      if (utf8[i] == '"') {
        // The quote goes out with what stands before it, and again with what follows.
        copy(utf8, start, i + 1);
        start = i;
      }
    }
    copy(utf8, start, to);
    put((byte) '"');
  }

  private void copy(byte[] bytes, int from, int to) throws IOException {
    int size = to - from;
    if (size > BUFFER_BYTES) {
      flush();
      out.write(bytes, from, size);
      flushed += size;
      return;
    }
    makeRoom(size);
    System.arraycopy(bytes, from, buffer, used, size);
    used += size;
  }

  private void put(byte b) throws IOException {
    makeRoom(1);
    buffer[used++] = b;
  }

  private void makeRoom(int size) throws IOException {
    if (size > BUFFER_BYTES - used) {
      flush();
    }
  }
}

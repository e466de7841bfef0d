package dev.sluice.table.automatic;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.UserError;
import dev.sluice.table.SpoolFault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Keeps pages and rows in order of arrival until the structure is final (spec: tables §7.3).
///
/// What fits into a small buffer stays in memory; the rest goes to a temporary file. Each entry is
/// 4 bytes, the length of its content, negative for the start of a page, and the content: of a page
/// the number of its data type and its extra columns, of a row its value. Not thread-safe.
final class Spool implements AutoCloseable {
  private static final int MEMORY_BYTES = 1 << 20;

  private final Path folder;
  private final Encoder buffer;
  private @Nullable Path file;
  private @Nullable RandomAccessFile written;

  /// Starts empty.
  ///
  /// @param folder where a temporary file may be made; it must exist
  /// @param layouts numbers the names of objects
  Spool(Path folder, Layouts layouts) {
    this.folder = folder;
    this.buffer = new Encoder(layouts);
  }

  /// Adds the start of a page.
  ///
  /// @param type the number of its data type
  /// @param extra its extra columns
  void startPage(int type, JsonObject extra) {
    int header = buffer.reserveInt();
    int start = buffer.size();
    buffer.addInt(type);
    buffer.add(extra);
    buffer.putInt(header, start - buffer.size());
  }

  /// Adds a row of the page.
  ///
  /// @param row any value
  void add(JsonValue row) {
    int header = buffer.reserveInt();
    int start = buffer.size();
    buffer.add(row);
    buffer.putInt(header, buffer.size() - start);
    if (buffer.size() >= MEMORY_BYTES) {
      flush();
    }
  }

  /// {@return a reader that stands before the first entry} Nothing may be added any more.
  SpoolReader read() {
    RandomAccessFile rows = written;
    if (rows == null) {
      return new SpoolReader(buffer.bytes(), buffer.size());
    }
    flush();
    return new SpoolReader(rows, this::fault);
  }

  private void flush() {
    try {
      RandomAccessFile target = written == null ? open() : written;
      target.write(buffer.bytes(), 0, buffer.size());
      buffer.clear();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private RandomAccessFile open() throws IOException {
    Path made = Files.createTempFile(folder, "rows", ".spool");
    file = made;
    // No FileChannel: an interrupt would close it, which would look like a fault of the disk.
    var opened = new RandomAccessFile(made.toFile(), "rw");
    written = opened;
    return opened;
  }

  private UserError fault(IOException e) {
    return SpoolFault.of(file == null ? folder : file, e);
  }

  /// Removes the temporary file. Never throws.
  @Override
  public void close() {
    try {
      if (written != null) {
        written.close();
      }
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // A file that can't be removed is left to whoever cleans the folder.
    }
  }
}

package dev.sluice.table.legacy;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.UserError;
import dev.sluice.table.SpoolFault;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Keeps pages and rows in order of arrival until the structure is final: the first megabyte in
/// memory, the rest in a temporary file. Not thread-safe.
///
/// Each entry is the length of a JSON text in bytes, negative for the start of a page, and the
/// text.
final class PageSpool implements AutoCloseable {
  private static final int MEMORY_BYTES = 1 << 20;

  private final Path folder;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private DataOutputStream out = new DataOutputStream(memory);
  private @Nullable Path file;

  /// Takes what was kept.
  interface Pages {
    void page(String type, JsonObject extra);

    void row(JsonValue row);
  }

  /// Starts empty.
  ///
  /// @param folder where a temporary file may be made; it must exist
  PageSpool(Path folder) {
    this.folder = folder;
  }

  void startPage(String type, JsonObject extra) {
    byte[] text = text(JsonArray.of(new JsonString(type), extra));
    add(-text.length, text);
  }

  void add(JsonValue row) {
    byte[] text = text(row);
    add(text.length, text);
  }

  /// Goes through all that was kept, in order. May be called again.
  ///
  /// @throws CancellationException if the thread is interrupted
  void replay(Pages pages) {
    try (var in = new DataInputStream(open())) {
      var json = new JsonReader();
      while (true) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("The run has ended.");
        }
        int length = in.readInt();
        JsonValue value = json.read(in.readNBytes(Math.abs(length)));
        if (length > 0) {
          pages.row(value);
        } else if (value instanceof JsonArray(var parts)
            && parts.getFirst() instanceof JsonString(String type)
            && parts.getLast() instanceof JsonObject extra) {
          pages.page(type, extra);
        }
      }
    } catch (EOFException _) {
      // All entries have been read.
    } catch (IOException e) {
      throw fault(e);
    } catch (JsonSyntaxError e) {
      throw new IllegalStateException("A kept row is broken.", e);
    }
  }

  private static byte[] text(JsonValue value) {
    return JsonWriter.compact(value).getBytes(StandardCharsets.UTF_8);
  }

  private void add(int length, byte[] text) {
    try {
      if (file == null && memory.size() > MEMORY_BYTES) {
        file = Files.createTempFile(folder, "rows", ".spool");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        memory.writeTo(out);
        memory.reset();
      }
      out.writeInt(length);
      out.write(text);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private InputStream open() throws IOException {
    out.flush();
    return file == null
        ? new ByteArrayInputStream(memory.toByteArray())
        : new BufferedInputStream(Files.newInputStream(file), MEMORY_BYTES);
  }

  private UserError fault(IOException e) {
    return SpoolFault.of(file == null ? folder : file, e);
  }

  /// Removes the temporary file. Never throws.
  @Override
  public void close() {
    try {
      out.close();
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // A file that can't be removed is left to whoever cleans the folder.
    }
  }
}

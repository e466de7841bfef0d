package dev.sluice.table.automatic;

import dev.sluice.event.Events;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.table.Destination;
import dev.sluice.table.Page;
import dev.sluice.table.Row;
import dev.sluice.table.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shows how fast rows become CSV on this machine: run its `main` by hand. Not a test.
///
/// Arguments: the number of rows, how many times to repeat, the form of the rows, `flat` or
/// `nested`, and the number of rows on a page. Pages repeat after the first hundred.
final class Throughput {
  private static final int DIFFERENT_PAGES = 100;

  private Throughput() {}

  public static void main(String[] arguments) throws Exception {
    int rows = Integer.parseInt(arguments[0]);
    int times = Integer.parseInt(arguments[1]);
    boolean nested = arguments.length > 2 && arguments[2].equals("nested");
    int perPage = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1000;
    List<byte[]> pages = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < DIFFERENT_PAGES; i++) {
      pages.add(page(i * perPage, perPage, nested));
      bytes += pages.getLast().length;
    }
    System.out.printf("%d rows of %d bytes%n", rows, bytes / DIFFERENT_PAGES / perPage);
    for (int i = 0; i < times; i++) {
      once(pages, rows, perPage);
    }
  }

  private static void once(List<byte[]> pages, int rows, int perPage)
      throws IOException, JsonSyntaxError {
    Path folder = Files.createTempDirectory("throughput");
    var reader = new JsonReader();
    long reading = 0;
    long start = System.nanoTime();
    long learned;
    var csv = new Csv(folder);
    try (csv;
        var shaper = new AutomaticShaper(Optional.empty(), false, folder, csv, Events.NONE)) {
      for (int i = 0; i < rows / perPage; i++) {
        long before = System.nanoTime();
        List<JsonValue> values = values(reader, pages.get(i % DIFFERENT_PAGES));
        reading += System.nanoTime() - before;
        var extra = JsonObject.of("parent_id", JsonNumber.of(i));
        shaper.take(new Page("orders", values, extra, "job 'orders'"));
      }
      learned = System.nanoTime() - start - reading;
      shaper.finish();
    }
    long total = System.nanoTime() - start;
    long size = csv.delete();
    Files.delete(folder);
    System.out.printf(
        "JSON %4d ns/row, learn and spool %4d, write %4d; shaping %,d rows/s, all %,d rows/s; %d"
            + " bytes of CSV%n",
        reading / rows,
        learned / rows,
        (total - reading - learned) / rows,
        rows * 1_000_000_000L / (total - reading),
        rows * 1_000_000_000L / total,
        size);
  }

  private static List<JsonValue> values(JsonReader reader, byte[] page) throws JsonSyntaxError {
    return reader.read(page) instanceof JsonArray(var rows) ? rows : List.of();
  }

  private static byte[] page(int first, int rows, boolean nested) {
    var page = new StringBuilder("[");
    for (int i = first; i < first + rows; i++) {
      page.append(i == first ? "" : ",").append(row(i, nested));
    }
    return page.append("]").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String row(int i, boolean nested) {
    String row =
        """
        {"id":%d,"number":"ORD-%08d","status":"%s","currency":"EUR","total":%d.%02d,\
        "customer":{"id":%d,"name":"Ada Lovelace %d","email":"ada.%d@example.com"},\
        "paid":%b,"note":null,"created_at":"2026-03-%02dT10:%02d:00+01:00",\
        "shipping_city":"Brno","shipping_street":"Kounicova %d/12","weight":%d\
        """
            .formatted(
                i,
                i,
                i % 3 == 0 ? "shipped" : "new",
                i % 1000,
                i % 100,
                i % 5000,
                i % 5000,
                i % 5000,
                i % 2 == 0,
                i % 28 + 1,
                i % 60,
                i % 400,
                i % 77);
    return nested
        ? row + ",\"tags\":[\"a\",\"b\"],\"lines\":[{\"sku\":\"x" + i + "\",\"price\":9.99}]}"
        : row + "}";
  }

  /// CSV as plain as it can be.
  private static final class Csv implements Destination, AutoCloseable {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();

    Csv(Path folder) {
      this.folder = folder;
    }

    long delete() throws IOException {
      long size = 0;
      for (Path file : files) {
        size += Files.size(file);
        Files.delete(file);
      }
      return size;
    }

    @Override
    public TableWriter begin(List<String> columns) {
      try {
        files.add(Files.createTempFile(folder, "table", ".csv"));
        var writer = new Writer(Files.newOutputStream(files.getLast()));
        writers.add(writer);
        return writer;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void finish(
        String table, List<String> columns, List<String> primaryKey, List<TableWriter> parts) {}

    @Override
    public void close() throws IOException {
      for (Writer writer : writers) {
        writer.flush();
        writer.file.close();
      }
    }
  }

  private static final class Writer implements TableWriter {
    private final OutputStream file;
    private final byte[] buffer = new byte[1 << 16];
    private int used;

    Writer(OutputStream file) {
      this.file = file;
    }

    void flush() {
      try {
        file.write(buffer, 0, used);
        used = 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void write(String[] cells) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(Row row) {
      for (int i = 0; i < row.size(); i++) {
        cell(row.bytes(i), row.start(i), row.end(i), i + 1 < row.size() ? (byte) ',' : (byte) '\n');
      }
    }

    private void cell(byte[] bytes, int start, int end, byte after) {
      if (buffer.length - used < 2 * (end - start) + 3) {
        flush();
      }
      byte[] target = buffer;
      int at = used;
      target[at++] = '"';
      for (int i = start; i < end; i++) {
        byte b = bytes[i];
        target[at++] = b;
        if (b == '"') {
          target[at++] = '"';
        }
      }
      target[at++] = '"';
      target[at++] = after;
      used = at;
    }
  }
}

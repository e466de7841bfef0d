package dev.sluice.destination.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.sluice.table.TableWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A CSV file in the making: UTF-8, every cell in quotes, lines end with LF (spec: tables §1.1).
/// Not thread-safe.
final class CsvTableWriter implements TableWriter {
  private final Path file;
  private final List<String> columns;
  private final FileOutputStream out;
  private final CsvWriter csv;
  private final long headerBytes;
  private long rows;
  private boolean closed;

  /// Opens the file and writes the header.
  ///
  /// @param file does not exist yet
  /// @param columns at least one
  CsvTableWriter(Path file, List<String> columns) {
    this.file = file;
    this.columns = List.copyOf(columns);
    try {
      // No FileChannel: an interrupt would close it in mid-row.
      this.out = new FileOutputStream(file.toFile());
      this.csv =
          CsvWriter.builder()
              .quoteStrategy(QuoteStrategies.ALWAYS)
              .lineDelimiter(LineDelimiter.LF)
              .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      csv.writeRecord(this.columns);
      csv.flush();
      this.headerBytes = out.getChannel().position();
    } catch (IOException e) {
      throw DiskProblem.writing(file, e);
    } catch (UncheckedIOException e) {
      throw DiskProblem.writing(file, e);
    }
  }

  @Override
  public void write(String[] cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "A row of " + cells.length + " cells for " + columns.size() + " columns");
    }
    try {
      csv.writeRecord(cells);
      rows++;
    } catch (UncheckedIOException e) {
      throw DiskProblem.writing(file, e);
    }
  }

  Path file() {
    return file;
  }

  List<String> columns() {
    return columns;
  }

  long rows() {
    return rows;
  }

  /// Ends the file. May be called again.
  void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      csv.close();
    } catch (IOException e) {
      throw DiskProblem.writing(file, e);
    } catch (UncheckedIOException e) {
      throw DiskProblem.writing(file, e);
    }
  }

  /// Lets go of the file, whatever has or has not been written to it. Never throws.
  void abandon() {
    closed = true;
    try {
      out.close();
    } catch (IOException _) {
      // The file is about to be removed.
    }
  }

  /// Puts another file's rows behind this one's. Both are closed.
  void append(CsvTableWriter other) {
    try (FileChannel from = FileChannel.open(other.file, StandardOpenOption.READ);
        FileChannel to = FileChannel.open(file, StandardOpenOption.WRITE)) {
      to.position(to.size());
      long position = other.headerBytes;
      for (long end = from.size(); position < end; ) {
        position += from.transferTo(position, end - position, to);
      }
      rows += other.rows;
    } catch (IOException e) {
      throw DiskProblem.writing(file, e);
    }
  }
}

package dev.sluice.destination.csv;

import dev.sluice.table.Row;
import dev.sluice.table.TableWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A CSV file in the making. Not thread-safe.
final class CsvTableWriter implements TableWriter {
  private final Path file;
  private final List<String> columns;
  private final FileOutputStream out;
  private final CsvOutput csv;
  private final long headerBytes;

  /// Which columns have had a value.
  private final boolean[] filled;

  private long rows;
  private boolean closed;

  /// Opens the file and writes the header.
  ///
  /// @param file does not exist yet
  /// @param columns at least one
  CsvTableWriter(Path file, List<String> columns) {
    this.file = file;
    this.columns = List.copyOf(columns);
    this.filled = new boolean[columns.size()];
    try {
      // No FileChannel: an interrupt would close it in mid-row.
      this.out = new FileOutputStream(file.toFile());
      this.csv = new CsvOutput(out);
      csv.row(columns);
      this.headerBytes = csv.bytes();
    } catch (IOException e) {
      throw DiskProblem.writing(file, e);
    }
  }

  @Override
  public void write(String[] cells) {
    check(cells.length);
    for (int i = 0; i < cells.length; i++) {
      filled[i] |= !cells[i].isEmpty();
    }
    try {
      csv.row(cells);
      rows++;
    } catch (IOException e) {
      throw DiskProblem.writing(file, e);
    }
  }

  @Override
  public void write(Row row) {
    check(row.size());
    for (int i = 0; i < filled.length; i++) {
      filled[i] |= row.end(i) > row.start(i);
    }
    try {
      csv.row(row);
      rows++;
    } catch (IOException e) {
      throw DiskProblem.writing(file, e);
    }
  }

  Path file() {
    return file;
  }

  List<String> columns() {
    return columns;
  }

  /// {@return the columns in which no row has a value, in order}
  List<String> emptyColumns() {
    List<String> empty = new ArrayList<>();
    for (int i = 0; i < filled.length; i++) {
      if (!filled[i]) {
        empty.add(columns.get(i));
      }
    }
    return empty;
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
    try (out) {
      csv.flush();
    } catch (IOException e) {
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

  /// Puts another file's rows behind this one's. Both are closed and have the same columns.
  void append(CsvTableWriter other) {
    try (FileChannel from = FileChannel.open(other.file, StandardOpenOption.READ);
        FileChannel to = FileChannel.open(file, StandardOpenOption.WRITE)) {
      to.position(to.size());
      long position = other.headerBytes;
      for (long end = from.size(); position < end; ) {
        position += from.transferTo(position, end - position, to);
      }
      rows += other.rows;
      for (int i = 0; i < filled.length; i++) {
        filled[i] |= other.filled[i];
      }
    } catch (IOException e) {
      throw DiskProblem.writing(file, e);
    }
  }

  private void check(int cells) {
    if (cells != columns.size()) {
      throw new IllegalArgumentException(
          "A row of " + cells + " cells for " + columns.size() + " columns");
    }
  }
}

package dev.sluice.destination.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The first rows of a table, for showing.
public final class FirstRows {
  private FirstRows() {}

  /// {@return the cells of the first rows, without the header}
  ///
  /// @param table a CSV file that a run wrote
  /// @param most how many rows to read, at least 0
  /// @throws IOException if the file can't be read
  public static List<List<String>> of(Path table, int most) throws IOException {
    return of(table, 0, most);
  }

  /// {@return the cells of some rows}
  ///
  /// @param table a CSV file that a run wrote
  /// @param offset how many rows to leave out, the header not counted
  /// @param most how many rows to read, at least 0
  /// @throws IOException if the file can't be read
  public static List<List<String>> of(Path table, long offset, int most) throws IOException {
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(table)) {
      return records.stream()
          .skip(offset + 1)
          .limit(most)
          .map(CsvRecord::getFields)
          .map(List::copyOf)
          .toList();
    }
  }
}

package dev.sluice.destination.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.sluice.table.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvOutputTest {
  private static final int ROWS = 400;
  private static final int COLUMNS = 5;
  private static final List<String> PIECES =
      List.of("\"", "\"\"", ",", "\n", "\r\n", "\\", "é", "日", "🙂", "a", " ", "text ".repeat(40));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void writesWhatAnIndependentLibraryWritesAndReads(long seed) throws IOException {
    List<String[]> rows = rows(new Random(seed));
    var library = new ByteArrayOutputStream();
    var csv = new CsvOutput(bytes);
    try (CsvWriter reference =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .lineDelimiter(LineDelimiter.LF)
            .build(library, StandardCharsets.UTF_8)) {
      for (String[] row : rows) {
        reference.writeRecord(row);
        if (row[0].length() % 2 == 0) {
          csv.row(row);
        } else {
          csv.row(slices(row));
        }
      }
    }
    assertEquals(library.size(), csv.bytes());
    csv.flush();
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertEquals(library.toString(StandardCharsets.UTF_8), text);
    List<List<String>> read =
        CsvReader.builder().ofCsvRecord(text).stream().map(CsvRecord::getFields).toList();
    assertEquals(rows.stream().map(List::of).toList(), read);
  }

  private static List<String[]> rows(Random random) {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String[] row = new String[COLUMNS];
      for (int c = 0; c < COLUMNS; c++) {
        // Now and then a cell that no buffer holds.
        row[c] = text(random, random.nextInt(50) == 0 ? 20_000 : random.nextInt(12));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String text(Random random, int pieces) {
    var text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /// Cells as parts of larger arrays.
  private static Row slices(String[] cells) {
    var row = new Row(cells.length);
    for (int i = 0; i < cells.length; i++) {
      byte[] around = ("\"<" + cells[i] + ">\"").getBytes(StandardCharsets.UTF_8);
      row.set(i, around, 2, around.length - 2);
    }
    return row;
  }
}

package dev.sluice.table.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.table.RecordedLog;
import dev.sluice.table.TableExample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The worked examples E23-E32, byte for byte (spec: tables §6).
class MappedExamplesTest {
  @TempDir Path root;
  private final RecordedLog log = new RecordedLog();

  static List<TableExample> examples() {
    return TableExample.in("mapped");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void givesTheTablesOfTheSpecification(TableExample example) throws IOException {
    assertEquals(MappedRun.expected(example), MappedRun.files(example, root, log));
    // Our own warnings are not in the specification's examples.
    assertEquals(
        example.log(),
        log.lines().stream().filter(line -> !line.startsWith("warning: Table '")).toList());
  }
}

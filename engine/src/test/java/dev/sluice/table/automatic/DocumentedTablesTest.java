package dev.sluice.table.automatic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonBoolean;
import dev.sluice.table.TableExample;
import dev.sluice.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the examples of the manual.
class DocumentedTablesTest {
  private static final Pattern EXAMPLE = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);

  static List<TableExample> examples() throws IOException {
    String manual = Files.readString(ProjectFolder.root().resolve("docs").resolve("tables.md"));
    List<TableExample> examples = new ArrayList<>();
    Matcher found = EXAMPLE.matcher(manual);
    while (found.find()) {
      examples.add(TableExample.of("example " + (examples.size() + 1), found.group(1)));
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExampleIsWhatHappens(TableExample example) {
    boolean lossless = example.config().find("lossless").equals(Optional.of(JsonBoolean.TRUE));
    Conversion run = new Conversion.Setup(Optional.empty(), lossless).of(example.pages());
    Map<String, String> files = new TreeMap<>();
    run.tables().forEach((name, table) -> files.put(name, table.csv()));
    assertEquals(example.files(), files);
    assertEquals(example.log(), run.log());
  }

  @Test
  void thereAreExamples() throws IOException {
    assertTrue(examples().size() > 6);
  }
}

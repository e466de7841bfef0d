package dev.sluice.table.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Events;
import dev.sluice.table.TableExample;
import dev.sluice.testkit.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the examples of the manual: `config` in a `json` block, then pages and tables in a `text`
/// block.
class DocumentedMappingsTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```json\n(.*?)```\n+```text\n(.*?)```", Pattern.DOTALL);

  @TempDir Path root;

  private static String manual() throws IOException {
    return Files.readString(ProjectFolder.root().resolve("docs").resolve("mappings.md"));
  }

  static List<TableExample> examples() throws IOException {
    List<TableExample> examples = new ArrayList<>();
    Matcher found = EXAMPLE.matcher(manual());
    while (found.find()) {
      String config = "config " + found.group(1).strip().replace("\n", "\n ") + "\n";
      examples.add(TableExample.of("example " + (examples.size() + 1), config + found.group(2)));
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExampleIsWhatHappens(TableExample example) throws IOException {
    assertEquals(MappedRun.expected(example), MappedRun.files(example, root, Events.NONE));
  }

  @Test
  void noExampleIsLeftOut() throws IOException {
    int blocks = manual().split("```text\n", -1).length - 1;
    assertTrue(blocks > 5);
    assertEquals(blocks, examples().size());
  }
}

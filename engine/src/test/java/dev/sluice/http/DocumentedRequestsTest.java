package dev.sluice.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the examples of the manual's page on requests: a configuration in a `json` block, followed
/// by what happens in a `text` block.
final class DocumentedRequestsTest {
  private static final Path PAGE = Path.of("..", "docs", "requests.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("```json\n(.*?)```\n(?:\n```text\n(.*?)```)?", Pattern.DOTALL);

  record Example(int number, String parameters, String transcript) {
    @Override
    public String toString() {
      return "example " + number;
    }
  }

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    Matcher found = EXAMPLE.matcher(Files.readString(PAGE));
    while (found.find()) {
      String transcript = found.group(2) == null ? "" : found.group(2);
      examples.add(new Example(examples.size() + 1, found.group(1), transcript));
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExampleIsWhatHappens(Example example) throws JsonSyntaxError {
    var parameters = (JsonObject) new JsonReader().read(example.parameters());
    List<String> expected = example.transcript().lines().toList();
    try (var replay = new RequestReplay(parameters, expected)) {
      assertEquals(List.of(), replay.problems());
      if (!expected.isEmpty()) {
        assertEquals(String.join("\n", expected), String.join("\n", replay.happened()));
      }
    }
  }

  @Test
  void noTranscriptIsLeftOut() throws IOException {
    long blocks = Pattern.compile("```text\n").matcher(Files.readString(PAGE)).results().count();
    assertTrue(blocks > 10);
    assertEquals(
        blocks, examples().stream().filter(example -> !example.transcript().isEmpty()).count());
  }
}

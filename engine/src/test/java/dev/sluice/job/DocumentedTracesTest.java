package dev.sluice.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs the examples of the manual: a configuration in a `json` block, followed by what happens in
/// a `text` block.
final class DocumentedTracesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern EXAMPLE =
      Pattern.compile("```json\n(.*?)```\n+```text\n(.*?)```", Pattern.DOTALL);
  private static final Pattern BLOCK = Pattern.compile("```text\n");

  private static final List<String> PAGES = List.of("functions.md", "jobs.md", "paging.md");

  record Example(String page, int number, String parameters, String transcript) {
    @Override
    public String toString() {
      return page + ", example " + number;
    }
  }

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String page : PAGES) {
      Matcher found = EXAMPLE.matcher(Files.readString(DOCS.resolve(page)));
      while (found.find()) {
        examples.add(new Example(page, examples.size() + 1, found.group(1), found.group(2)));
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExampleIsWhatHappens(Example example) {
    var trace = Trace.of((JsonObject) Trace.json(example.parameters()), example.transcript());
    assertEquals(
        String.join("\n", trace.expected()),
        String.join("\n", trace.replayed()),
        example.toString());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSameHappensWithAnswersTooLongForTheMemory(Example example) {
    var trace = Trace.of((JsonObject) Trace.json(example.parameters()), example.transcript());
    assertEquals(
        String.join("\n", trace.expected()),
        String.join("\n", trace.replayedWithLongAnswers()),
        example.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"functions.md", "jobs.md", "paging.md"})
  void noExampleIsLeftOut(String page) throws IOException {
    String text = Files.readString(DOCS.resolve(page));
    long blocks = BLOCK.matcher(text).results().count();
    assertTrue(blocks > 4);
    assertEquals(blocks, EXAMPLE.matcher(text).results().count());
  }
}

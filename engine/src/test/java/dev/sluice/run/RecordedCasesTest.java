package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.json.TextLimits;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.PassingCases;
import dev.sluice.testkit.ProjectFolder;
import dev.sluice.testkit.RecordedCase;
import dev.sluice.testkit.RecordedCases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs the original's recorded cases in process. Those in the list of passing ones must pass; the
/// score is printed.
final class RecordedCasesTest {
  @TempDir private Path folder;

  /// Every answer is as one that is too long for the memory.
  private static final Memory NOTHING = new Memory(0, new TextLimits(0, Long.MAX_VALUE), 0, 0);

  private static final Memory USUAL = Memory.of(Runtime.getRuntime().maxMemory());

  @ParameterizedTest(name = "with {0} in flight")
  @ValueSource(ints = {1, 8})
  void noPassingCaseIsLost(int concurrency) throws Exception {
    judge(concurrency, USUAL);
  }

  @ParameterizedTest(name = "with {0} in flight")
  @ValueSource(ints = {1, 8})
  void noneIsLostWhenAllAnswersAreLong(int concurrency) throws Exception {
    judge(concurrency, NOTHING);
  }

  @Test
  void noneIsLostWhenSomeListsAreKept() throws Exception {
    judge(1, new Memory(0, new TextLimits(60, Long.MAX_VALUE), 0, 0));
  }

  @Test
  void theLogIsTheSameWhenAllAnswersAreLong() throws Exception {
    Optional<RecordedCases> recorded = RecordedCases.find();
    assumeTrue(recorded.isPresent(), RecordedCases.ABSENT);
    for (RecordedCase example : recorded.orElseThrow().cases()) {
      assertEquals(
          log(recorded.orElseThrow(), example, USUAL),
          log(recorded.orElseThrow(), example, NOTHING),
          example.name());
    }
  }

  private List<String> log(RecordedCases recorded, RecordedCase example, Memory memory)
      throws Exception {
    List<String> lines = new ArrayList<>();
    Path data = folder.resolve(memory.equals(USUAL) ? "short" : "long").resolve(example.name());
    Events events =
        event -> {
          if (event instanceof RunEvent.Log || event instanceof RunEvent.PageCommitted) {
            lines.add(withoutPlaces(event.toString(), data));
          }
        };
    recorded.judge(example, data, path -> run(path, 1, memory, events));
    return lines;
  }

  /// The folder and the port of the server are others each time.
  private static String withoutPlaces(String line, Path data) {
    return line.replace(data.toString(), "DATA")
        .replaceAll("(localhost|127\\.0\\.0\\.1):[0-9]+", "SERVER");
  }

  private void judge(int concurrency, Memory memory) throws Exception {
    Optional<RecordedCases> recorded = RecordedCases.find();
    assumeTrue(recorded.isPresent(), RecordedCases.ABSENT);
    Map<String, List<String>> differences = new TreeMap<>();
    for (RecordedCase example : recorded.orElseThrow().cases()) {
      differences.put(
          example.name(),
          recorded
              .orElseThrow()
              .judge(
                  example,
                  folder.resolve(example.name()),
                  data -> run(data, concurrency, memory, Events.NONE)));
    }
    long passed = differences.values().stream().filter(List::isEmpty).count();
    System.out.printf(
        "recorded cases with %d in flight: %d passed, %d failed%n",
        concurrency, passed, differences.size() - passed);
    differences.forEach((name, found) -> {
      if (!found.isEmpty()) {
        System.out.println("not passing: " + name + " " + found);
      }
    });
    PassingCases.Verdict verdict =
        PassingCases.read(ProjectFolder.root().resolve("acceptance/passing-cases.txt"))
            .judge(differences);
    assertTrue(verdict.holds(), verdict.text());
  }

  private static int run(Path data, int concurrency, Memory memory, Events events)
      throws IOException {
    Path file = data.resolve("config.json");
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, Concurrency.set(text, concurrency), StandardCharsets.UTF_8);
    // One moment for the whole run: some of the recorded tokens live for two seconds.
    InstantSource clock = InstantSource.fixed(InstantSource.system().instant());
    try {
      Sluice.run(new RunRequest(data, Optional.empty(), clock, ProxySettings.NONE, memory, events));
      return 0;
    } catch (UserError e) {
      events.error(String.valueOf(e.getMessage()));
      return 1;
    }
  }
}

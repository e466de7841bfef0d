package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.event.Events;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.PassingCases;
import dev.sluice.testkit.ProjectFolder;
import dev.sluice.testkit.RecordedCase;
import dev.sluice.testkit.RecordedCases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs the original's recorded cases in process. Those in the list of passing ones must pass; the
/// score is printed.
final class RecordedCasesTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "with {0} in flight")
  @ValueSource(ints = {1, 8})
  void noPassingCaseIsLost(int concurrency) throws Exception {
    Optional<RecordedCases> recorded = RecordedCases.find();
    assumeTrue(recorded.isPresent(), RecordedCases.ABSENT);
    Map<String, List<String>> differences = new TreeMap<>();
    for (RecordedCase example : recorded.orElseThrow().cases()) {
      differences.put(
          example.name(),
          recorded
              .orElseThrow()
              .judge(example, folder.resolve(example.name()), data -> run(data, concurrency)));
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

  private static int run(Path data, int concurrency) throws IOException {
    Path file = data.resolve("config.json");
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, Concurrency.set(text, concurrency), StandardCharsets.UTF_8);
    try {
      Sluice.run(RunRequest.of(data, Events.NONE));
      return 0;
    } catch (UserError _) {
      return 1;
    }
  }
}

package dev.sluice.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.Answer;
import dev.sluice.testkit.Received;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A run that is killed at any moment leaves the old result or the new one, or says at the next
/// start that it was interrupted while publishing, and finishes that (spec: README G-05).
///
/// `-Dsluice.long=true` makes more attempts, `-Dsluice.seed=NUMBER` repeats those of a report.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {
  private static final int KILLS = Boolean.getBoolean("sluice.long") ? 40 : 6;
  private static final long SEED = Long.getLong("sluice.seed", new Random().nextLong());
  private static final int PAGES = 30;
  private static final int ROWS = 400;

  @TempDir private static Path folder = Path.of("");

  private final ScriptedServer api = ScriptedServer.start().otherwise(this::page);
  private final Random random = new Random(SEED);
  private volatile CompletableFuture<Long> lastPage = new CompletableFuture<>();

  private Snapshot oldResult = new Snapshot(Map.of());
  private Snapshot newResult = new Snapshot(Map.of());
  private Duration undisturbed = Duration.ZERO;
  private Duration afterLastPage = Duration.ZERO;

  @BeforeAll
  void runUndisturbed() throws Exception {
    oldResult = complete(folder.resolve("old"), "old");
    lastPage = new CompletableFuture<>();
    long start = System.nanoTime();
    newResult = complete(folder.resolve("new"), "new");
    long end = System.nanoTime();
    undisturbed = Duration.ofNanos(end - start);
    afterLastPage = Duration.ofNanos(end - lastPage.join());
    // Three tables and their manifests: each version of the API has one that the other lacks.
    assertEquals(6, oldResult.tables().size());
    assertEquals(6, newResult.tables().size());
  }

  @AfterAll
  void close() {
    api.close();
  }

  @Test
  void leavesNothingThatLooksCompleteInAnEmptyFolder() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      Path data = folder.resolve("empty-" + kill);
      killed(data);
      assertWholeAfterKill(data, new Snapshot(Map.of()), "none");
    }
  }

  @Test
  void leavesTheOldResultOrTheNewOne() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      Path data = folder.resolve("replaced-" + kill);
      complete(data, "old");
      String state = state(data);
      killed(data);
      assertWholeAfterKill(data, oldResult, state);
    }
  }

  private void assertWholeAfterKill(Path data, Snapshot before, String stateBefore)
      throws Exception {
    Snapshot after = Snapshot.of(data);
    boolean hasOldState = state(data).equals(stateBefore);
    boolean isWhole = after.equals(hasOldState ? before : newResult);
    assertTrue(after.consistsOf(before, newResult), () -> "a file is half written" + seed());
    assertTrue(hasOldState || isWhole, () -> "a state without its tables" + seed());
    Launcher.Ended next = Launcher.run(data);
    assertEquals(0, next.exitCode(), next.all() + seed());
    assertTrue(
        isWhole || next.all().contains("stopped while it was publishing"),
        () -> "neither old nor new, and not a word about it: " + after.tables().keySet() + seed());
    assertEquals(newResult.tables(), Snapshot.of(data).tables(), KillIT::seed);
  }

  /// Kills a run of the new version at a random moment; two of three times after it has asked for
  /// its last page, when it writes and publishes.
  private void killed(Path data) throws Exception {
    configure(data, "new");
    lastPage = new CompletableFuture<>();
    Launcher.Started run = Launcher.start(data);
    Duration longest = undisturbed;
    if (random.nextInt(3) > 0) {
      lastPage.get(60, TimeUnit.SECONDS);
      longest = afterLastPage;
    }
    long nanos = (long) (longest.toNanos() * 1.1 * random.nextDouble());
    if (!run.process().waitFor(nanos, TimeUnit.NANOSECONDS)) {
      // SIGKILL; the launcher has replaced itself by the command or has not begun it.
      run.process().destroyForcibly().waitFor();
    }
  }

  private Snapshot complete(Path data, String version) throws Exception {
    configure(data, version);
    Launcher.Ended run = Launcher.run(data);
    assertEquals(0, run.exitCode(), run.all());
    assertFalse(state(data).equals("none"));
    return Snapshot.of(data);
  }

  private void configure(Path data, String version) throws IOException {
    Files.createDirectories(data);
    Files.writeString(
        data.resolve("config.json"),
        """
        {
          "parameters": {
            "api": {
              "baseUrl": "%1$s/%2$s/",
              "pagination": { "method": "pagenum", "limit": %3$d }
            },
            "config": {
              "outputBucket": "shop",
              "lossless": true,
              "jobs": [
                { "endpoint": "customers", "dataType": "customers" },
                { "endpoint": "orders", "dataType": "orders" },
                { "endpoint": "orders", "params": { "only": "%2$s" }, "dataType": "%2$s_orders" }
              ]
            }
          }
        }
        """
            .formatted(api.origin(), version, ROWS));
  }

  private static String state(Path data) throws IOException {
    Path file = data.resolve("out/state.json");
    return Files.exists(file) ? Files.readString(file) : "none";
  }

  /// Full pages, then a short one; the version stands in each row.
  private Answer page(Received request) {
    String version = request.path().split("/", -1)[1];
    int page = Integer.parseInt(request.query().orElseThrow().replaceAll(".*page=(\\d+).*", "$1"));
    int rows = page <= PAGES ? ROWS : 1;
    if (page > PAGES && request.target().contains("only=")) {
      lastPage.complete(System.nanoTime());
    }
    return Answer.json(
        IntStream.range(0, rows)
            .mapToObj(row ->
                "{\"id\":%d,\"version\":\"%s\",\"note\":\"the note of row %d\"}"
                    .formatted(page * ROWS + row, version, row))
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static String seed() {
    return " (-Dsluice.seed=" + SEED + ")";
  }
}

package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.http.RecordedEvents;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever overlaps, a run is the same (spec: jobs-and-paging §9).
final class AnyConcurrencyTest {
  private static final int RUNS = Integer.getInteger("sluice.test.runs", 20);
  private static final long FIRST_SEED =
      Long.getLong("sluice.test.seed", System.nanoTime() & Integer.MAX_VALUE);
  private static final Instant NOW = Instant.ofEpochSecond(1_710_513_045);

  @TempDir private Path folder;

  @Test
  void filesLogSummaryAndErrorAreTheSameWhateverOverlaps() throws IOException {
    int failed = 0;
    int tables = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
      var api = new RandomApi(seed);
      Result reference = run(api, seed, 1);
      for (int inFlight : List.of(2, 8, 32)) {
        assertEquals(reference, run(api, seed, inFlight), "seed " + seed + ", " + inFlight);
      }
      failed += reference.end().startsWith("error") ? 1 : 0;
      tables += reference.files().size();
    }
    assertTrue(failed < RUNS, "no run ended well");
    assertTrue(tables > RUNS, "hardly any tables");
  }

  private Result run(RandomApi api, long seed, int inFlight) throws IOException {
    Path data = Files.createDirectories(folder.resolve(seed + "-" + inFlight));
    var events = new RecordedEvents();
    try (ScriptedServer server = ScriptedServer.start().otherwise(api::answer)) {
      String configuration = Concurrency.set(api.configuration(server.origin()), inFlight);
      Files.writeString(data.resolve("config.json"), configuration);
      String end = end(data, events);
      return new Result(shown(end, server, data), log(events, server, data), files(data));
    }
  }

  private static String end(Path data, RecordedEvents events) {
    try {
      RunSummary summary =
          Sluice.run(new RunRequest(data, Optional.empty(), () -> NOW, ProxySettings.NONE, events));
      return summary.jobs() + " " + summary.tables();
    } catch (UserError e) {
      return "error " + e.problems().stream().map(Problem::message).toList();
    }
  }

  /// Pages and ends of jobs, too; without what only says how the requests went.
  private static List<String> log(RecordedEvents events, ScriptedServer server, Path data) {
    return events.all().stream()
        .filter(AnyConcurrencyTest::isOfResult)
        .map(event -> shown(event, server, data))
        .toList();
  }

  private static String shown(Object what, ScriptedServer server, Path data) {
    return what.toString().replace(server.origin(), "ORIGIN").replace(data.toString(), "DATA");
  }

  private static boolean isOfResult(RunEvent event) {
    return switch (event) {
      case RunEvent.Log log -> log.level() != Level.DEBUG;
      case RunEvent.PageCommitted _, RunEvent.JobEnded _, RunEvent.IterationStarted _ -> true;
      case RunEvent.Answered _,
          RunEvent.Retrying _,
          RunEvent.Paused _,
          RunEvent.Sent _,
          RunEvent.Received _,
          RunEvent.Unanswered _,
          RunEvent.Rows _,
          RunEvent.LeftOut _ ->
          false;
    };
  }

  private static NavigableMap<String, String> files(Path data) throws IOException {
    var contents = new TreeMap<String, String>();
    Path out = data.resolve("out");
    if (Files.exists(out)) {
      try (var files = Files.walk(out)) {
        files
            .filter(Files::isRegularFile)
            .forEach(file -> contents.put(out.relativize(file).toString(), text(file)));
      }
    }
    return contents;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Result(String end, List<String> log, NavigableMap<String, String> files) {}
}

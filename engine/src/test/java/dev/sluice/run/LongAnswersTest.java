package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.json.TextLimits;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs whose answers are all too long for the memory.
final class LongAnswersTest {
  private static final Memory LITTLE = new Memory(0, new TextLimits(0, 100), 0, 0);
  private static final String ROWS = "[{\"id\":1},{\"id\":2},{\"id\":3}]";

  private final ScriptedServer api = ScriptedServer.start();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void keepsOneFileAtATimeAndNoneInTheEnd(int concurrency) throws IOException {
    api.at("/orders", json(rows(0)), json(rows(1)), json(rows(2)), json("[]"));
    List<Long> files = new ArrayList<>();
    run(
        concurrency,
        """
        "pagination":{"method":"offset","limit":3}
        """,
        """
        {"endpoint":"orders"}
        """,
        event -> {
          if (event instanceof RunEvent.PageCommitted) {
            files.add(files());
          }
        });
    // The page that is committed, and the one that may be fetched meanwhile.
    assertTrue(files.stream().allMatch(count -> count <= 2), files.toString());
    assertEquals(4, files.size());
    assertEquals(0, files());
    assertEquals(10, Files.readAllLines(folder.resolve("out/tables/orders")).size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void runsTheChildrenOfAllRows(int concurrency) throws IOException {
    api.at("/shops", json(ROWS));
    for (int shop = 1; shop <= 3; shop++) {
      api.at("/shops/" + shop, json("[{\"n\":" + shop + "}]"));
    }
    run(concurrency, "\"pagination\":{}", PARENT, Events.NONE);
    assertEquals(
        List.of("\"n\",\"parent_id\"", "\"1\",\"1\"", "\"2\",\"2\"", "\"3\",\"3\""),
        Files.readAllLines(folder.resolve("out/tables/kids")));
    assertEquals(0, files());
  }

  private static final String PARENT =
      """
      {"endpoint":"shops","children":[
        {"endpoint":"shops/{id}","dataType":"kids","placeholders":{"id":"id"}}]}
      """;

  @Test
  void saysThatTheFileOfAPageIsGone() {
    api.at("/shops", json(ROWS));
    var error =
        assertThrows(
            UserError.class,
            () ->
                run(
                    1,
                    "\"pagination\":{}",
                    PARENT,
                    event -> {
                      if (event instanceof RunEvent.PageCommitted) {
                        bodies().forEach(file -> file.toFile().delete());
                      }
                    }));
    assertTrue(
        String.valueOf(error.getMessage())
            .startsWith("Cannot read a long answer back from the temporary file"),
        error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void leavesNoFileBehindWhenTheRowsDoNotFitTogether(int concurrency) {
    api.at("/orders", json("[{\"id\":1},{\"id\":{\"a\":1}}]"));
    assertThrows(
        UserError.class,
        () -> run(concurrency, "\"pagination\":{}", "{\"endpoint\":\"orders\"}", Events.NONE));
    assertEquals(0, files());
  }

  @Test
  void leavesNoFileBehindWhenItIsInterrupted() {
    api.at("/orders", json(rows(0)), json(rows(1)), json(rows(2)), json(rows(3)));
    assertThrows(
        CancellationException.class,
        () ->
            run(
                8,
                "\"pagination\":{\"method\":\"offset\",\"limit\":3}",
                "{\"endpoint\":\"orders\"}",
                event -> {
                  if (event instanceof RunEvent.PageCommitted) {
                    Thread.currentThread().interrupt();
                  }
                }));
    assertTrue(Thread.interrupted());
    assertEquals(0, files());
  }

  @Test
  void endsInTheMiddleOfALongAnswerWhenItIsInterrupted() throws IOException {
    api.at("/orders", json("[{\"t\":{\"a\":1}}," + "{\"id\":1},".repeat(100_000) + "{\"id\":1}]"));
    assertThrows(
        CancellationException.class,
        () ->
            run(
                1,
                "\"pagination\":{}",
                "{\"endpoint\":\"orders\"}",
                event -> {
                  if (event instanceof RunEvent.Answered) {
                    Thread.currentThread().interrupt();
                  }
                }));
    assertTrue(Thread.interrupted());
    assertEquals(0, files());
  }

  @Test
  void refusesARowThatIsTooLongAndNamesTheListsInIt() {
    api.at("/orders", json("{\"rows\":[" + "1,".repeat(60) + "1],\"n\":1}"));
    Problem problem = refused("{\"endpoint\":\"orders\",\"dataField\":\".\"}");
    assertEquals(
        "Cannot take a row of 123 bytes: each row has to fit into memory as a whole, and may have"
            + " 100 bytes.",
        problem.message());
    assertTrue(
        problem
            .remedy()
            .matches(
                "To take the rows from further down, write \"dataField\": \"rows\"\\. To keep it as"
                    + " one row, give Java more memory: SLUICE_JAVA_OPTIONS=-Xmx\\d+m\\."),
        problem.remedy());
  }

  @Test
  void refusesAnElementThatIsTooLong() {
    api.at("/orders", json("[{\"id\":1},{\"id\":\"" + "x".repeat(200) + "\"}]"));
    assertTrue(
        refused("{\"endpoint\":\"orders\"}").message().startsWith("Cannot take a row of 209"));
  }

  @Test
  void reportsAFilterThatDoesNotFitBeforeAnyRowIsTaken() {
    api.at("/orders", json("[{\"id\":1,\"a\":[]},{\"id\":2,\"a\":1,\"b\":{}},{\"b\":1}]"));
    assertEquals(
        "Error filtering response. 'b' is not an array.",
        refused("{\"endpoint\":\"orders\",\"responseFilter\":[\"b[]\",\"a[]\"]}").message());
  }

  private Problem refused(String job) {
    return assertThrows(UserError.class, () -> run(1, "\"pagination\":{}", job, Events.NONE))
        .problems()
        .getFirst();
  }

  private static Answer json(String text) {
    return Answer.json(text);
  }

  private static String rows(int page) {
    return ROWS.replace("{\"id\":", "{\"id\":" + (page + 1));
  }

  private void run(int concurrency, String pagination, String job, Events events)
      throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters":{"api":{"baseUrl":"%s/","http":{"concurrency":%d},"retryConfig":{"maxRetries":0},%s},
          "config":{"jobs":[%s]}}}
        """
            .formatted(api.origin(), concurrency, pagination, job));
    Sluice.run(
        new RunRequest(
            folder, Optional.empty(), InstantSource.system(), ProxySettings.NONE, LITTLE, events));
  }

  private long files() {
    return bodies().size();
  }

  private List<Path> bodies() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".body")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

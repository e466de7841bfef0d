package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import dev.sluice.http.transport.ProxySettings;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole runs against a scripted API.
final class SluiceTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_710_513_045);

  private final ScriptedServer api = ScriptedServer.start();
  private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void writesTablesManifestsAndStateTogether() throws IOException {
    api.at("/orders", Answer.json("[{\"id\":1,\"lines\":[{\"sku\":\"a\"}]},{\"id\":2}]"));
    RunSummary summary = run("{\"outputBucket\":\"shop\",\"jobs\":[{\"endpoint\":\"orders\"}]}");
    assertEquals(
        List.of(
            "shop.orders",
            "shop.orders.manifest",
            "shop.orders_lines",
            "shop.orders_lines.manifest"),
        tables());
    assertEquals(
        "{\"destination\":\"in.c-shop.orders\",\"incremental\":false}",
        text("out/tables/shop.orders.manifest"));
    assertTrue(text("out/state.json").startsWith("{\"time\":{\"previousStart\":1710513045}"));
    assertEquals(1, summary.requests());
    assertEquals(0, summary.tokenRequests());
    assertEquals(List.of(2L, 1L), summary.tables().stream().map(RunSummary.Table::rows).toList());
  }

  @Test
  void keepsWhatItDoesNotKnowInTheState() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        folder.resolve("in/state.json"),
        "{\"mine\":{\"a\":[]},\"time\":{\"previousStart\":5,\"other\":1,\"currentStart\":9}}");
    api.at("/orders", Answer.json("[]"));
    run(
        "{\"jobs\":[{\"endpoint\":\"orders\",\"params\":{\"since\":{\"time\":\"previousStart\"}}}]}");
    assertEquals(List.of("GET /orders?since=5"), api.requests());
    assertTrue(
        text("out/state.json")
            .startsWith(
                "{\"mine\":{\"a\":[]},\"time\":{\"previousStart\":1710513045,\"other\":1}"));
  }

  @Test
  void saysWhichColumnsAndTablesAreNewOrGoneSinceTheLastRun() throws IOException {
    api.at(
        "/orders",
        Answer.json("[{\"id\":1,\"note\":\"x\",\"lines\":[{\"sku\":\"a\"}]}]"),
        Answer.json("[{\"id\":2,\"vat\":21,\"tags\":[\"new\"]}]"));
    String config = "{\"outputBucket\":\"shop\",\"jobs\":[{\"endpoint\":\"orders\"}]}";
    assertEquals(List.of(), run(config).changes());
    Files.createDirectories(folder.resolve("in"));
    Files.copy(folder.resolve("out/state.json"), folder.resolve("in/state.json"));
    assertEquals(
        List.of(
            "The table 'shop.orders' has new columns: vat, tags.",
            "The table 'shop.orders' has no values any more in: note, lines.",
            "The table 'shop.orders_lines' was not made this time: no rows came for it.",
            "The table 'shop.orders_tags' is new."),
        run(config).changes().stream().map(TableChange::text).toList());
  }

  // Spec: run-and-http §1.13.
  @Test
  void putsTheOwnPlaceholdersOfARootJobIntoTheAddressThatHasToBeAllowed() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters": {
           "api": {"baseUrl": "%s/"},
           "config": {"jobs": [{"endpoint": "shops/{shop}/orders", "placeholders": {"shop": "north"}}]}},
         "image_parameters": {"allowed_hosts": [{"host": "127.0.0.1", "path": "/shops/south"}]}}
        """
            .formatted(api.origin()));
    UserError error = assertThrows(UserError.class, () -> Sluice.run(request()));
    assertEquals(
        "URL \"%s/shops/north/orders\" is not in the allowed hosts whitelist."
            .formatted(api.origin()),
        error.problems().getFirst().message());
    assertEquals(List.of(), api.requests());
  }

  // Spec: run-and-http §5.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'function':'concat','args':['ftp:','//example.com']} | [] | The \"baseUrl\" attribute in API configuration resulted in an invalid URL (ftp://example.com)",
        "{'attr':'shop'} | [] | User script error: Error evaluating user function - attr 'shop' not found!",
        "{'attr':'shop'} | [{'host':'example.com'}] | Error in baseUrl function: Error evaluating user function - attr 'shop' not found!",
      })
  void saysThatTheBaseUrlCannotBeComputed(String baseUrl, String hosts, String message)
      throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters": {"api": {"baseUrl": %s}, "config": {"jobs": [{"endpoint": "orders"}]}},
         "image_parameters": {"allowed_hosts": %s}}
        """
            .formatted(baseUrl, hosts)
            .replace("'", "\""));
    UserError error = assertThrows(UserError.class, () -> Sluice.run(request()));
    assertEquals(message, error.problems().getFirst().message());
  }

  @Test
  void leavesTheOldResultWhenALaterJobFails() throws IOException {
    api.at("/orders", Answer.json("[{\"id\":1}]"), Answer.json("[{\"id\":2}]"));
    api.at("/customers", Answer.json("[]"), Answer.json(403, "{}"));
    String config = "{\"jobs\":[{\"endpoint\":\"orders\"},{\"endpoint\":\"customers\"}]}";
    run(config);
    String state = text("out/state.json");
    UserError error = assertThrows(UserError.class, () -> run(config));
    assertTrue(error.problems().getFirst().message().startsWith("The API request failed: [403]"));
    assertEquals(
        "parameters.config.jobs[1]", error.problems().getFirst().path().orElseThrow().text());
    assertEquals("\"id\"\n\"1\"\n", text("out/tables/orders"));
    assertEquals(state, text("out/state.json"));
  }

  @Test
  void runsOncePerIterationIntoOneFile() throws IOException {
    api.at("/orders", Answer.json("[{\"id\":1}]"), Answer.json("[{\"id\":2}]"));
    write(
        "{\"jobs\":[{\"endpoint\":\"orders\",\"params\":{\"region\":{\"attr\":\"region\"}}}]}",
        ",\"iterations\":[{\"region\":\"eu\"},{\"region\":\"us\"}]");
    Sluice.run(request());
    assertEquals(List.of("GET /orders?region=eu", "GET /orders?region=us"), api.requests());
    assertEquals("\"id\"\n\"1\"\n\"2\"\n", text("out/tables/orders"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 32})
  void commitsInTheOrderOfTheConfigurationWhateverOverlaps(int concurrency) throws IOException {
    api.otherwise(request -> {
      if (request.path().equals("/teams")) {
        return Answer.json(
            request.target().contains("page=1") ? "[{\"id\":1},{\"id\":2}]" : "[{\"id\":3}]");
      }
      return Answer.json("[{\"of\":\"" + request.path() + "\"}]");
    });
    write(
        """
        {"jobs": [
          {"endpoint": "teams", "children": [
            {"endpoint": "a/{t}", "dataType": "all", "placeholders": {"t": "id"}, "children": [
              {"endpoint": "x/{u}", "dataType": "all", "placeholders": {"u": "of"}}]},
            {"endpoint": "b/{t}", "dataType": "all", "placeholders": {"t": "id"}}]}]}
        """,
        "",
        ",\"pagination\":{\"method\":\"pagenum\",\"limit\":2},\"http\":{\"concurrency\":"
            + concurrency
            + "}");
    Sluice.run(request());
    assertEquals(
        List.of(
            "\"/a/1\"",
            "\"/x//a/1\"",
            "\"/a/2\"",
            "\"/x//a/2\"",
            "\"/b/1\"",
            "\"/b/2\"",
            "\"/a/3\"",
            "\"/x//a/3\"",
            "\"/b/3\""),
        text("out/tables/all").lines().skip(1).map(line -> line.split(",", -1)[0]).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void reportsTheErrorThatIsFirstInTheOrderOfTheConfiguration(int concurrency) throws IOException {
    api.otherwise(request ->
        switch (request.path()) {
          case "/a" -> Answer.json("[{\"id\":1}]");
          case "/a/1" -> Answer.json(400, "\"first\"");
          default -> Answer.json(400, "\"second\"");
        });
    write(
        """
        {"jobs": [
          {"endpoint": "a", "children": [{"endpoint": "a/{i}", "placeholders": {"i": "id"}}]},
          {"endpoint": "b"}]}
        """,
        "",
        ",\"http\":{\"concurrency\":" + concurrency + "}");
    UserError error = assertThrows(UserError.class, () -> Sluice.run(request()));
    assertTrue(String.valueOf(error.getMessage()).contains("first"), error.getMessage());
    assertEquals(
        "parameters.config.jobs[0].children[0]",
        error.problems().getFirst().path().orElseThrow().text());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void aLaterJobThatCannotStartDoesNotHideAnEarlierFailure(int concurrency) throws IOException {
    api.otherwise(_ -> Answer.json(404, "\"first\""));
    write(
        """
        {"jobs": [
          {"endpoint": "a"},
          {"endpoint": "b", "params": {"p": {"function": "date", "args": ["Y", "no time"]}}}]}
        """,
        "",
        ",\"http\":{\"concurrency\":" + concurrency + "}");
    UserError error = assertThrows(UserError.class, () -> Sluice.run(request()));
    assertTrue(String.valueOf(error.getMessage()).contains("first"), error.getMessage());
  }

  @Test
  void sendsSecretParametersNowhereElse() throws IOException {
    try (ScriptedServer elsewhere = ScriptedServer.start(Answer.json("[]"))) {
      api.at("/orders", Answer.redirect(307, elsewhere.url("/orders")));
      run(
          "{\"#key\":\"s3cret-value\",\"jobs\":[{\"endpoint\":\"orders\",\"method\":\"POST\",\"params\":"
              + "{\"k\":{\"attr\":\"#key\"},\"q\":1}}]}");
      assertEquals("{\"k\":\"s3cret-value\",\"q\":1}", api.received().getFirst().text());
      assertEquals("{\"q\":1}", elsewhere.received().getFirst().text());
    }
  }

  @Test
  void sendsNoCredentialsToAnAddressThatARowNames() throws IOException {
    try (ScriptedServer elsewhere = ScriptedServer.start(Answer.json("[]"))) {
      api.at("/rows", Answer.json("[{\"link\":\"" + elsewhere.url("/x") + "\"}]"));
      run(
          "{\"#key\":\"s3cret-value\",\"jobs\":[{\"endpoint\":\"rows\",\"children\":[{\"endpoint\":\"{u}\","
              + "\"placeholders\":{\"u\":\"link\"},\"params\":{\"k\":{\"attr\":\"#key\"}}}]}]}");
      assertEquals(List.of("GET /x"), elsewhere.requests());
    }
  }

  @Test
  void refusesANameThatTheFileSystemDoesNotTakeAndWorksAfterItIsMended() throws IOException {
    api.otherwise(_ -> Answer.json("[{\"id\":1}]"));
    String tooLong = "x".repeat(250);
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                run("{\"outputBucket\":\"" + tooLong + "\",\"jobs\":[{\"endpoint\":\"orders\"}]}"));
    assertTrue(String.valueOf(error.getMessage()).contains("refuses the name"), error.getMessage());
    run("{\"outputBucket\":\"shop\",\"jobs\":[{\"endpoint\":\"orders\"}]}");
    assertEquals(List.of("shop.orders", "shop.orders.manifest"), tables());
  }

  @Test
  void masksSecretsInEventsAndErrors() throws IOException {
    api.at("/orders", Answer.json(400, "\"the key s3cret-value is wrong\""));
    write(
        "{\"#key\":\"s3cret-value\",\"debug\":true,\"jobs\":[{\"endpoint\":\"orders\",\"params\":{\"k\":{\"attr\":\"#key\"}}}]}",
        "");
    UserError error = assertThrows(UserError.class, () -> Sluice.run(request()));
    assertEquals(List.of("GET /orders?k=s3cret-value"), api.requests());
    assertFalse(String.valueOf(error.getMessage()).contains("s3cret"), error.getMessage());
    assertFalse(events.toString().contains("s3cret"), events.toString());
  }

  @Test
  void masksSecretsInErrorsOfTheConfiguration() throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters": {"api": {"baseUrl": "http://localhost/"},
          "config": {"#key": "s3cret-value", "jobs": ["s3cret-value"]}}}
        """);
    UserError error = assertThrows(UserError.class, () -> Sluice.check(request()));
    assertFalse(String.valueOf(error.getMessage()).contains("s3cret"), error.getMessage());
  }

  @Test
  void laysSecretsFromAFileOverEachIteration() throws IOException {
    api.otherwise(_ -> Answer.json("[]"));
    Path secrets = Files.writeString(folder.resolve("secrets.json"), "{\"#key\":\"s3cret-value\"}");
    write(
        "{\"jobs\":[{\"endpoint\":\"orders\",\"params\":{\"k\":{\"attr\":\"#key\"},\"r\":{\"attr\":\"region\"}}}]}",
        ",\"iterations\":[{\"region\":\"eu\"},{\"region\":\"us\"}]");
    Sluice.run(
        new RunRequest(folder, Optional.of(secrets), () -> NOW, ProxySettings.NONE, Events.NONE));
    assertEquals(
        List.of("GET /orders?k=s3cret-value&r=eu", "GET /orders?k=s3cret-value&r=us"),
        api.requests());
  }

  private RunSummary run(String config) throws IOException {
    write(config, "");
    return Sluice.run(request());
  }

  private RunRequest request() {
    return new RunRequest(folder, Optional.empty(), () -> NOW, ProxySettings.NONE, events::add);
  }

  private void write(String config, String more) throws IOException {
    write(config, more, "");
  }

  private void write(String config, String moreParameters, String moreApi) throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"parameters\":{\"api\":{\"baseUrl\":\"%s/\"%s},\"config\":%s%s}}"
            .formatted(api.origin(), moreApi, config, moreParameters));
  }

  private List<String> tables() throws IOException {
    try (var files = Files.list(folder.resolve("out/tables"))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}

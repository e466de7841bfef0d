package dev.sluice.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Events;
import dev.sluice.json.JsonWriter;
import dev.sluice.run.RunRequest;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `action` in `config.json` (spec: studio §2.0, README G-07).
final class HeadlessActionTest {
  @TempDir private Path folder;

  @Test
  void aTestGivesTheFourPartsOfTheOriginal() throws IOException {
    try (var server = ScriptedServer.start(Answer.json("[{\"id\":1}]"))) {
      HeadlessAction.Output output = perform("test_request", server, "\"0\"");
      assertTrue(output.isSuccess());
      assertEquals(
          List.of("response", "request", "records", "debug_log"),
          output.document().shape().names());
      assertEquals(
          "[{\"id\":1}]", JsonWriter.compact(output.document().find("records").orElseThrow()));
      assertFalse(Files.exists(folder.resolve("out")));
    }
  }

  @Test
  void aFailureIsOneDocumentWithCodeMessagePointerAndHint() throws IOException {
    try (var server = ScriptedServer.start(Answer.json(404, "{}"))) {
      HeadlessAction.Output output = perform("test_request", server, "0");
      assertFalse(output.isSuccess());
      String text = JsonWriter.compact(output.document());
      assertTrue(
          text.startsWith("{\"status\":\"error\",\"error\":{\"code\":\"http_status\",\"message\":"),
          text);
      assertTrue(
          text.contains("\"pointer\":\"parameters.config.jobs[0]\"") && text.contains("\"hint\":"),
          text);
      assertTrue(text.contains("\"status_code\":404"), text);
    }
  }

  @Test
  void aMissingChoiceAndAnUnknownActionAreNamed() throws IOException {
    try (var server = ScriptedServer.start()) {
      assertTrue(
          JsonWriter.compact(perform("test_request", server, "\"\"").document())
              .contains("__SELECTED_JOB is missing!"));
      assertTrue(
          JsonWriter.compact(perform("dance", server, "0").document())
              .contains("The defined action dance is not implemented!"));
    }
  }

  @Test
  void aCommandIsImportedWhateverElseIsWrong() throws IOException {
    HeadlessAction.Output output =
        perform(
            "load_from_curl",
            """
            "api": {"baseUrl": "https://api.example.com/v1/", "authentication": {"type": "none such"}},
            "__CURL_COMMAND": "curl -k -u ada:s3cr3t 'https://api.example.com/v1/users?limit=10'"
            """);
    assertTrue(output.isSuccess());
    assertEquals(
        "{\"__NAME\":\"users\",\"endpoint\":\"users\",\"children\":[],\"method\":\"GET\","
            + "\"dataType\":\"users\",\"dataField\":{\"path\":\".\",\"delimiter\":\".\"},"
            + "\"params\":{\"limit\":\"10\"},\"headers\":{}}",
        JsonWriter.compact(output.document()));
    assertEquals(
        "Credentials were left out (-u): set up an authentication.", output.notes().get(0));
    assertTrue(output.notes().get(1).startsWith("Not imported: -k. "));
  }

  @Test
  void aCommandThatCanNotBeImportedIsAnErrorAtItsPlace() throws IOException {
    HeadlessAction.Output output = perform("load_from_curl", "\"api\": {}, \"config\": {}");
    assertFalse(output.isSuccess());
    assertEquals(
        "{\"status\":\"error\",\"error\":{\"code\":\"curl\",\"message\":\"cURL command not provided\","
            + "\"pointer\":\"parameters.__CURL_COMMAND\",\"hint\":\"\"}}",
        JsonWriter.compact(output.document()));
  }

  /// M9, M10 and M12 (spec: studio §2.8).
  @Test
  void aMappingIsMadeOfThePageOfTheChosenJob() throws IOException {
    try (var server = ScriptedServer.start()) {
      server
          .at(
              "/orders",
              Answer.json("[{\"id\":1,\"status\":\"a\"}]"),
              Answer.json("[{\"id\":1,\"status\":\"a\"}]"))
          .at("/orders/1", Answer.json("[{\"n\":5}]"));
      String config =
          """
          "api": {"baseUrl": "%s/"}, "__NESTING_LEVEL": 1, "__PRIMARY_KEY": ["id"],
          "config": {"outputBucket": "b", "userData": {"start_date": {"function": "date", "args": ["Y-m-d"]}},
            "jobs": [{"endpoint": "orders", "children": [{"endpoint": "orders/{no}", "placeholders": {"no": "id"}}]}]}
          """
              .formatted(server.origin());
      assertEquals(
          "{\"id\":{\"mapping\":{\"destination\":\"id\",\"primaryKey\":true}},\"status\":\"status\","
              + "\"start_date\":{\"type\":\"user\",\"mapping\":{\"destination\":\"start_date\"}}}",
          JsonWriter.compact(
              perform("infer_mapping", config + ",\"__SELECTED_JOB\":\"0\"").document()));
      assertEquals(
          "{\"n\":\"n\",\"parent_id\":{\"type\":\"user\",\"mapping\":{\"destination\":\"parent_id\",\"primaryKey\":true}}}",
          JsonWriter.compact(
              perform("infer_mapping", config + ",\"__SELECTED_JOB\":\"0_0\"").document()));
    }
  }

  @Test
  void noSecretIsInWhatAnActionGives() throws IOException {
    Path secrets =
        Files.writeString(folder.resolve("secrets.json"), "{\"#more\": \"0ther/ c4n4ry\"}");
    try (var server =
        ScriptedServer.start(
            Answer.json("[{\"c4n4ry-value\":\"0ther/ c4n4ry\"}]"),
            Answer.json("[{\"c4n4ry-value\":\"0ther/ c4n4ry\"}]"))) {
      String inputs =
          """
          "api": {"baseUrl": "%s/"}, "__SELECTED_JOB": "0",
          "__CURL_COMMAND": "curl 'https://h.example/c4n4ry-value?q=0ther%%2F+c4n4ry' -H 'X-A: YzRuNHJ5LXZhbHVl'",
          "__FUNCTION_CFG": {"function": "urlencode", "args": [{"attr": "#more"}]},
          "config": {"outputBucket": "b", "#key": "c4n4ry-value", "jobs": [{"endpoint": "orders"}]}
          """
              .formatted(server.origin());
      for (String action :
          List.of("test_request", "infer_mapping", "load_from_curl", "perform_function")) {
        write(action, inputs);
        var request =
            new RunRequest(
                folder,
                java.util.Optional.of(secrets),
                java.time.InstantSource.system(),
                dev.sluice.http.transport.ProxySettings.NONE,
                Events.NONE);
        HeadlessAction.Output output = HeadlessAction.in(request).orElseThrow().perform(request);
        String text = JsonWriter.compact(output.document()) + output.notes();
        for (String form :
            List.of("c4n4ry", "YzRuNHJ5LXZhbHVl", "0ther%2F+", "0ther%2F%20", "MHRoZXIv")) {
          assertFalse(text.contains(form), action + " shows " + form + ": " + text);
        }
        assertTrue(output.isSuccess(), text);
      }
    }
  }

  @Test
  void runIsNoActionOfThisKind() throws IOException {
    for (String config :
        List.of(
            "{\"action\":\"run\"}",
            "{}",
            "{\"action\":",
            "{\"parameters\":{\"action\":\"x\"}}",
            "[\"action\"]")) {
      Files.writeString(folder.resolve("config.json"), config);
      assertTrue(HeadlessAction.in(RunRequest.of(folder, Events.NONE)).isEmpty(), config);
    }
  }

  private HeadlessAction.Output perform(String action, ScriptedServer server, String selected)
      throws IOException {
    return perform(
        action,
        """
        "__SELECTED_JOB": %s, "api": {"baseUrl": "%s/"},
        "config": {"outputBucket": "b", "jobs": [{"endpoint": "orders"}]}
        """
            .formatted(selected, server.origin()));
  }

  private HeadlessAction.Output perform(String action, String parameters) throws IOException {
    write(action, parameters);
    RunRequest request = RunRequest.of(folder, Events.NONE);
    return HeadlessAction.in(request).orElseThrow().perform(request);
  }

  private void write(String action, String parameters) throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        "{\"action\": \"%s\", \"parameters\": {%s}}".formatted(action, parameters));
  }
}

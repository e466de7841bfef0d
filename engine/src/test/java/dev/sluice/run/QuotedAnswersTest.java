package dev.sluice.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.event.Events;
import dev.sluice.problem.UserError;
import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Errors quote the start of an answer, whose end may fall into a secret that the API repeats.
final class QuotedAnswersTest {
  private static final String SECRET = "Zq7canarysecretvalue0123456789Xy";

  @TempDir private Path folder;

  @Test
  void showNoPartOfASecretWhereverTheyAreCut() throws IOException {
    for (int status : new int[] {400, 404, 503}) {
      for (int offset = 80; offset < 125; offset += 8) {
        String output = output(status, offset);
        assertFalse(output.contains("Zq7c"), status + ", " + offset + ": " + output);
        assertTrue(output.contains("ppp"), output);
      }
    }
  }

  @Test
  void showNoPasswordOfAnAddress() throws IOException {
    try (var server = ScriptedServer.start()) {
      server.otherwise(request ->
          Answer.json(400, "{\"you\":\"" + request.header("Authorization").orElse("") + "\"}"));
      String url = server.origin().replace("http://", "http://ada:" + SECRET + "@") + "/";

      String output = run("{\"baseUrl\":\"" + url + "\"}");

      assertFalse(output.contains(SECRET), output);
      assertTrue(output.contains("Basic "), output);
      assertFalse(output.matches("(?s).*Basic [A-Za-z0-9+/=]{20,}.*"), output);
    }
  }

  private String output(int status, int offset) throws IOException {
    try (var server = ScriptedServer.start()) {
      server.otherwise(
          _ -> Answer.json(status, "{\"m\":\"" + "p".repeat(offset) + " " + SECRET + "\"}"));
      return run(
          """
          {"baseUrl": "%s/", "retryConfig": {"maxRetries": 1},
           "http": {"headers": {"X-Key": {"attr": "#s"}}, "ignoreErrors": [404]}}
          """
              .formatted(server.origin()));
    }
  }

  private String run(String api) throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters": {"api": %s,
          "config": {"#s": "%s", "debug": true, "outputBucket": "b",
            "jobs": [{"endpoint": "orders", "dataType": "orders"}]}}}
        """
            .formatted(api, SECRET));
    Queue<String> said = new ConcurrentLinkedQueue<>();
    Events events = event -> said.add(event.toString());
    try {
      Sluice.run(RunRequest.of(folder, events));
    } catch (UserError e) {
      said.add(String.valueOf(e.getMessage()));
    }
    return String.join("\n", said);
  }
}

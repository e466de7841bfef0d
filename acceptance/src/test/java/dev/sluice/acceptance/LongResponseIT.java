package dev.sluice.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.ScriptedServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One response that is much longer than the memory (docs/tables.md, "Long responses").
class LongResponseIT {
  private static final int HEAP_MEBIBYTES = 40;
  private static final int ROWS = 1_000_000;

  private final ScriptedServer api = ScriptedServer.start(LongResponseIT::answer);

  @TempDir private Path folder;

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void isExtractedRowByRow() throws Exception {
    Launcher.Ended run = run("\"dataField\": \"rows\"");
    assertEquals(0, run.exitCode(), run.all());
    try (Stream<String> lines = Files.lines(folder.resolve("out/tables/orders"))) {
      assertEquals(1 + ROWS, lines.count());
    }
    assertTrue(Files.notExists(folder.resolve("out/.sluice/staging")));
  }

  @Test
  void endsWithAMessageWhenAllOfItIsOneRow() throws Exception {
    Launcher.Ended run = run("\"dataField\": \".\"");
    assertEquals(1, run.exitCode(), run.all());
    String error = String.join("", run.records("ERROR"));
    assertTrue(error.contains("Cannot take a row of "), run.all());
    assertTrue(error.contains("\"dataField\": \"rows\""), run.all());
  }

  private Launcher.Ended run(String option) throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"parameters": {"api": {"baseUrl": "%s/"},
          "config": {"jobs": [{"endpoint": "orders", %s}]}}}
        """
            .formatted(api.origin(), option));
    return Launcher.run(folder, HEAP_MEBIBYTES);
  }

  private static boolean answer(OutputStream connection) throws IOException {
    var out = new BufferedOutputStream(connection);
    write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
    write(out, "{\"total\":%d,\"rows\":[".formatted(ROWS));
    for (int row = 0; row < ROWS; row++) {
      write(out, row == 0 ? "" : ",");
      write(out, "{\"id\":" + row + ",\"customer\":{\"name\":\"Ada\",\"city\":\"Brno\"},");
      write(out, "\"note\":\"Leave at the reception on the ground floor\"}");
    }
    write(out, "],\"errors\":{}}");
    out.flush();
    return false;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}

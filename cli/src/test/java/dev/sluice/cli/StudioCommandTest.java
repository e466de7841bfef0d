package dev.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testkit.Answer;
import dev.sluice.testkit.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sluice studio`, and the actions of `sluice run`.
final class StudioCommandTest {
  private final RecordingShell shell = RecordingShell.piped(Map.of());
  @TempDir private Path folder;

  @Test
  void otherInterfacesAreRefusedUnlessTheyAreAllowedAndHaveAPassword() throws IOException {
    assertEquals(1, shell.run("studio", folder.toString(), "--host", "0.0.0.0"));
    assertTrue(
        shell.err().contains("The studio would be open to everyone who reaches 0.0.0.0"),
        shell.err());
    assertEquals(1, shell.run("studio", folder.toString(), "--host", "0.0.0.0", "--allow-remote"));
    Path empty = Files.writeString(folder.resolve("password"), "\n");
    assertEquals(
        1,
        shell.run(
            "studio",
            folder.toString(),
            "--host",
            "0.0.0.0",
            "--allow-remote",
            "--password-file",
            empty.toString()));
    assertTrue(shell.err().contains("is empty"), shell.err());
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (var used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(used.getLocalPort());
      assertEquals(1, shell.run("studio", folder.toString(), "--no-browser", "--port", port));
      assertTrue(shell.err().contains("port " + port), shell.err());
    }
  }

  @Test
  void theAddressIsPrintedUntilTheCommandIsStopped() throws InterruptedException {
    Thread studio =
        Thread.ofVirtual().start(() -> shell.run("studio", folder.toString(), "--no-browser"));
    while (!shell.out().contains("#launch=")) {
      Thread.onSpinWait();
    }
    studio.interrupt();
    studio.join();
    assertEquals("", shell.err());
  }

  @Test
  void aBrowserIsOpenedOnDesktopsOnly() {
    assertEquals(Optional.empty(), Desktop.command(shell.shell(), "Linux"));
    Shell desktop = RecordingShell.piped(Map.of("DISPLAY", ":0")).shell();
    assertEquals(Optional.of(List.of("xdg-open")), Desktop.command(desktop, "Linux"));
    assertEquals(Optional.of(List.of("open")), Desktop.command(shell.shell(), "Mac OS X"));
  }

  @Test
  void anActionPrintsOneDocumentAndNothingElse() throws IOException {
    try (var server = ScriptedServer.start(Answer.json("[{\"id\":1}]"), Answer.json(404, "{}"))) {
      Files.writeString(
          folder.resolve("config.json"),
          """
          {"action": "test_request", "parameters": {"__SELECTED_JOB": "0", "api": {"baseUrl": "%s/"},
           "config": {"outputBucket": "b", "jobs": [{"endpoint": "orders"}]}}}
          """
              .formatted(server.origin()));
      assertEquals(0, shell.run("run", folder.toString()));
      assertTrue(shell.out().startsWith("{\"response\":{\"status_code\":200,"), shell.out());
      assertEquals(1, shell.out().lines().count());
      assertEquals(1, shell.run("run", folder.toString()));
      assertTrue(
          shell
              .out()
              .lines()
              .toList()
              .getLast()
              .startsWith("{\"status\":\"error\",\"error\":{\"code\":\"http_status\""),
          shell.out());
      assertEquals("", shell.err());
    }
  }
}

package dev.sluice.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged `sluice studio`: it starts, serves its page, and ends when it is told to.
final class StudioIT {
  @TempDir private Path folder;

  @Test
  void itServesItsPageUntilItIsStopped() throws IOException, InterruptedException {
    Launcher.Started studio = Launcher.studio(folder);
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create(Launcher.address(studio));
      var page = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("<title>"), page.body());
      String code = address.getFragment().replace("launch=", "");
      var session =
          HttpRequest.newBuilder(address.resolve("/api/session"))
              .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code + "\"}"))
              .build();
      assertTrue(client.send(session, BodyHandlers.ofString()).body().contains("\"token\""));
    } finally {
      studio.process().destroy();
    }
    assertTrue(studio.process().waitFor(10, TimeUnit.SECONDS));
    assertEquals("", Files.readString(studio.errors()));
  }
}

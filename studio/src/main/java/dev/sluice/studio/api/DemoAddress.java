package dev.sluice.studio.api;

import dev.sluice.demo.Demo;
import dev.sluice.json.JsonObject;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.web.Refusal;
import dev.sluice.studio.web.Reply;
import java.io.IOException;
import java.util.Optional;

/// The built-in demo API (spec: studio §4.3): started when it is asked for, ends with the studio.
/// Safe for several threads; to be closed.
final class DemoAddress implements AutoCloseable {
  private final Workspace workspace;
  private Optional<Demo> demo = Optional.empty();

  DemoAddress(Workspace workspace) {
    this.workspace = workspace;
  }

  /// {@return a configuration for the demo, which runs from now on}
  synchronized Reply start() {
    try {
      if (demo.isEmpty()) {
        demo = Optional.of(Demo.start());
      }
      Demo running = demo.get();
      // The secret as a marker: the page can put it into a form of its own.
      String text = workspace.markers().mask(running.configuration()).text();
      String secret =
          workspace
              .markers()
              .mask("{\"#secret\":\"" + running.clientSecret() + "\"}")
              .secrets()
              .getFirst()
              .marker();
      return Reply.json(
          JsonObject.builder()
              .put("text", text)
              .put("base_url", running.origin() + "/v1/")
              .put("token_url", running.tokenUrl())
              .put("client_id", running.clientId())
              .put("client_secret", secret)
              .build());
    } catch (IOException e) {
      throw new Refusal(422, "no_demo", "The demo could not be started: " + e.getMessage());
    }
  }

  @Override
  public synchronized void close() {
    demo.ifPresent(Demo::close);
  }
}

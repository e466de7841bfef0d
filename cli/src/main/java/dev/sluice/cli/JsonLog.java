package dev.sluice.cli;

import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonObject;
import java.io.PrintStream;
import java.time.InstantSource;

/// One JSON object per line.
final class JsonLog implements RunLog {
  private final PrintStream out;
  private final InstantSource clock;

  JsonLog(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.Log log) {
      out.println(
          JsonObject.builder()
              .put("time", clock.instant().toString())
              .put("message", log.message())
              .build());
    }
  }

  @Override
  public void end(Outcome outcome) {}

  @Override
  public void close() {
    out.flush();
  }
}

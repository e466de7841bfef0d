package dev.sluice.table.legacy;

import dev.sluice.event.Events;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells what is odd about values once, repeats it at debug level only, and tells at the end how
/// often it was: the original's lines can be thousands (spec: tables §8). Not thread-safe.
final class Notices {
  private final Events events;
  private final Map<Notice, Long> times = new LinkedHashMap<>();

  private record Notice(Level level, String message) {}

  Notices(Events events) {
    this.events = events;
  }

  void tell(Level level, String message, JsonObject context) {
    boolean isFirst = times.merge(new Notice(level, message), 1L, Long::sum) == 1;
    events.on(new RunEvent.Log(isFirst ? level : Level.DEBUG, message, context));
  }

  void summarise() {
    times.forEach((notice, count) -> {
      if (count > 1) {
        events.log(notice.level(), notice.message() + " (" + count + " times)");
      }
    });
  }
}

package dev.sluice.destination.csv;

import dev.sluice.event.Events;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import java.util.ArrayList;
import java.util.List;

/// Keeps the log lines.
final class RecordedEvents implements Events {
  private final List<String> warnings = new ArrayList<>();

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.Log(Level level, String message, _) && level == Level.WARNING) {
      warnings.add(message);
    }
  }

  List<String> warnings() {
    return warnings;
  }
}

package dev.sluice.table;

import dev.sluice.event.Events;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Keeps log lines as `warning: text`.
public final class RecordedLog implements Events {
  private final List<String> lines = new ArrayList<>();

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.Log(Level level, String message, _)) {
      lines.add(level.name().toLowerCase(Locale.ROOT) + ": " + message);
    }
  }

  /// {@return the lines so far}
  public List<String> lines() {
    return lines;
  }
}

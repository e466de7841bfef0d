package dev.sluice.http;

import dev.sluice.event.Events;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what happened.
public final class RecordedEvents implements Events {
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void on(RunEvent event) {
    events.add(event);
  }

  /// {@return all events so far}
  public List<RunEvent> all() {
    return List.copyOf(events);
  }

  /// {@return the log lines of a level so far}
  ///
  /// @param level the level
  public List<String> messages(Level level) {
    return logs(level).stream().map(RunEvent.Log::message).toList();
  }

  /// {@return the log records of a level so far}
  ///
  /// @param level the level
  public List<RunEvent.Log> logs(Level level) {
    return events.stream()
        .filter(RunEvent.Log.class::isInstance)
        .map(RunEvent.Log.class::cast)
        .filter(log -> log.level() == level)
        .toList();
  }
}

package dev.sluice.run;

import dev.sluice.event.Events;
import dev.sluice.event.RunEvent;
import java.util.ArrayList;
import java.util.List;

/// What is to be said about a page that was fetched ahead, kept until its turn comes (spec:
/// jobs-and-paging §9.4). Used by one thread at a time.
final class Unsaid implements Events {
  private List<RunEvent> events = new ArrayList<>();

  @Override
  public void on(RunEvent event) {
    events.add(event);
  }

  /// {@return what has come since the last call, in order}
  List<RunEvent> take() {
    List<RunEvent> taken = events;
    events = new ArrayList<>();
    return taken;
  }
}

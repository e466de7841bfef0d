package dev.sluice.studio.run;

import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The latest events of a run, numbered, for any number of readers. Of a long run the oldest are
/// forgotten; readers see that from the numbers. Safe for several threads.
public final class EventLog {
  private static final int MOST = 5_000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long last;
  private boolean isClosed;

  /// An event.
  ///
  /// @param number from 1, without gaps unless events were left out
  /// @param type e.g. `request`
  /// @param data its content, with the number as `seq`
  public record Entry(long number, String type, JsonObject data) {}

  /// Adds an event.
  ///
  /// @param type e.g. `request`
  /// @param data its content
  synchronized void add(String type, JsonObject data) {
    last++;
    entries.add(new Entry(last, type, data.with("seq", JsonNumber.of(last))));
    if (entries.size() > MOST) {
      entries.removeFirst();
    }
    notifyAll();
  }

  /// Counts an event that nobody gets to see.
  synchronized void skip() {
    last++;
  }

  /// Tells readers that there will be no more.
  synchronized void close() {
    isClosed = true;
    notifyAll();
  }

  /// {@return whether there will be nothing behind a number}
  ///
  /// @param number the last event that a reader has
  public synchronized boolean isAtEnd(long number) {
    return isClosed && (entries.isEmpty() || entries.getLast().number() <= number);
  }

  /// {@return the events behind a number; none when nothing comes for some time, or at the end}
  ///
  /// @param number the last event that the reader has, or 0
  /// @param patience how long to wait
  /// @throws InterruptedException if the thread is to end
  public synchronized List<Entry> after(long number, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (!hasBehind(number) && !isClosed && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    List<Entry> behind = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.number() > number) {
        behind.add(entry);
      }
    }
    return behind;
  }

  private boolean hasBehind(long number) {
    return !entries.isEmpty() && entries.getLast().number() > number;
  }
}

package dev.sluice.action;

import dev.sluice.event.Attempt;
import dev.sluice.event.Events;
import dev.sluice.event.Exchange;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/// Keeps what happens in a bounded run. Safe for several threads.
final class Witness implements Events {
  /// So many characters of bodies are kept altogether.
  private static final long MOST_KEPT = 8 << 20;

  private static final int SHORT_BODY = 4096;

  private final int bodyBytes;
  private final List<ShownExchange> exchanges = new ArrayList<>();
  private final IdentityHashMap<Attempt, Integer> places = new IdentityHashMap<>();
  private final List<RunEvent.Rows> rows = new ArrayList<>();
  private final List<String> log = new ArrayList<>(List.of("Component initialized"));
  private final List<String> warnings = new ArrayList<>();
  private long kept;
  private int shortened;

  /// Begins with nothing.
  ///
  /// @param bodyBytes so much of each body is kept
  Witness(int bodyBytes) {
    this.bodyBytes = bodyBytes;
  }

  @Override
  public int bodyBytes() {
    return bodyBytes;
  }

  @Override
  public synchronized void on(RunEvent event) {
    switch (event) {
      case RunEvent.Log(Level level, String message, var _) -> say(level, message);
      case RunEvent.Sent(Attempt attempt, Exchange.Ask ask) -> {
        places.put(attempt, exchanges.size());
        exchanges.add(ShownExchange.begun(exchanges.size() + 1, ask));
      }
      case RunEvent.Received(Attempt attempt, Exchange.Reply reply) -> {
        int place = places.getOrDefault(attempt, 0);
        exchanges.set(place, exchanges.get(place).answered(reply));
        log.add(line(exchanges.get(place).ask(), reply));
        kept += reply.body().start().length();
        shorten(place);
      }
      case RunEvent.Unanswered(Attempt attempt, String reason, var took) -> {
        int place = places.getOrDefault(attempt, 0);
        exchanges.set(place, exchanges.get(place).failed(reason, took));
        Exchange.Ask ask = exchanges.get(place).ask();
        log.add("%s %s: %s".formatted(ask.method(), ask.url(), reason));
      }
      case RunEvent.Rows some -> rows.add(some);
      case RunEvent.LeftOut(String message) -> warnings.add(message);
      case RunEvent.Retrying(String reason, var pause, int number) ->
          log.add("Retry %d in %.1f s: %s".formatted(number, pause.toMillis() / 1000.0, reason));
      case RunEvent.Paused(String origin, String reason, var pause) ->
          log.add("Pause of %s for %d s: %s".formatted(origin, pause.toSeconds(), reason));
      case RunEvent.JobEnded(RunEvent.JobSummary job) ->
          log.add("%s: %s".formatted(job.endpoint(), job.reason()));
      case RunEvent.IterationStarted _, RunEvent.Answered _, RunEvent.PageCommitted _ -> {}
    }
  }

  /// {@return the exchanges so far, in the order of sending}
  synchronized List<ShownExchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /// {@return the rows of a job so far}
  ///
  /// @param job where it stands in the configuration
  synchronized List<JsonValue> rows(String job) {
    return rows.stream()
        .filter(page -> page.job().equals(job))
        .flatMap(page -> page.rows().stream())
        .toList();
  }

  /// {@return the lines of the log so far}
  synchronized List<String> log() {
    return List.copyOf(log);
  }

  /// {@return the warnings so far}
  synchronized List<String> warnings() {
    return List.copyOf(warnings);
  }

  /// Of many long answers, only the latest are kept as they are.
  private void shorten(int latest) {
    while (kept > Math.max(MOST_KEPT, bodyBytes) && shortened < latest) {
      ShownExchange old = exchanges.get(shortened);
      if (old.reply().isPresent()) {
        ShownExchange brief = old.withBodyOf(SHORT_BODY);
        kept -= old.bodyLength() - brief.bodyLength();
        exchanges.set(shortened, brief);
      }
      shortened++;
    }
  }

  /// Debug lines are the requests, which are kept as exchanges.
  private void say(Level level, String message) {
    if (level != Level.DEBUG) {
      log.add((level == Level.INFO ? "" : level.name().toLowerCase(Locale.ROOT) + ": ") + message);
    }
    if (level == Level.WARNING) {
      warnings.add(message);
    }
  }

  private static String line(Exchange.Ask ask, Exchange.Reply reply) {
    int path = ask.url().indexOf('/', ask.url().indexOf("//") + 2);
    String origin = path < 0 ? ask.url() : ask.url().substring(0, path);
    String target = path < 0 ? "/" : ask.url().substring(path);
    return "%s \"%s %s HTTP/1.1\" %d %d"
        .formatted(origin, ask.method(), target, reply.status(), reply.bytes());
  }
}

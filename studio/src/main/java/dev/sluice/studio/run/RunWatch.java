package dev.sluice.studio.run;

import dev.sluice.action.ShownExchange;
import dev.sluice.action.TestJson;
import dev.sluice.event.Attempt;
import dev.sluice.event.Events;
import dev.sluice.event.Exchange;
import dev.sluice.event.PageName;
import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Turns what happens in a run into events for the page, no faster than a page can take them. Safe
/// for several threads.
final class RunWatch implements Events {
  /// So much of each body can be looked at.
  private static final int BODY_BYTES = 16 * 1024;

  private static final int MOST_EXCHANGES = 300;

  /// So many events a second are told one by one; failures, log lines and ends always are.
  private static final int EVENTS_PER_SECOND = 200;

  private static final Duration PROGRESS_PAUSE = Duration.ofMillis(250);
  private static final int FIRST_ERROR = 400;

  private final EventLog log;
  private final InstantSource clock;
  private final IdentityHashMap<Attempt, ShownExchange> open = new IdentityHashMap<>();
  private final Map<Integer, ShownExchange> exchanges = new LinkedHashMap<>();
  private final Map<String, Long> rows = new HashMap<>();
  private Tally tally = Tally.NONE;
  private Instant progressFrom;
  private Instant second;
  private int thisSecond;
  private int sent;

  RunWatch(EventLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
    this.second = clock.instant();
    this.progressFrom = second;
  }

  @Override
  public int bodyBytes() {
    return BODY_BYTES;
  }

  @Override
  public synchronized void on(RunEvent event) {
    switch (event) {
      case RunEvent.Log(var level, String message, var _) -> {
        if (level != dev.sluice.event.Level.DEBUG) {
          tell("log", line(level.name().toLowerCase(Locale.ROOT), message));
        }
      }
      case RunEvent.Sent(Attempt attempt, Exchange.Ask ask) -> {
        sent++;
        var exchange = new ShownExchange(sent, ask, Optional.empty(), "", Duration.ZERO);
        open.put(attempt, exchange);
        tellIfTime("request", about(exchange).build());
      }
      case RunEvent.Received(Attempt attempt, Exchange.Reply reply) ->
          ended(attempt, Optional.of(reply), "", reply.took());
      case RunEvent.Unanswered(Attempt attempt, String reason, Duration took) ->
          ended(attempt, Optional.empty(), reason, took);
      case RunEvent.Retrying(String reason, Duration pause, int number) ->
          tell(
              "retry",
              JsonObject.builder()
                  .put("reason", reason)
                  .put("number", JsonNumber.of(number))
                  .put("pause_ms", JsonNumber.of(pause.toMillis()))
                  .build());
      case RunEvent.Paused(String origin, String reason, Duration pause) ->
          tell(
              "retry",
              JsonObject.builder()
                  .put("reason", origin + ": " + reason)
                  .put("pause_ms", JsonNumber.of(pause.toMillis()))
                  .build());
      case RunEvent.PageCommitted(String dataType, int count) -> page(dataType, count);
      case RunEvent.LeftOut(String message) -> tell("log", line("info", message));
      case RunEvent.JobEnded(RunEvent.JobSummary job) ->
          tell("log", line("info", job.endpoint() + ": " + job.reason()));
      case RunEvent.IterationStarted(int number, int total, boolean _) -> {
        if (total > 1) {
          tell("log", line("info", "Iteration " + number + " of " + total));
        }
      }
      case RunEvent.Answered _ -> {
        tally = tally.withRequest();
        progress();
      }
      case RunEvent.Rows _ -> {}
    }
  }

  /// {@return how far the run is}
  synchronized Tally tally() {
    return tally;
  }

  /// {@return one of the latest requests, with its answer}
  ///
  /// @param number as in the events
  synchronized Optional<ShownExchange> exchange(int number) {
    return Optional.ofNullable(exchanges.get(number));
  }

  private void page(String dataType, int count) {
    tally = tally.withPage(count);
    long total = rows.merge(dataType, (long) count, Long::sum);
    tellIfTime(
        "page",
        JsonObject.builder()
            .put("table", dataType)
            .put("rows", JsonNumber.of(count))
            .put("total_rows", JsonNumber.of(total))
            .build());
    progress();
  }

  private void ended(
      Attempt attempt, Optional<Exchange.Reply> reply, String reason, Duration took) {
    ShownExchange begun = open.remove(attempt);
    if (begun == null) {
      return;
    }
    var exchange = new ShownExchange(begun.number(), begun.ask(), reply, reason, took);
    exchanges.put(exchange.number(), exchange);
    if (exchanges.size() > MOST_EXCHANGES) {
      exchanges.remove(exchanges.keySet().iterator().next());
    }
    var json = about(exchange).put("ms", JsonNumber.of(took.toMillis()));
    reply.ifPresent(answer ->
        json.put("status", JsonNumber.of(answer.status()))
            .put("bytes", JsonNumber.of(answer.bytes())));
    if (!reason.isEmpty()) {
      json.put("error", reason);
    }
    boolean isFailure = reply.isEmpty() || reply.get().status() >= FIRST_ERROR;
    if (isFailure) {
      tell("response", json.build());
    } else {
      tellIfTime("response", json.build());
    }
  }

  private static JsonObject.Builder about(ShownExchange exchange) {
    return JsonObject.builder()
        .put("n", JsonNumber.of(exchange.number()))
        .put("login", JsonBoolean.of(exchange.isLogin()))
        .put("purpose", TestJson.purpose(exchange.ask()))
        .put("job", exchange.ask().page().map(PageName::job).orElse(""))
        .put("method", exchange.ask().method())
        .put("url", exchange.ask().url());
  }

  private static JsonObject line(String level, String message) {
    return JsonObject.builder().put("level", level).put("message", message).build();
  }

  private void progress() {
    Instant now = clock.instant();
    if (!now.isBefore(progressFrom)) {
      progressFrom = now.plus(PROGRESS_PAUSE);
      log.add("progress", tally.json());
    }
  }

  private void tell(String type, JsonObject data) {
    log.add(type, data);
  }

  private void tellIfTime(String type, JsonObject data) {
    Instant now = clock.instant();
    if (Duration.between(second, now).toSeconds() >= 1) {
      second = now;
      thisSecond = 0;
    }
    thisSecond++;
    if (thisSecond <= EVENTS_PER_SECOND) {
      log.add(type, data);
    } else {
      log.skip();
    }
  }
}

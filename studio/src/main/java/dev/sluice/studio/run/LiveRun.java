package dev.sluice.studio.run;

import dev.sluice.action.ShownExchange;
import dev.sluice.action.TimedWork;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.run.RunRequest;
import dev.sluice.run.RunSummary;
import dev.sluice.run.Sluice;
import dev.sluice.studio.run.Snapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A run that the page started. Safe for several threads.
final class LiveRun {
  /// Longer than any run.
  private static final Duration NO_LIMIT = Duration.ofDays(365);

  private static final long PATIENCE_SECONDS = 3;

  private final String id;
  private final RunRequest request;
  private final String config;
  private final EventLog log = new EventLog();
  private final RunWatch watch;
  private final TimedWork<RunSummary> work;
  private final Instant started;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Optional<Snapshot> end = Optional.empty();

  /// Prepares.
  ///
  /// @param id its number, as text
  /// @param request what to run
  /// @param config the configuration, secrets masked
  LiveRun(String id, RunRequest request, String config) {
    this.id = id;
    this.config = config;
    this.watch = new RunWatch(log, request.clock());
    this.request = request.heardBy(watch);
    this.work = new TimedWork<>(() -> Sluice.run(this.request));
    this.started = request.clock().instant();
  }

  /// Begins; returns at once.
  ///
  /// @param state what to tell about the state it starts with
  /// @param whenOver gets how it ended
  void start(String state, Consumer<Snapshot> whenOver) {
    log.add("run_started", JsonObject.builder().put("id", id).put("state", state).build());
    Thread.ofVirtual().name("run " + id).start(() -> run(whenOver));
  }

  /// Ends it as soon as possible; nothing is published then.
  void cancel() {
    work.cancel();
  }

  /// Cancels it, and gives it some time to clear away.
  void end() {
    cancel();
    try {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.close();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// {@return its number, as text}
  String id() {
    return id;
  }

  /// {@return what happened}
  EventLog log() {
    return log;
  }

  /// {@return whether it has not ended}
  boolean isRunning() {
    return end.isEmpty();
  }

  /// {@return one of the latest requests, with its answer}
  ///
  /// @param number as in the events
  Optional<ShownExchange> exchange(int number) {
    return watch.exchange(number);
  }

  /// {@return what it ran with: knows the secrets}
  RunRequest request() {
    return request;
  }

  /// {@return what is known about it now}
  Snapshot snapshot() {
    return end.orElseGet(() -> snapshot(Status.RUNNING, JsonObject.EMPTY));
  }

  private void run(Consumer<Snapshot> whenOver) {
    Snapshot snapshot = outcome();
    if (snapshot.result().find("tables").orElse(null)
        instanceof dev.sluice.json.JsonArray(var tables)) {
      tables.forEach(table -> log.add("table", (JsonObject) table));
    }
    end = Optional.of(snapshot);
    whenOver.accept(snapshot);
    log.add("progress", snapshot.tally().json());
    log.add("run_finished", snapshot.json());
    log.close();
    over.countDown();
  }

  private Snapshot outcome() {
    try {
      return switch (work.run(NO_LIMIT)) {
        case TimedWork.Done<RunSummary>(var summary) ->
            snapshot(Status.SUCCESS, JsonObject.of("tables", ResultTables.json(request, summary)));
        case TimedWork.Failed<RunSummary>(var error) -> snapshot(Status.ERROR, failure(error));
        default -> snapshot(Status.CANCELLED, JsonObject.EMPTY);
      };
    } catch (RuntimeException e) {
      // The edge of the run: what is no problem of the user's is a defect of ours.
      return snapshot(
          Status.DEFECT,
          JsonObject.of(
              "error",
              JsonObject.builder()
                  .put("code", "defect")
                  .put(
                      "message",
                      "This is a defect of Sluice, not of your configuration: "
                          + e.getClass().getSimpleName())
                  .build()));
    }
  }

  private static JsonObject failure(UserError error) {
    Problem problem = error.problems().getFirst();
    var json = JsonObject.builder().put("code", "configuration").put("message", problem.message());
    problem.path().ifPresent(path -> json.put("path", path.text()));
    if (!problem.remedy().isEmpty()) {
      json.put("hint", problem.remedy());
    }
    List<Problem> others = error.problems();
    if (others.size() > 1) {
      json.put(
          "problems",
          new dev.sluice.json.JsonArray(
              others.stream()
                  .<dev.sluice.json.JsonValue>map(other -> new JsonString(other.text()))
                  .toList()));
    }
    return JsonObject.of("error", json.build());
  }

  private Snapshot snapshot(Status status, JsonObject result) {
    long took = Duration.between(started, request.clock().instant()).toMillis();
    return new Snapshot(id, status, started, took, watch.tally(), result, config);
  }
}

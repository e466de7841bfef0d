package dev.sluice.cli;

import dev.sluice.event.Events;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.event.RunEvent.JobSummary;
import dev.sluice.json.JsonObject;
import dev.sluice.run.RunSummary;
import dev.sluice.run.TableChange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The events of one run, always the same: a login, two pages of orders, a warning.
final class ScriptedRun {
  static final JobSummary ORDERS =
      new JobSummary("orders", "orders", 2, 1250, "the page was shorter than the limit");
  static final RunSummary SUMMARY =
      new RunSummary(
          List.of(
              new RunSummary.Table(
                  Path.of("shop/out/tables/shop.orders"), List.of("id", "total"), 1250)),
          List.of(new TableChange("shop.orders", TableChange.Kind.NEW_COLUMNS, List.of("total"))),
          List.of(ORDERS),
          2,
          1,
          Duration.ofMillis(1840));

  private ScriptedRun() {}

  static void play(Events events) {
    Duration took = Duration.ofMillis(40);
    events.on(new RunEvent.IterationStarted(1, 1, false));
    events.debug("Using 'login' authentication.");
    events.on(new RunEvent.Answered(true, 200, 180, took));
    events.on(new RunEvent.Answered(false, 200, 64_000, took));
    events.on(new RunEvent.PageCommitted("orders", 1000));
    events.on(new RunEvent.Answered(false, 200, 16_000, took));
    events.on(
        new RunEvent.Log(
            Level.WARNING,
            "Converting nested array 'tags'\r\nto JSON string.",
            JsonObject.builder().put("path", "orders/tags").build()));
    events.on(new RunEvent.PageCommitted("orders", 250));
    events.on(new RunEvent.JobEnded(ORDERS));
  }
}

package dev.sluice.cli;

import dev.sluice.cli.TextTable.Column;
import dev.sluice.event.RunEvent.JobSummary;
import dev.sluice.run.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a run did, for people.
final class SummaryText {
  private SummaryText() {}

  /// {@return the lines: tables, jobs, totals}
  ///
  /// @param summary what the run did
  /// @param width the screen's columns
  /// @param style how to mark up
  static List<String> of(RunSummary summary, int width, Style style) {
    List<String> lines = new ArrayList<>();
    if (!summary.tables().isEmpty()) {
      lines.addAll(tables(summary.tables()).lines(width, style));
      lines.add("");
    }
    if (!summary.jobs().isEmpty()) {
      lines.addAll(jobs(summary.jobs()).lines(width, style));
      lines.add("");
    }
    lines.add(style.green(totals(summary)));
    return lines;
  }

  /// {@return one line with the sums}
  ///
  /// @param summary what the run did
  static String totals(RunSummary summary) {
    long rows = summary.tables().stream().mapToLong(RunSummary.Table::rows).sum();
    return "%s in %s, %s, %s, %s"
        .formatted(
            Amount.of(rows, "row"),
            Amount.of(summary.tables().size(), "table"),
            Amount.of(summary.requests(), "request"),
            Amount.of(summary.tokenRequests(), "token request"),
            Amount.of(summary.took()));
  }

  private static TextTable tables(List<RunSummary.Table> tables) {
    var text =
        new TextTable(
            List.of(Column.text("Table"), Column.number("Rows"), Column.number("Columns")));
    for (RunSummary.Table table : tables) {
      text.add(name(table), Amount.of(table.rows()), Amount.of(table.columns().size()));
    }
    return text;
  }

  private static TextTable jobs(List<JobSummary> jobs) {
    var text =
        new TextTable(
            List.of(
                Column.text("Job"),
                Column.number("Pages"),
                Column.number("Rows"),
                Column.text("Ended because")));
    for (JobSummary job : jobs) {
      text.add(job.endpoint(), Amount.of(job.pages()), Amount.of(job.rows()), job.reason());
    }
    return text;
  }

  private static String name(RunSummary.Table table) {
    Path name = table.file().getFileName();
    return name == null ? "" : name.toString();
  }
}

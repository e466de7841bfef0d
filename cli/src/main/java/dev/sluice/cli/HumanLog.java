package dev.sluice.cli;

import dev.sluice.event.RunEvent;
import dev.sluice.problem.Problem;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/// Short lines for people. On a terminal one line at the bottom shows how far the run is; it is
/// rewritten in place and gone at the end. Why a command failed goes to standard error, all else to
/// standard output.
final class HumanLog implements RunLog {
  private static final String CLEAR = "\r\u001b[K";

  private final Shell shell;
  private final Style style;
  private final LongSupplier nanos;
  private final long startedAt;

  private Counts counts = Counts.NONE;
  private boolean isLineShown;
  private boolean isEnded;
  private int frame;

  /// Starts the clock.
  ///
  /// @param shell where to write
  /// @param style how to mark up
  /// @param nanos the time for what has elapsed, in nanoseconds
  HumanLog(Shell shell, Style style, LongSupplier nanos) {
    this.shell = shell;
    this.style = style;
    this.nanos = nanos;
    this.startedAt = nanos.getAsLong();
  }

  @Override
  public synchronized void on(RunEvent event) {
    counts = counts.after(event);
    switch (event) {
      case RunEvent.Log log -> println(text(log));
      case RunEvent.IterationStarted(int number, int total, boolean _) -> {
        if (total > 1) {
          println(style.dim("Iteration " + number + " of " + total));
        }
      }
      case RunEvent.Answered _, RunEvent.PageCommitted _, RunEvent.JobEnded _ -> {}
    }
  }

  @Override
  public synchronized void tick() {
    if (isEnded || !shell.isCapableTerminal()) {
      return;
    }
    // One column stays free: a full line would make some terminals wrap.
    var elapsed = Duration.ofNanos(nanos.getAsLong() - startedAt);
    String line = ProgressLine.of(counts, elapsed, frame++, shell.screen().columns() - 1);
    shell.out().print(CLEAR + line);
    shell.out().flush();
    isLineShown = true;
  }

  @Override
  public synchronized void end(Outcome outcome) {
    close();
    switch (outcome) {
      case Outcome.Finished(var summary) ->
          SummaryText.of(summary, shell.screen().columns(), style).forEach(shell.out()::println);
      case Outcome.Valid valid -> valid(valid);
      case Outcome.LoggedIn(var logins) ->
          LoginText.of(logins, style, Instant.now()).forEach(shell.out()::println);
      case Outcome.Failed failed -> failed(failed);
      case Outcome.Defect defect -> shell.err().println(style.red("error: ") + Wording.of(defect));
      case Outcome.Interrupted interrupted -> shell.err().println(Wording.of(interrupted));
    }
  }

  @Override
  public synchronized void close() {
    isEnded = true;
    clear();
    shell.out().flush();
  }

  private void println(String line) {
    clear();
    shell.out().println(line);
  }

  private void clear() {
    if (isLineShown) {
      shell.out().print(CLEAR);
      isLineShown = false;
    }
  }

  private String text(RunEvent.Log log) {
    String message = DisplayWidth.printable(log.message());
    return switch (log.level()) {
      case DEBUG -> style.dim(message);
      case INFO -> message;
      case WARNING -> style.yellow("warning: ") + message;
      case ERROR -> style.red("error: ") + message;
    };
  }

  private void valid(Outcome.Valid valid) {
    for (Problem warning : valid.configuration().warnings()) {
      shell.out().println(style.yellow("warning: ") + DisplayWidth.printable(warning.text()));
    }
    shell
        .out()
        .println(
            style.green("The configuration is valid: ") + ContentText.of(valid.configuration()));
  }

  private void failed(Outcome.Failed failed) {
    PrintStream err = shell.err();
    List<String> lines = Wording.of(failed).stream().map(DisplayWidth::printable).toList();
    if (lines.size() == 1) {
      err.println(style.red("error: ") + lines.getFirst());
    } else {
      err.println(style.red("error: ") + Amount.of(lines.size(), "problem") + " to mend:");
      lines.forEach(line -> err.println("  " + line));
    }
  }
}

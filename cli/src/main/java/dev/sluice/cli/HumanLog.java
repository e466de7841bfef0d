package dev.sluice.cli;

import dev.sluice.config.Configuration;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.Problem;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/// Short lines for people. On a terminal one line at the bottom shows how far the run is; it is
/// rewritten in place and gone at the end. Why a command failed goes to standard error, all else to
/// standard output.
final class HumanLog implements RunLog {
  private static final String CLEAR = "\r\u001b[K";

  /// While these are in force a line that is too wide, because the window has just been made
  /// narrower, is cut by the terminal and does not become two.
  private static final String NO_WRAP = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";

  private static final String WARNING = "warning: ";
  private static final String ERROR = "error: ";
  private static final String INDENT = "  ";

  private final Shell shell;
  private final Style style;
  private final LongSupplier nanos;
  private final long startedAt;

  private Counts counts = Counts.NONE;
  private Wait wait = Wait.NONE;
  private boolean isLineShown;
  private boolean isEnded;
  private boolean hasSaidSomething;
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
      case RunEvent.Log log -> println(log);
      case RunEvent.IterationStarted(int number, int total, boolean _) -> {
        if (total > 1) {
          clear();
          shell.out().println(style.dim("Iteration " + number + " of " + total));
        }
      }
      case RunEvent.Retrying(String reason, Duration pause, int _) ->
          wait = new Wait(DisplayWidth.printable(reason), nanos.getAsLong() + pause.toNanos());
      case RunEvent.Paused(String _, String reason, Duration pause) ->
          wait = new Wait(DisplayWidth.printable(reason), nanos.getAsLong() + pause.toNanos());
      case RunEvent.LeftOut(String message) ->
          println(new RunEvent.Log(Level.INFO, message, JsonObject.EMPTY));
      case RunEvent.Answered _,
          RunEvent.PageCommitted _,
          RunEvent.JobEnded _,
          RunEvent.Sent _,
          RunEvent.Received _,
          RunEvent.Unanswered _,
          RunEvent.Rows _ -> {}
    }
  }

  @Override
  public synchronized void tick() {
    if (isEnded || !shell.isCapableTerminal()) {
      return;
    }
    // One column stays free: a full line would make some terminals wrap.
    long now = nanos.getAsLong();
    var line = new ProgressLine(counts, Duration.ofNanos(now - startedAt), wait.text(now));
    String text = line.text(frame++, shell.screen().columns() - 1);
    shell.out().print(CLEAR + NO_WRAP + text + WRAP);
    shell.out().flush();
    isLineShown = true;
  }

  @Override
  public synchronized void end(Outcome outcome) {
    close();
    switch (outcome) {
      case Outcome.Finished(var summary) -> {
        if (hasSaidSomething) {
          shell.out().println();
        }
        SummaryText.of(summary, shell.screen().columns(), style).forEach(shell.out()::println);
      }
      case Outcome.Valid(Configuration configuration) -> valid(configuration);
      case Outcome.LoggedIn(var logins) ->
          LoginText.of(logins, style, Instant.now()).forEach(shell.out()::println);
      case Outcome.Evaluated _ -> {}
      case Outcome.Failed failed -> failed(failed);
      case Outcome.Defect defect -> print(shell.err(), ERROR, style::red, Wording.of(defect));
      case Outcome.Interrupted interrupted -> shell.err().println(Wording.of(interrupted));
    }
  }

  @Override
  public synchronized void close() {
    isEnded = true;
    clear();
    shell.out().flush();
  }

  private void clear() {
    if (isLineShown) {
      shell.out().print(CLEAR);
      isLineShown = false;
    }
  }

  private void println(RunEvent.Log log) {
    clear();
    hasSaidSomething = true;
    switch (log.level()) {
      case DEBUG -> shell.out().println(style.dim(DisplayWidth.printable(log.message())));
      case INFO -> print(shell.out(), "", style::bold, log.message());
      case WARNING -> print(shell.out(), WARNING, style::yellow, log.message());
      case ERROR -> print(shell.out(), ERROR, style::red, log.message());
    }
  }

  /// Lines are broken between words on a terminal only: in a file each message is one line.
  private void print(PrintStream to, String label, UnaryOperator<String> marked, String message) {
    String text = label + DisplayWidth.printable(message);
    int columns = shell.screen().isTerminal() ? shell.screen().columns() : Integer.MAX_VALUE;
    List<String> lines = DisplayWidth.wrap(text, columns, INDENT);
    to.println(
        (label.isEmpty() ? "" : marked.apply(label)) + lines.getFirst().substring(label.length()));
    lines.stream().skip(1).forEach(to::println);
  }

  private void valid(Configuration configuration) {
    for (Problem warning : configuration.warnings()) {
      print(shell.out(), WARNING, style::yellow, warning.text());
    }
    shell
        .out()
        .println(style.green("The configuration is valid: ") + ContentText.of(configuration));
  }

  private void failed(Outcome.Failed failed) {
    List<String> lines = Wording.of(failed);
    if (lines.size() == 1) {
      print(shell.err(), ERROR, style::red, lines.getFirst());
    } else {
      print(shell.err(), ERROR, style::red, Amount.of(lines.size(), "problem") + " to mend:");
      lines.forEach(line -> print(shell.err(), INDENT, UnaryOperator.identity(), line));
    }
  }

  /// A pause before a request is repeated.
  private record Wait(String reason, long untilNanos) {
    static final Wait NONE = new Wait("", 0);

    Optional<String> text(long now) {
      long left = untilNanos - now;
      return reason.isEmpty() || left <= 0
          ? Optional.empty()
          : Optional.of(reason + ", trying again in " + Amount.of(Duration.ofNanos(left)));
    }
  }
}

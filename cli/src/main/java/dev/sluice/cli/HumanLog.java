package dev.sluice.cli;

import dev.sluice.event.RunEvent;

/// Short lines for people.
final class HumanLog implements RunLog {
  private final Shell shell;
  private final Style style;
  private final boolean traces;

  HumanLog(Shell shell, Style style, boolean traces) {
    this.shell = shell;
    this.style = style;
    this.traces = traces;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.Log log) {
      shell.out().println(log.message());
    }
  }

  @Override
  public void end(Outcome outcome) {
    switch (outcome) {
      case Outcome.Finished _ -> shell.out().println("Done.");
      case Outcome.Valid _ -> shell.out().println("Valid.");
      case Outcome.Failed failed -> Wording.of(failed).forEach(shell.err()::println);
      case Outcome.Defect defect -> {
        shell.err().println(style.red("error: ") + Wording.of(defect));
        if (traces) {
          shell.err().println(Wording.trace(defect));
        }
      }
    }
  }

  @Override
  public void close() {
    shell.out().flush();
  }
}

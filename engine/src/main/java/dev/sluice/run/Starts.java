package dev.sluice.run;

import dev.sluice.event.RunEvent;
import java.util.List;
import java.util.Optional;

/// Job instances to run one after another: the root jobs, or the children of a page. Taken from by
/// one thread.
@FunctionalInterface
interface Starts {

  /// {@return the next one, if there is one}
  ///
  /// @throws dev.sluice.problem.UserError if it can't be started
  Optional<Start> next();

  /// A job instance to run.
  ///
  /// @param log lines to log first
  /// @param feed its pages; empty when there are only lines to log
  record Start(List<RunEvent.Log> log, Optional<Feed> feed) {
    /// Keeps an unmodifiable copy.
    public Start {
      log = List.copyOf(log);
    }
  }
}

package dev.sluice.job;

import dev.sluice.event.RunEvent;
import java.util.List;
import java.util.Optional;

/// A row of a parent meets a child definition.
///
/// @param log lines to log now, before the instance's own
/// @param instance the child to run to its end; empty when the row starts none but there is
///   something to log
public record ChildStart(List<RunEvent.Log> log, Optional<JobInstance> instance) {
  /// Keeps an unmodifiable copy.
  public ChildStart {
    log = List.copyOf(log);
  }
}

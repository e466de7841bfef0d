package dev.sluice.job;

import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonObject;
import dev.sluice.paging.StopReason;
import java.util.Optional;

/// A job instance has no more pages.
///
/// @param reason why
public record JobEnd(StopReason reason) implements JobStep {

  /// {@return the line to log, if the reason has one}
  public Optional<RunEvent.Log> log() {
    return reason.level().map(level -> new RunEvent.Log(level, reason.text(), JsonObject.EMPTY));
  }
}

package dev.sluice.cli;

import dev.sluice.auth.LoginReport;
import dev.sluice.config.Configuration;
import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonWriter;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The log of the original, record by record, all on one stream (spec: run-and-http §1.6).
final class PlatformLog implements RunLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final PrintStream out;
  private final InstantSource clock;

  /// Writes records to a stream.
  ///
  /// @param out where to
  /// @param clock the time of a record
  PlatformLog(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void on(RunEvent event) {
    switch (event) {
      case RunEvent.Log(Level level, String message, JsonObject context) ->
          record(level, message, context);
      case RunEvent.IterationStarted _,
          RunEvent.Retrying _,
          RunEvent.Paused _,
          RunEvent.Answered _,
          RunEvent.PageCommitted _,
          RunEvent.Sent _,
          RunEvent.Received _,
          RunEvent.Unanswered _,
          RunEvent.LeftOut _,
          RunEvent.Rows _,
          RunEvent.JobEnded _ -> {}
    }
  }

  /// The original has no progress.
  @Override
  public void tick() {}

  @Override
  public void end(Outcome outcome) {
    switch (outcome) {
      case Outcome.Finished _ -> info("Extractor finished successfully.");
      case Outcome.Valid(Configuration configuration) -> {
        configuration.warnings().forEach(warning -> warning(warning.text()));
        info("The configuration is valid: " + ContentText.of(configuration));
      }
      case Outcome.LoggedIn(List<LoginReport> logins) ->
          LoginText.of(logins, Style.PLAIN, clock.instant()).forEach(this::info);
      case Outcome.Evaluated _ -> {}
      case Outcome.Interrupted interrupted -> error(Wording.of(interrupted));
      case Outcome.Failed failed -> Wording.of(failed).forEach(this::error);
      case Outcome.Defect defect -> {
        record(
            Level.ERROR,
            Wording.of(defect),
            JsonObject.of("exception", new JsonString(defect.cause().getClass().getName())));
      }
    }
  }

  @Override
  public void close() {
    out.flush();
  }

  private void record(Level level, String message, JsonObject context) {
    String line = message.replace("\r\n", " ").replace('\r', ' ').replace('\n', ' ');
    String more = context.size() == 0 ? "[]" : JsonWriter.compact(context);
    out.println(
        "[%s] logger.%s: %s %s []".formatted(TIME.format(clock.instant()), level, line, more));
  }
}

package dev.sluice.event;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.time.Duration;
import java.util.List;

/// Something that happened in a run.
public sealed interface RunEvent {

  /// A line for the log.
  ///
  /// @param level how important it is
  /// @param message one sentence
  /// @param context more about it for machines; may be empty
  record Log(Level level, String message, JsonObject context) implements RunEvent {}

  /// An iteration begins; the configuration without iterations counts as one.
  ///
  /// @param number from 1
  /// @param total how many there are
  /// @param debug whether its configuration asks for debug lines; holds until the next iteration
  ///   begins
  record IterationStarted(int number, int total, boolean debug) implements RunEvent {}

  /// An answer to an attempt of a request arrived.
  ///
  /// @param login whether it was a login request
  /// @param status the HTTP status
  /// @param bytes the size of the body in bytes, as it travelled or decoded
  /// @param took from sending to the end of the body
  record Answered(boolean login, int status, long bytes, Duration took) implements RunEvent {}

  /// An attempt of a request goes out. Told to listeners that want to see bodies only.
  ///
  /// @param attempt which one
  /// @param ask the request
  record Sent(Attempt attempt, Exchange.Ask ask) implements RunEvent {}

  /// An attempt of a request was answered. Told to listeners that want to see bodies only.
  ///
  /// @param attempt which one
  /// @param reply the answer
  record Received(Attempt attempt, Exchange.Reply reply) implements RunEvent {}

  /// An attempt of a request was not answered. Told to listeners that want to see bodies only.
  ///
  /// @param attempt which one
  /// @param reason why not
  /// @param took until that was known
  record Unanswered(Attempt attempt, String reason, Duration took) implements RunEvent {}

  /// An attempt of a request failed and will be repeated.
  ///
  /// @param reason why it failed, in a few words, for people who wait
  /// @param pause until the next attempt
  /// @param number of the next attempt among the repetitions, from 1
  record Retrying(String reason, Duration pause, int number) implements RunEvent {}

  /// An origin gets no requests for some time.
  ///
  /// @param origin scheme, host and port
  /// @param reason why, in a few words
  /// @param pause how long
  record Paused(String origin, String reason, Duration pause) implements RunEvent {}

  /// A page was committed: its rows are part of the result now.
  ///
  /// @param dataType the job's `dataType`
  /// @param rows the number of rows on the page
  record PageCommitted(String dataType, int rows) implements RunEvent {}

  /// The rows of a page of a bounded run, before they become rows of tables.
  ///
  /// @param job where the job stands in the configuration
  /// @param rows the first of them
  record Rows(String job, List<JsonValue> rows) implements RunEvent {
    /// Keeps an unmodifiable copy.
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /// Something was left out, because the run is a bounded one.
  ///
  /// @param message one sentence
  record LeftOut(String message) implements RunEvent {}

  /// A job ended.
  ///
  /// @param summary what it did
  record JobEnded(JobSummary summary) implements RunEvent {}

  /// What one job, or all instances of one child job definition together, did.
  ///
  /// @param endpoint the endpoint as configured
  /// @param dataType the job's `dataType`
  /// @param pages the number of pages committed
  /// @param rows the number of rows committed
  /// @param reason why it ended, in words
  record JobSummary(String endpoint, String dataType, long pages, long rows, String reason) {}
}

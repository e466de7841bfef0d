package dev.sluice.job;

import dev.sluice.event.Level;
import dev.sluice.event.RunEvent;
import dev.sluice.http.ResponseDocument;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.json.TextTooLong;
import dev.sluice.paging.Step;
import dev.sluice.problem.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an answer means to the job instance that asked for it.
public sealed interface PageOutcome extends AutoCloseable {

  /// {@return what the instance does next} In the original's order this is asked after the page's
  /// children ran; asking earlier changes nothing but the moment at which `forceStop.time` is
  /// measured (spec: jobs-and-paging §9.2).
  ///
  /// @throws dev.sluice.problem.UserError if the response does not fit the pagination
  JobStep next();

  /// Lets go of the answer, after its rows have been taken, its children begun, and [#next()] been
  /// asked. Never throws; may be called again.
  @Override
  void close();

  /// The same answer as to the request before: nothing is kept of it (spec: jobs-and-paging §6.3).
  ///
  /// @param next the end of the job
  record Repeated(JobEnd next) implements PageOutcome {
    @Override
    public void close() {}
  }

  /// A page with its rows, which may be none.
  ///
  /// @param request what it answers
  /// @param document the answer as received; where it is long, its rows are read when they are
  ///   iterated
  /// @param fingerprint of the answer, if it was needed already
  /// @param selection the rows as received
  /// @param rows the rows after the response filter: what is stored, and what children run for
  record Page(
      PageRequest request,
      ResponseDocument document,
      Optional<Fingerprint> fingerprint,
      RowSelector.Selection selection,
      List<JsonValue> rows)
      implements PageOutcome {

    /// {@return the lines to log when the page is stored, in order}
    public List<RunEvent.Log> log() {
      List<RunEvent.Log> lines = new ArrayList<>();
      selection
          .warning()
          .ifPresent(text -> lines.add(new RunEvent.Log(Level.WARNING, text, JsonObject.EMPTY)));
      if (rows.isEmpty()) {
        String dataType = request.job().dataType();
        lines.add(
            new RunEvent.Log(
                Level.DEBUG, "No data returned in '%s'".formatted(dataType), JsonObject.EMPTY));
      }
      return lines;
    }

    /// {@return the child jobs that the page's rows start: definition by definition, row by row}
    /// Made one by one while they are iterated; the iterator belongs to one thread.
    public Iterable<ChildStart> children() {
      return new ChildInstances(request.job(), rows);
    }

    @Override
    public void close() {
      document.close();
    }

    @Override
    public JobStep next() {
      try {
        return nextStep();
      } catch (TextTooLong fault) {
        throw new UserError(LongRows.problem(document.value(), fault), fault)
            .completed(request.job().definition().path(), "");
      } catch (UserError e) {
        throw e.completed(request.job().definition().path(), "");
      }
    }

    private JobStep nextStep() {
      var facts =
          new DocumentFacts(
              document.value(), selection.rows(), request.job().settings().scope().clock());
      return switch (request.scroller().next(facts)) {
        case Step.Stop(var reason) -> new JobEnd(reason);
        case Step.Ask(var ask, var then) ->
            new PageRequest(
                request.job(),
                request.number() + 1,
                ask,
                then,
                fingerprint.or(() -> Optional.of(Fingerprint.of(document.value()))));
      };
    }
  }
}

package dev.sluice.action;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.run.Bounds;
import dev.sluice.run.RunRequest;
import dev.sluice.run.RunSummary;
import dev.sluice.run.Sluice;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The action `test_request`: a bounded run of one endpoint and its parents (spec: studio §2.2,
/// §4.5). Used once; [#cancel()] may be called from another thread.
public final class TestRequest {
  private final RunRequest request;
  private final Witness witness;
  private final TimedWork<RunSummary> work;

  /// Prepares.
  ///
  /// @param request what to run, with bounds that name a job; its data folder gets the tables
  /// @param bodyBytes so much of each body is shown
  public TestRequest(RunRequest request, int bodyBytes) {
    this.witness = new Witness(bodyBytes);
    this.request = request.heardBy(witness);
    this.work = new TimedWork<>(() -> Sluice.run(this.request));
  }

  /// What a test showed.
  ///
  /// @param failure why it ended, if not because it was done
  /// @param summary what it did, if it was done
  /// @param exchanges all requests and answers, logins included
  /// @param records the rows of the chosen job
  /// @param log what there was to tell, line by line
  /// @param warnings what is odd, and what was left out
  public record Result(
      Optional<ActionFailure> failure,
      Optional<RunSummary> summary,
      List<ShownExchange> exchanges,
      List<dev.sluice.json.JsonValue> records,
      List<String> log,
      List<String> warnings) {
    /// Keeps unmodifiable copies.
    public Result {
      exchanges = List.copyOf(exchanges);
      records = List.copyOf(records);
      log = List.copyOf(log);
      warnings = List.copyOf(warnings);
    }

    /// {@return the last exchange that was not a login}
    Optional<ShownExchange> last() {
      return exchanges.stream().filter(exchange -> !exchange.isLogin()).reduce((_, next) -> next);
    }
  }

  /// {@return what the test showed; it is over within the time that the bounds allow, and a moment}
  ///
  /// @throws RuntimeException if there is a defect of ours
  public Result run() {
    TimedWork.End<RunSummary> end = work.run(patience());
    List<ShownExchange> exchanges = witness.exchanges();
    return new Result(
        failure(end, exchanges),
        end instanceof TimedWork.Done<RunSummary>(var summary)
            ? Optional.of(summary)
            : Optional.empty(),
        exchanges,
        witness.rows(path(request.bounds())),
        witness.log(),
        witness.warnings());
  }

  /// Ends the test as soon as possible.
  public void cancel() {
    work.cancel();
  }

  /// {@return the job that `__SELECTED_JOB` names}
  ///
  /// @param text positions joined by `_`: `0_2` is the third child of the first job
  /// @throws UserError if it is none
  public static List<Integer> selected(String text) {
    if (text.isEmpty()) {
      throw new UserError("__SELECTED_JOB is missing!");
    }
    if (!text.matches("\\d{1,6}(_\\d{1,6})*")) {
      throw new UserError(
          Problem.of(
              "'" + text + "' names no endpoint.",
              "Write its position in 'jobs', then in 'children', joined by '_', e.g. 0_2."));
    }
    return Arrays.stream(text.split("_", -1)).map(Integer::valueOf).toList();
  }

  /// {@return where the chosen job stands in the configuration}
  ///
  /// @param bounds name it
  static String path(Bounds bounds) {
    var path = new StringBuilder("parameters.config");
    for (int level = 0; level < bounds.job().size(); level++) {
      path.append(level == 0 ? ".jobs[" : ".children[").append(bounds.job().get(level)).append(']');
    }
    return path.toString();
  }

  private Duration patience() {
    Duration time = request.bounds().time();
    return time.equals(Bounds.NONE.time()) ? Duration.ofDays(1) : time;
  }

  private Optional<ActionFailure> failure(
      TimedWork.End<RunSummary> end, List<ShownExchange> exchanges) {
    return switch (end) {
      case TimedWork.Done<RunSummary> _ -> Optional.empty();
      case TimedWork.Failed<RunSummary>(var error) -> Optional.of(Failures.of(error, exchanges));
      case TimedWork.Late<RunSummary> _ ->
          Optional.of(Failures.late(request.bounds().time(), exchanges));
      case TimedWork.Cancelled<RunSummary> _,
          TimedWork.Unfinished<RunSummary> _,
          TimedWork.Broken<RunSummary> _ ->
          Optional.of(ActionFailure.of("cancelled", "The test was cancelled.", ""));
    };
  }
}

package dev.sluice.cli;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.function.Supplier;

/// One call of the engine with a log around it: the edge where every failure becomes words and an
/// exit code (spec: README G-01).
final class Attempt {
  private Attempt() {}

  /// Does the work and shows how it ended.
  ///
  /// @param log shows it; closed afterwards
  /// @param work what to do
  /// @return how it ended
  static Outcome of(RunLog log, Supplier<Outcome> work) {
    try (log;
        var interruption = Interruption.watch(log)) {
      Outcome outcome = outcome(work);
      interruption.ended(outcome);
      return outcome;
    }
  }

  /// The one place that catches everything: what escapes the engine and is no [UserError] is our
  /// fault.
  private static Outcome outcome(Supplier<Outcome> work) {
    try {
      return work.get();
    } catch (UserError e) {
      return new Outcome.Failed(e);
    } catch (OutOfMemoryError e) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      return new Outcome.Failed(
          new UserError(
              Problem.of(
                  "Out of memory: the limit is " + megabytes + " MB.",
                  "Allow more, for instance with SLUICE_JAVA_OPTIONS=-Xmx" + 2 * megabytes + "m."),
              e));
    } catch (RuntimeException | Error e) {
      return new Outcome.Defect(e);
    }
  }
}

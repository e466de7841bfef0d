package dev.sluice.action;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.run.Bounds;
import dev.sluice.run.RunRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;

/// A test of one page, as the actions of the original make it (spec: studio §2.2).
public final class OnePage {
  private static final long PARENTS = 20;
  private static final long LONGEST_ANSWER = 64L << 20;
  private static final Duration TIME = Duration.ofMinutes(5);
  private static final int BODY_BYTES = 16 << 20;

  private OnePage() {}

  /// {@return what the chosen endpoint answered}
  ///
  /// @param request the configuration; nothing is written into its data folder
  /// @param inputs name the endpoint
  /// @throws UserError if none is named, or there is no room for the results
  public static TestRequest.Result of(RunRequest request, ActionInputs inputs) {
    Bounds bounds = new Bounds(inputs.selectedJob(), 1, PARENTS, LONGEST_ANSWER, TIME);
    var state = request.dataFolder().resolve("in").resolve("state.json");
    try (Scratch scratch = Scratch.make()) {
      byte[] known =
          Files.exists(state) ? Files.readAllBytes(state) : "{}".getBytes(StandardCharsets.UTF_8);
      RunRequest own = request.within(bounds).in(scratch.folder()).withState(known);
      return new TestRequest(own, BODY_BYTES).run();
    } catch (IOException e) {
      throw new UserError(Problem.of("Cannot make a temporary folder: " + e.getMessage(), ""), e);
    }
  }
}

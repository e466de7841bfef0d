package dev.sluice.run;

import dev.sluice.config.Api;
import dev.sluice.config.Configuration;
import dev.sluice.config.HttpSettings;
import dev.sluice.config.Iteration;
import dev.sluice.config.Job;
import dev.sluice.problem.UserError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where a run ends early: a test is a run of the real thing, only a short one (spec: studio §4.5).
///
/// @param job the position of a job in `jobs`, then in its `children`, and so on: only this job and
///   its parents are run; empty for all jobs
/// @param pages so many pages of each job instance, at least 1
/// @param parents so many rows start child jobs at each level
/// @param responseBytes the longest decoded body of an answer, in bytes
/// @param time no page is begun later than this after the start, and no attempt lasts longer
public record Bounds(
    List<Integer> job, long pages, long parents, long responseBytes, Duration time) {
  /// No bounds.
  public static final Bounds NONE =
      new Bounds(
          List.of(),
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Duration.ofSeconds(Long.MAX_VALUE));

  /// Keeps an unmodifiable copy.
  public Bounds {
    job = List.copyOf(job);
  }

  /// {@return whether anything is left out}
  boolean isBounded() {
    return !equals(NONE);
  }

  /// {@return the configuration with these bounds}
  ///
  /// @param configuration the whole one
  /// @throws UserError if it has no such job
  Configuration of(Configuration configuration) {
    return isBounded()
        ? configuration.withIterations(configuration.iterations().stream().map(this::of).toList())
        : configuration;
  }

  private Iteration of(Iteration iteration) {
    List<Job> jobs = job.isEmpty() ? iteration.jobs() : chain(iteration.jobs(), 0);
    return iteration.with(of(iteration.api()), jobs);
  }

  private Api of(Api api) {
    HttpSettings http = api.http();
    HttpSettings.Limits limits =
        new HttpSettings.Limits(
            http.limits().concurrency(),
            http.limits().headerBytes(),
            Math.min(http.limits().responseBytes(), responseBytes));
    var timeouts =
        new HttpSettings.Timeouts(
            shorter(http.timeouts().connect()), shorter(http.timeouts().request()));
    return new Api(
        api.name(),
        api.baseUrl(),
        new HttpSettings(
            http.headers(), http.ignoreErrors(), timeouts, limits, http.trustedOrigins()),
        api.defaults(),
        api.retry(),
        api.tls());
  }

  private Optional<Duration> shorter(Optional<Duration> timeout) {
    return time.equals(NONE.time())
        ? timeout
        : Optional.of(timeout.filter(own -> own.compareTo(time) < 0).orElse(time));
  }

  private List<Job> chain(List<Job> jobs, int level) {
    int place = job.get(level);
    if (place < 0 || place >= jobs.size()) {
      throw new UserError(
          "There is no endpoint at position %s of 'jobs'."
              .formatted(String.join("_", job.stream().map(String::valueOf).toList())));
    }
    Job chosen = jobs.get(place);
    return List.of(
        chosen.withChildren(
            level + 1 < job.size() ? chain(chosen.children(), level + 1) : List.of()));
  }
}

package dev.sluice.cli;

import dev.sluice.config.Authentication;
import dev.sluice.config.Configuration;
import dev.sluice.config.Iteration;
import dev.sluice.config.Job;
import java.util.List;

/// What a configuration holds, for people.
final class ContentText {
  private ContentText() {}

  /// {@return one line: iterations, jobs, how it logs in}
  ///
  /// @param configuration checked
  static String of(Configuration configuration) {
    List<Iteration> iterations = configuration.iterations();
    Iteration first = iterations.getFirst();
    String several = iterations.size() == 1 ? "" : Amount.of(iterations.size(), "iteration") + ", ";
    long children = childJobs(configuration);
    return several
        + Amount.of(jobs(configuration), "job")
        + (children == 0 ? "" : ", " + Amount.of(children, "child job"))
        + ", "
        + method(first.authentication());
  }

  /// {@return the number of jobs, child jobs not counted, over all iterations}
  ///
  /// @param configuration checked
  static long jobs(Configuration configuration) {
    return configuration.iterations().stream().mapToLong(one -> one.jobs().size()).sum();
  }

  /// {@return the number of child jobs at all levels, over all iterations}
  ///
  /// @param configuration checked
  static long childJobs(Configuration configuration) {
    return configuration.iterations().stream().mapToLong(one -> below(one.jobs())).sum();
  }

  private static long below(List<Job> jobs) {
    return jobs.stream().mapToLong(job -> job.children().size() + below(job.children())).sum();
  }

  private static String method(Authentication authentication) {
    return switch (authentication) {
      case Authentication.None _ -> "no authentication";
      case Authentication.Basic _ -> "basic authentication";
      case Authentication.Query _ -> "authentication in the query";
      case Authentication.Login login ->
          login.clientCredentials().isPresent() ? "OAuth 2.0 client credentials" : "a login";
      case Authentication.OAuth10 _ -> "OAuth 1.0";
      case Authentication.OAuth20 _ -> "OAuth 2.0";
      case Authentication.OAuth20Login _ -> "a login with OAuth 2.0";
      case Authentication.ClientCredentials credentials ->
          "OAuth 2.0 client credentials, " + credentials.grant().method().standardName();
    };
  }
}

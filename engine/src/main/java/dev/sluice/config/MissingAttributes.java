package dev.sluice.config;

import dev.sluice.function.Place;
import dev.sluice.function.Section;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.Problems;
import java.util.List;

/// Finds the attributes that functions of jobs and default headers refer to and that are not there:
/// the run would end when it comes to them (spec: functions §3.1).
final class MissingAttributes {
  private final JsonObject attributes;
  private final Problems problems;

  private MissingAttributes(JsonObject attributes, Problems problems) {
    this.attributes = attributes;
    this.problems = problems;
  }

  /// Gives a hint for each reference that finds nothing.
  ///
  /// @param iteration what was read
  /// @param api `parameters.api`
  /// @param config the iteration's `parameters.config`
  static void report(Iteration iteration, ConfigNode api, ConfigNode config) {
    var missing = new MissingAttributes(iteration.attributes(), config.problems());
    HttpSettings.HeaderSections headers = iteration.api().http().headers();
    ConfigNode http = api.at("http");
    missing.headers(headers.api(), http.at("headers").path());
    missing.headers(headers.config(), config.at("http").at("headers").path());
    missing.section(
        iteration.api().defaults().params(), http.at("defaultOptions").at("params").path());
    missing.section(iteration.userData(), config.at("userData").path());
    missing.jobs(iteration.jobs());
  }

  private void jobs(List<Job> jobs) {
    for (Job job : jobs) {
      section(job.request().params(), job.path().key("params"));
      section(job.request().headers(), job.path().key("headers"));
      section(job.userData(), job.path().key("userData"));
      jobs(job.children());
    }
  }

  private void headers(JsonObject headers, ConfigPath path) {
    section(Section.of(headers, Place.HEADERS), path);
  }

  private void section(Section section, ConfigPath path) {
    for (Problem problem : section.unknownAttributes(path, attributes)) {
      problems.hint(
          problem.path().orElse(path),
          problem.message(),
          problem.remedy().isEmpty()
              ? "Set the attribute in 'parameters.config'."
              : problem.remedy());
    }
  }
}

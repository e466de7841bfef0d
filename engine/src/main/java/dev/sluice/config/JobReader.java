package dev.sluice.config;

import dev.sluice.function.Place;
import dev.sluice.function.Section;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the list of jobs with all their children (spec: jobs-and-paging §2, §5). What depends on
/// the configuration alone is checked here, also where the original notices it late.
public final class JobReader {
  private final Pagination pagination;

  private JobReader(Pagination pagination) {
    this.pagination = pagination;
  }

  /// {@return the jobs in the order in which they run; of identical ones only one}
  ///
  /// @param jobs `parameters.config.jobs`
  /// @param pagination what a job's `scroller` chooses from
  public static List<Job> read(ConfigNode jobs, Pagination pagination) {
    if (jobs.isEmpty() || !jobs.isMapOrList()) {
      jobs.error("The 'jobs' section is required in the configuration.");
      return List.of();
    }
    return new JobReader(pagination).list(jobs, 0);
  }

  /// A later job of the same id replaces the earlier one in its place (spec: jobs-and-paging §2.2).
  private List<Job> list(ConfigNode node, int depth) {
    Map<String, Job> jobs = new LinkedHashMap<>();
    for (ConfigNode item : node.items()) {
      if (item.isMapOrList()) {
        Job job = job(item, depth);
        jobs.put(job.id(), job);
      } else {
        item.error("Job configuration must be an array: " + shown(item.value()));
      }
    }
    return new ArrayList<>(jobs.values());
  }

  private Job job(ConfigNode node, int depth) {
    Section params = params(node.at("params"));
    String endpoint = endpoint(node.at("endpoint"));
    List<Job> children = children(node.at("children"), depth);
    return new Job(
        node.path(),
        id(node),
        new Job.Ask(
            endpoint,
            DefaultOptionsReader.method(node.at("method")),
            params,
            headers(node.at("headers")),
            scroller(node.at("scroller"))),
        JobRowsReader.read(node, endpoint),
        UserDataReader.ofJob(node.at("userData")),
        depth == 0 ? ChildRuleReader.ofRoot(node) : ChildRuleReader.read(node, depth),
        children);
  }

  private static String id(ConfigNode node) {
    return node.at("id").nonEmptyText().orElseGet(() -> JobIdentity.of(node.object()));
  }

  private static String endpoint(ConfigNode node) {
    if (node.isNull() || node.string().filter(String::isEmpty).isPresent()) {
      node.error("The 'endpoint' property must be set in job.");
    } else if (node.string().isEmpty()) {
      node.error("The \"endpoint\" property must be specified in request as a string.");
    }
    return node.string().orElse("");
  }

  private static Section params(ConfigNode node) {
    if (!node.isEmpty() && !node.isMapOrList()) {
      node.error("The 'params' property must be an array.");
      return Section.EMPTY;
    }
    return SectionReader.params(node, Place.JOB_PARAMS);
  }

  private static Section headers(ConfigNode node) {
    if (!node.isEmpty() && !node.isMapOrList()) {
      node.error("The \"headers\" property must be an array.");
      return Section.EMPTY;
    }
    return SectionReader.headers(node, Place.JOB_HEADERS);
  }

  private List<Job> children(ConfigNode node, int depth) {
    if (node.isEmpty()) {
      return List.of();
    }
    if (!node.isMapOrList()) {
      node.error("The 'children' property must an array of jobs.");
    }
    return list(node, depth + 1);
  }

  private Optional<String> scroller(ConfigNode node) {
    if (node.isEmpty() || !(pagination.method() instanceof Pagination.Multiple multiple)) {
      return node.nonEmptyText();
    }
    Optional<String> name = PagingOptions.text(node);
    name.ifPresent(chosen -> checkScroller(node, chosen, multiple));
    return name;
  }

  private static void checkScroller(ConfigNode node, String name, Pagination.Multiple multiple) {
    Pagination chosen = multiple.scrollers().get(name);
    if (chosen == null) {
      node.error(
          "Scroller '%s' not set in API definitions. Scrollers defined: %s"
              .formatted(name, String.join(", ", multiple.scrollers().keySet())));
    } else if (chosen.method() instanceof Pagination.Multiple inner) {
      checkScroller(node, name, inner);
    }
  }

  private static String shown(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> "'" + text + "'";
      case JsonNull _ -> "NULL";
      default -> JsonWriter.compact(value);
    };
  }
}

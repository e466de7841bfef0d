package dev.sluice.studio.check;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.studio.check.Finding.Severity;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules about endpoints and where they lead.
final class JobCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");

  private final ConfigDocument document;
  private final List<Finding> findings;
  private final Optional<String> baseUrl;
  private final Map<String, Pointer> tables = new HashMap<>();
  private boolean hasRelative;

  JobCheck(ConfigDocument document, List<Finding> findings) {
    this.document = document;
    this.findings = findings;
    this.baseUrl = ConfigCheck.baseUrl(document.parameters());
  }

  void report() {
    JsonObject config = document.parameters().object("config");
    jobs(
        config.find("jobs").orElse(JsonNull.NULL),
        document.inParameters(Pointer.of("/config/jobs")),
        false);
    if (hasRelative
        && baseUrl.filter(url -> url.matches("(?i)https?://[^/?#]+[^?#]*[^/?#]")).isPresent()) {
      slashMissing(baseUrl.get());
    }
    if (JsonBoolean.TRUE.equals(config.valueOrNull("incrementalOutput"))) {
      incremental(config);
    }
  }

  private void slashMissing(String url) {
    Pointer pointer = document.inParameters(Pointer.of("/api/baseUrl"));
    findings.add(
        Finding.of(
                pointer,
                Severity.WARNING,
                "base_url_slash",
                "The last part of the address would be glued to the path. Add \"/\"")
            .mendedBy("Add \"/\"", put(pointer, new JsonString(url + "/"))));
  }

  private void jobs(JsonValue jobs, Pointer pointer, boolean areChildren) {
    if (jobs instanceof JsonArray(var items)) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof JsonObject job) {
          Pointer here = pointer.child(Integer.toString(i));
          endpoint(job, here);
          table(job, here);
          if (areChildren) {
            placeholders(job, here);
          }
          jobs(job.find("children").orElse(JsonNull.NULL), here.child("children"), true);
        }
      }
    }
  }

  private void endpoint(JsonObject job, Pointer pointer) {
    String endpoint = job.valueOrNull("endpoint") instanceof JsonString(String text) ? text : "";
    if (endpoint.isBlank()) {
      add(pointer.child("endpoint"), Severity.ERROR, "endpoint", "Enter a path");
    } else if (endpoint.startsWith("/")) {
      String path = baseUrl.map(url -> url.replaceFirst("(?i)https?://[^/?#]+", "")).orElse("");
      if (path.replace("/", "").isEmpty()) {
        return;
      }
      add(
          pointer.child("endpoint"),
          Severity.WARNING,
          "endpoint_slash",
          "The part \"" + path + "\" of the base URL will be dropped");
    } else if (!ABSOLUTE.matcher(endpoint).matches()) {
      hasRelative = true;
    }
  }

  private void placeholders(JsonObject job, Pointer pointer) {
    String endpoint = job.valueOrNull("endpoint") instanceof JsonString(String text) ? text : "";
    JsonObject rows = job.object("placeholders");
    Set<String> named = new LinkedHashSet<>();
    Matcher found = PLACEHOLDER.matcher(endpoint);
    while (found.find()) {
      named.add(found.group(1));
    }
    for (String name : named) {
      if (!rows.has(name) || isEmptyPath(rows.find(name).orElseThrow())) {
        add(
            pointer.child("placeholders").child(name),
            Severity.ERROR,
            "placeholder",
            "Placeholder " + name + " has no value");
      }
    }
    for (String name : rows.shape().names()) {
      if (!named.contains(name)) {
        add(
            pointer.child("placeholders").child(name),
            Severity.WARNING,
            "placeholder_unused",
            "Placeholder " + name + " is not in the path");
      }
    }
  }

  private static boolean isEmptyPath(JsonValue path) {
    return switch (path) {
      case JsonString(String text) -> text.isBlank();
      case JsonObject object -> isEmptyPath(object.find("path").orElse(JsonNull.NULL));
      default -> path.isEmpty();
    };
  }

  private void table(JsonObject job, Pointer pointer) {
    if (!(job.valueOrNull("dataType") instanceof JsonString(String name)) || name.isEmpty()) {
      return;
    }
    if (!name.matches("[A-Za-z0-9_-]+")) {
      add(
          pointer.child("dataType"),
          Severity.WARNING,
          "result_name",
          "Only letters, digits, - and _");
    }
    if (tables.putIfAbsent(name, pointer) != null) {
      add(
          pointer.child("dataType"),
          Severity.INFO,
          "shared_table",
          "Both endpoints fill table " + name);
    }
  }

  private void incremental(JsonObject config) {
    JsonObject mappings = config.object("mappings");
    List<String> without = new ArrayList<>();
    for (String name : tables.keySet()) {
      if (!MappingCheck.hasKey(mappings.find(name).orElse(JsonNull.NULL))) {
        without.add(name);
      }
    }
    if (!without.isEmpty() || tables.isEmpty()) {
      add(
          document.inParameters(Pointer.of("/config/incrementalOutput")),
          Severity.WARNING,
          "incremental_without_key",
          "Repeated runs will add duplicate rows");
    }
  }

  /// {@return a change as `/api/edit` takes it}
  static JsonObject put(Pointer pointer, JsonValue value) {
    return JsonObject.builder().put("pointer", pointer.toString()).put("value", value).build();
  }

  private void add(Pointer pointer, Severity severity, String code, String message) {
    findings.add(Finding.of(pointer, severity, code, message));
  }
}

package dev.sluice.studio.check;

import dev.sluice.function.FunctionJson;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.studio.check.Finding.Severity;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Pointer;
import dev.sluice.studio.document.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules about attributes: those that functions refer to must be there, and secrets should be
/// marked as such.
final class SecretCheck {
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)authorization|(.*[_-])?(password|passwd|secret|token|credentials?)|x?[_-]?api[_-]?key|access[_-]?key|.*(Secret|Token|Password)");

  /// Keys of the configuration, never attributes of the user's (spec: studio §1.9).
  private static final Set<String> SECTIONS =
      Set.of("jobs", "mappings", "userData", "http", "outputBucket", "username");

  private final ConfigDocument document;
  private final List<Finding> findings;
  private final JsonObject config;

  SecretCheck(ConfigDocument document, List<Finding> findings) {
    this.document = document;
    this.findings = findings;
    this.config = document.parameters().object("config");
  }

  void report() {
    attributes();
    for (String section :
        List.of(
            "/api/http/headers",
            "/api/http/defaultOptions/params",
            "/api/authentication/query",
            "/api/authentication/loginRequest/headers",
            "/api/authentication/loginRequest/params")) {
      values(Pointer.of(section));
    }
    jobs(Pointer.of("/config/jobs"));
    references();
  }

  private void attributes() {
    config.forEach((name, value) -> {
      boolean isCandidate =
          !name.startsWith("#") && !name.startsWith("__") && !SECTIONS.contains(name);
      if (isCandidate && isTelling(name, value)) {
        Pointer pointer = at(new Pointer(List.of("config", name)));
        List<JsonObject> edits = new ArrayList<>();
        edits.add(JobCheck.put(at(new Pointer(List.of("config", "#" + name))), value));
        edits.add(
            JsonObject.builder()
                .put("pointer", pointer.toString())
                .put("remove", dev.sluice.json.JsonBoolean.TRUE)
                .build());
        for (Pointer reference : referencesTo(name)) {
          edits.add(JobCheck.put(reference, new JsonString("#" + name)));
        }
        secret(pointer, edits);
      }
    });
  }

  private void values(Pointer section) {
    if (section.find(document.parameters()).orElse(JsonObject.EMPTY) instanceof JsonObject values) {
      values.forEach((name, value) -> {
        if (!name.startsWith("#") && isTelling(name, value)) {
          Pointer pointer = at(section.child(name));
          String attribute = freeName(name);
          secret(
              pointer,
              List.of(
                  JobCheck.put(at(new Pointer(List.of("config", attribute))), value),
                  JobCheck.put(pointer, FunctionJson.reference("attr", attribute))));
        }
      });
    }
  }

  private void jobs(Pointer pointer) {
    if (pointer.find(document.parameters()).orElse(JsonObject.EMPTY)
        instanceof JsonArray(var jobs)) {
      for (int i = 0; i < jobs.size(); i++) {
        Pointer job = pointer.child(Integer.toString(i));
        values(job.child("headers"));
        values(job.child("params"));
        jobs(job.child("children"));
      }
    }
  }

  /// An attribute may come from an iteration or from the file of secrets; only what can be nowhere
  /// is missing.
  private void references() {
    if (document.parameters().has("iterations")) {
      return;
    }
    for (References.Reference reference : References.in(document.parameters())) {
      String name = reference.name();
      boolean isThere =
          config.has(name)
              || name.startsWith("#")
              || dev.sluice.json.JsonPath.find(name, config).isPresent();
      if (!isThere) {
        findings.add(
            Finding.of(
                at(reference.pointer()),
                Severity.ERROR,
                "user_parameter",
                "User parameter " + name + " does not exist"));
      }
    }
  }

  private List<Pointer> referencesTo(String name) {
    return References.in(document.parameters()).stream()
        .filter(reference -> reference.name().equals(name))
        .map(reference -> at(reference.pointer().child("attr")))
        .toList();
  }

  private static boolean isTelling(String name, JsonValue value) {
    return value instanceof JsonString(String text)
        && !text.isBlank()
        && TELLING.matcher(name).matches();
  }

  private String freeName(String name) {
    String attribute = "#" + name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String free = attribute;
    for (int i = 2; config.has(free); i++) {
      free = attribute + "_" + i;
    }
    return free;
  }

  private void secret(Pointer pointer, List<JsonObject> edits) {
    findings.add(
        Finding.of(
                pointer,
                Severity.WARNING,
                "open_secret",
                pointer.keys().getLast() + " looks like a secret. Store this as a secret")
            .mendedBy("Store this as a secret", edits.toArray(JsonObject[]::new)));
  }

  private Pointer at(Pointer pointer) {
    return document.inParameters(pointer);
  }
}

package dev.sluice.action;

import dev.sluice.action.curl.CurlImport;
import dev.sluice.action.mapping.InferredMapping;
import dev.sluice.config.ConfigurationReader;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.UserError;
import dev.sluice.run.RunRequest;
import dev.sluice.run.Sluice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an action is to work on: a configuration that need not be complete, and the action's inputs
/// in its `parameters` (spec: studio §1.11). An action reads what it uses and nothing else (spec:
/// studio W-15).
///
/// @param document the whole file
public record ActionInputs(JsonObject document) {
  private static final String JOB = "__SELECTED_JOB";
  private static final int USUAL_LEVELS = 2;
  private static final String FUNCTION = "__FUNCTION_CFG";
  private static final String CURL = "__CURL_COMMAND";

  /// {@return the document with an input}
  ///
  /// @param inputs by name, e.g. `__CURL_COMMAND`
  public ActionInputs with(JsonObject inputs) {
    JsonObject parameters = parameters();
    for (String name : inputs.shape().names()) {
      parameters = parameters.with(name, inputs.find(name).orElseThrow());
    }
    return new ActionInputs(document.with("parameters", parameters));
  }

  /// {@return an endpoint made of `__CURL_COMMAND`}
  ///
  /// @throws UserError if it can't be imported
  public CurlImport curl() {
    String base =
        parameters().object("api").valueOrNull("baseUrl") instanceof JsonString(String url)
            ? url
            : "";
    try {
      return CurlImport.of(text(CURL), base);
    } catch (UserError e) {
      throw e.completed(place(CURL), "");
    }
  }

  /// {@return a mapping for the table of the chosen job}
  ///
  /// @param records what the job found
  /// @throws UserError if there is nothing to map, or names are in each other's way
  public InferredMapping mapping(List<JsonValue> records) {
    List<Integer> place = text(JOB).isEmpty() ? List.of() : selectedJob();
    JsonObject job = job(place);
    boolean isRoot = place.size() < 2;
    JsonObject config = parameters().object("config");
    String levels = text("__NESTING_LEVEL");
    return InferredMapping.of(
        records,
        new InferredMapping.Wish(
            job.valueOrNull("dataType") instanceof JsonString(String name) ? name : "",
            levels.matches("\\d{1,3}") ? Integer.parseInt(levels) : USUAL_LEVELS,
            texts(parameters().valueOrNull("__PRIMARY_KEY")),
            isRoot ? config.object("userData").shape().names() : List.of(),
            isRoot ? List.of() : parents(job)));
  }

  /// {@return `__RECORDS`: records that are there already, if they are given}
  public Optional<List<JsonValue>> records() {
    return parameters().find("__RECORDS").map(InferredMapping::records);
  }

  /// {@return the mapping that the chosen job's table has so far}
  public JsonObject presentMapping() {
    List<Integer> place = text(JOB).isEmpty() ? List.of() : selectedJob();
    String table =
        job(place).valueOrNull("dataType") instanceof JsonString(String name) ? name : "";
    return parameters().object("config").object("mappings").object(table);
  }

  /// {@return the position of the job that `__SELECTED_JOB` names}
  ///
  /// @throws UserError if it names none
  List<Integer> selectedJob() {
    return TestRequest.selected(text(JOB));
  }

  private JsonObject job(List<Integer> place) {
    JsonObject level = parameters().object("config");
    for (int i = 0; i < place.size(); i++) {
      boolean isThere =
          level.valueOrNull(i == 0 ? "jobs" : "children") instanceof JsonArray(var jobs)
              && place.get(i) < jobs.size()
              && jobs.get(place.get(i)) instanceof JsonObject;
      if (!isThere) {
        return JsonObject.EMPTY;
      }
      JsonArray jobs = (JsonArray) level.find(i == 0 ? "jobs" : "children").orElseThrow();
      level = (JsonObject) jobs.items().get(place.get(i));
    }
    return level;
  }

  /// The paths of the placeholders, each once.
  private static List<String> parents(JsonObject job) {
    return job.object("placeholders").members().values().stream()
        .map(value -> value instanceof JsonObject object ? object.valueOrNull("path") : value)
        .filter(JsonString.class::isInstance)
        .map(path -> ((JsonString) path).value())
        .distinct()
        .toList();
  }

  private static List<String> texts(@Nullable JsonValue value) {
    return value instanceof JsonArray(var items)
        ? items.stream()
            .filter(JsonString.class::isInstance)
            .map(item -> ((JsonString) item).value())
            .toList()
        : List.of();
  }

  /// {@return the value of `__FUNCTION_CFG`, secrets and all}
  ///
  /// @param request knows the state, and gets to know what is made of secrets
  /// @throws UserError if the function is wrong, or refers to a user parameter that is missing
  public JsonValue functionValue(RunRequest request) {
    JsonValue function =
        parameters()
            .find(FUNCTION)
            .orElseThrow(() -> new UserError("There is no function to evaluate."));
    try {
      var all = JsonObject.builder();
      parameters().object("config").without("jobs").forEach(all::put);
      Sluice.secrets(request).forEach(all::put);
      JsonObject attributes = all.build();
      missing(function, attributes);
      return Sluice.evaluate(request, attributes, function);
    } catch (UserError e) {
      throw e.completed(place(FUNCTION), "");
    }
  }

  private static void missing(JsonValue value, JsonObject attributes) {
    switch (value) {
      case JsonArray(var items) -> items.forEach(item -> missing(item, attributes));
      case JsonObject object -> {
        if (object.size() == 1
            && object.valueOrNull("attr") instanceof JsonString(String name)
            && !attributes.has(name)
            && JsonPath.find(name, attributes).isEmpty()) {
          throw new UserError("User parameter `%s` does not exist".formatted(name));
        }
        object.forEach((_, member) -> missing(member, attributes));
      }
      default -> {}
    }
  }

  /// Makes the secrets of the document, and those outside of it, known to the request's redactor.
  ///
  /// @param request knows where they are
  /// @throws UserError if the file of secrets can't be read
  public void tell(RunRequest request) {
    request.redactor().addAll(ConfigurationReader.secrets(document, Sluice.secrets(request)));
  }

  /// {@return an input; empty when it is missing}
  ///
  /// @param name e.g. `__SELECTED_JOB`
  String text(String name) {
    return switch (parameters().valueOrNull(name)) {
      case JsonString(String text) -> text;
      case JsonNumber(String literal) -> literal;
      case null, default -> "";
    };
  }

  private JsonObject parameters() {
    return document.object("parameters");
  }

  private static ConfigPath place(String input) {
    return ConfigPath.of("parameters").key(input);
  }
}

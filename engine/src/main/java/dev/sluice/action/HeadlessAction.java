package dev.sluice.action;

import dev.sluice.action.curl.CurlImport;
import dev.sluice.action.mapping.InferredMapping;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonWriter;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.UserError;
import dev.sluice.run.RunRequest;
import dev.sluice.secret.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An `action` in `config.json`: done instead of a run, with one JSON document as its result (spec:
/// studio §2.0, README G-07).
///
/// @param name the action's name
/// @param document the whole file, without the action
public record HeadlessAction(String name, JsonObject document) {
  private static final String ACTION = "action";

  private static final Map<String, String> FAILURES =
      Map.of("load_from_curl", "curl", "infer_mapping", "mapping", "perform_function", "function");

  /// What an action gave.
  ///
  /// @param document for standard output
  /// @param isSuccess whether it worked
  /// @param notes for standard error, a line each
  public record Output(JsonObject document, boolean isSuccess, List<String> notes) {
    /// Keeps an unmodifiable copy.
    public Output {
      notes = List.copyOf(notes);
    }
  }

  /// {@return the action that the configuration of a data folder asks for, if it is not `run`}
  ///
  /// @param request names the folder
  public static Optional<HeadlessAction> in(RunRequest request) {
    try {
      byte[] text = Files.readAllBytes(request.dataFolder().resolve("config.json"));
      // Most files have none, and are parsed once only.
      return new String(text, StandardCharsets.ISO_8859_1).contains("\"" + ACTION + "\"")
          ? of(text)
          : Optional.empty();
    } catch (IOException _) {
      // The run says what is wrong.
      return Optional.empty();
    }
  }

  private static Optional<HeadlessAction> of(byte[] text) {
    try {
      return new JsonReader().read(text) instanceof JsonObject object
              && object.valueOrNull(ACTION) instanceof JsonString(String name)
              && !name.equals("run")
          ? Optional.of(new HeadlessAction(name, object.without(ACTION)))
          : Optional.empty();
    } catch (JsonSyntaxError _) {
      return Optional.empty();
    }
  }

  /// {@return what the action gives}
  ///
  /// @param request names the data folder
  public Output perform(RunRequest request) {
    var inputs = new ActionInputs(document);
    try {
      inputs.tell(request);
      RunRequest own =
          request.withDocument(JsonWriter.compact(document).getBytes(StandardCharsets.UTF_8));
      return switch (name) {
        case "test_request" -> test(own, inputs);
        case "infer_mapping" -> mapping(own, inputs);
        case "perform_function" -> function(own, inputs);
        case "load_from_curl" -> curl(inputs, request.redactor());
        default ->
            failure(
                new ActionFailure(
                    "unknown_action",
                    "The defined action " + name + " is not implemented!",
                    Optional.of(ConfigPath.of(ACTION)),
                    "Leave the key out, or write \"run\", to extract.",
                    JsonObject.EMPTY),
                JsonObject.EMPTY);
      };
    } catch (UserError e) {
      ActionFailure failure =
          ActionFailure.of(failureCode(name), e.problems().getFirst()).redacted(request.redactor());
      return failure(failure, JsonObject.EMPTY);
    }
  }

  /// {@return the code of failures that have nothing to do with requests}
  ///
  /// @param action the action's name
  public static String failureCode(String action) {
    return FAILURES.getOrDefault(action, "configuration");
  }

  /// {@return the document of a failure}
  ///
  /// @param failure what went wrong
  /// @param shown what was found out before
  public static Output failure(ActionFailure failure, JsonObject shown) {
    var output = JsonObject.builder().put("status", "error");
    output.put("error", failure.json(failure.path().map(ConfigPath::text).orElse("")));
    shown.forEach(output::put);
    return new Output(output.build(), false, List.of());
  }

  /// The job as the original shows it; what it lost in silence is said beside it.
  private static Output curl(ActionInputs inputs, Redactor redactor) {
    CurlImport imported = inputs.curl();
    List<String> notes = new ArrayList<>();
    imported
        .authentication()
        .ifPresent(found ->
            notes.add(
                "Credentials were left out (" + found.place() + "): set up an authentication."));
    imported
        .notImported()
        .forEach(part -> notes.add("Not imported: " + part.option() + ". " + part.reason()));
    notes.addAll(imported.notes());
    return new Output(
        new TestJson(redactor).original(imported.job()),
        true,
        notes.stream().map(redactor::redact).toList());
  }

  private static Output test(RunRequest request, ActionInputs inputs) {
    TestRequest.Result result = OnePage.of(request, inputs);
    JsonObject shown = new TestJson(request.redactor()).original(result);
    return result.failure().isPresent()
        ? failure(result.failure().get(), shown)
        : new Output(shown, true, List.of());
  }

  private static Output mapping(RunRequest request, ActionInputs inputs) {
    TestRequest.Result result = OnePage.of(request, inputs);
    if (result.failure().isPresent()) {
      return failure(result.failure().get(), JsonObject.EMPTY);
    }
    InferredMapping inferred = inputs.mapping(result.records());
    return new Output(
        new TestJson(request.redactor()).original(inferred.mapping()),
        true,
        inferred.warnings().stream().map(request.redactor()::redact).toList());
  }

  private static Output function(RunRequest request, ActionInputs inputs) {
    JsonObject result = JsonObject.of("result", inputs.functionValue(request));
    return new Output(new TestJson(request.redactor()).original(result), true, List.of());
  }
}

package dev.sluice.studio.api;

import dev.sluice.action.ActionFailure;
import dev.sluice.action.ActionInputs;
import dev.sluice.action.HeadlessAction;
import dev.sluice.action.OnePage;
import dev.sluice.action.TestJson;
import dev.sluice.action.TestRequest;
import dev.sluice.action.mapping.InferredMapping;
import dev.sluice.event.Events;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.run.RunRequest;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Reply;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The actions other than tests: what they give on the command line, and what the page needs
/// besides (spec: studio §2, §4.5).
///
/// @param workspace knows the secrets behind markers
record ActionAddress(Workspace workspace) {

  /// What an action works on.
  ///
  /// @param inputs the document with the action's inputs
  /// @param run the same for the engine
  /// @param document where problems are
  private record Task(ActionInputs inputs, RunRequest run, ConfigDocument document) {}

  /// {@return what an action gives, wrapped}
  ///
  /// @param names its `name`
  /// @param request `text`, and the action's `inputs`, e.g. `__FUNCTION_CFG`
  Reply perform(Map<String, String> names, Document request) {
    ConfigDocument document = workspace.restored(request.text("text").orElse(""));
    var task =
        new Task(
            new ActionInputs(document.whole()).with(request.object("inputs")),
            workspace.request(document, Events.NONE),
            document);
    task.inputs.tell(task.run);
    String name = names.getOrDefault("name", "");
    try {
      return switch (name) {
        case "load_from_curl" ->
            done(task, new CurlJson(workspace.markers()).of(task.inputs.curl()));
        case "infer_mapping" -> mapping(task, new Document(request.object("inputs")));
        case "perform_function" -> function(task, !RunAddress.isContinued(request));
        default -> headless(name, task);
      };
    } catch (UserError e) {
      return failed(task, HeadlessAction.failureCode(name), e);
    }
  }

  /// Records that the page has already (`__RECORDS`) need no request.
  private static Reply mapping(Task task, Document inputs) {
    Optional<List<JsonValue>> given = task.inputs.records();
    List<JsonValue> records;
    if (given.isPresent()) {
      records = given.get();
    } else {
      TestRequest.Result result = OnePage.of(task.run, task.inputs);
      if (result.failure().isPresent()) {
        return failed(task, result.failure().get());
      }
      records = result.records();
    }
    InferredMapping inferred = task.inputs.mapping(records);
    JsonObject present = task.inputs.presentMapping();
    JsonObject merged =
        switch (inputs.text("__MERGE").orElse("replace")) {
          case "add" -> inferred.addedTo(present);
          case "keep" -> present.size() > 0 ? present : inferred.mapping();
          default -> inferred.mapping();
        };
    return done(
        task,
        JsonObject.builder()
            .put("mapping", merged)
            .put("suggestions", Json.texts(inferred.keys()))
            .put("childTables", inferred.childTables())
            .put("warnings", Json.texts(inferred.warnings()))
            .build());
  }

  /// With the choice between the first run and a later one: they differ in `previousStart`.
  private static Reply function(Task task, boolean isFirst) {
    RunRequest run = isFirst ? task.run.withState("{}".getBytes(StandardCharsets.UTF_8)) : task.run;
    JsonValue value = task.inputs.functionValue(run);
    return done(
        task,
        JsonObject.builder()
            .put("result", value)
            .put("type", value.typeName())
            .put("at", run.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("run", isFirst ? "first" : "later")
            .build());
  }

  private static Reply done(Task task, JsonObject result) {
    return Reply.json(
        JsonObject.builder()
            .put("status", "ok")
            .put("result", new TestJson(task.run.redactor()).masked(result))
            .build());
  }

  private static Reply failed(Task task, String code, UserError error) {
    Problem problem = error.problems().getFirst();
    return failed(task, ActionFailure.of(code, problem).redacted(task.run.redactor()));
  }

  private static Reply failed(Task task, ActionFailure failure) {
    return Reply.json(
        JsonObject.builder()
            .put("status", "error")
            .put(
                "error",
                failure.json(
                    failure.path().map(task.document::pointer).map(Object::toString).orElse("")))
            .build());
  }

  private static Reply headless(String name, Task task) {
    HeadlessAction.Output output =
        new HeadlessAction(name, task.inputs.document()).perform(task.run);
    return output.isSuccess() ? done(task, output.document()) : Reply.json(output.document());
  }
}

package dev.sluice.studio.api;

import dev.sluice.action.ActionFailure;
import dev.sluice.action.ActionInputs;
import dev.sluice.action.HeadlessAction;
import dev.sluice.action.TestJson;
import dev.sluice.event.Events;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.run.RunRequest;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Reply;
import java.util.Map;

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
    task.inputs.tell(task.run.redactor());
    String name = names.getOrDefault("name", "");
    try {
      return switch (name) {
        case "load_from_curl" ->
            done(task, new CurlJson(workspace.markers()).of(task.inputs.curl()));
        default -> headless(name, task);
      };
    } catch (UserError e) {
      return failed(task, HeadlessAction.failureCode(name), e);
    }
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
    ActionFailure failure = ActionFailure.of(code, problem).redacted(task.run.redactor());
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

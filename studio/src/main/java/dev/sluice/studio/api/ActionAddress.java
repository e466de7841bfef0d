package dev.sluice.studio.api;

import dev.sluice.action.HeadlessAction;
import dev.sluice.action.TestJson;
import dev.sluice.event.Events;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.run.RunRequest;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Reply;
import java.util.Map;

/// The actions other than tests, the same as from the command line (spec: studio §2, §4.5).
///
/// @param workspace knows the secrets behind markers
record ActionAddress(Workspace workspace) {

  /// {@return what an action gives, wrapped}
  ///
  /// @param names its `name`
  /// @param request `text`, and the action's `inputs`, e.g. `__FUNCTION_CFG`
  Reply perform(Map<String, String> names, Document request) {
    ConfigDocument document = workspace.restored(request.text("text").orElse(""));
    JsonObject whole = document.whole();
    JsonObject parameters =
        whole.valueOrNull("parameters") instanceof JsonObject found ? found : JsonObject.EMPTY;
    for (Map.Entry<String, JsonValue> input : request.object("inputs").members().entrySet()) {
      parameters = parameters.with(input.getKey(), input.getValue());
    }
    RunRequest run = workspace.request(document, Events.NONE);
    run.redactor()
        .addAll(dev.sluice.config.ConfigurationReader.secrets(document.value(), JsonObject.EMPTY));
    HeadlessAction.Output output =
        new HeadlessAction(names.getOrDefault("name", ""), whole.with("parameters", parameters))
            .perform(run);
    JsonValue shown = new TestJson(run.redactor()).masked(output.document());
    return Reply.json(
        output.isSuccess()
            ? JsonObject.builder().put("status", "ok").put("result", shown).build()
            : shown);
  }
}

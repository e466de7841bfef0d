package dev.sluice.studio.api;

import dev.sluice.form.AuthenticationForm;
import dev.sluice.form.ClientCredentials;
import dev.sluice.form.FieldProblem;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.KeyOrder;
import dev.sluice.studio.document.Pointer;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The form "Authentication": JSON to fields and back, by the same code as the command line (spec:
/// studio §1.4, authentication §9).
///
/// @param workspace knows the secrets behind markers
record FormAddress(Workspace workspace) {

  /// {@return which method a document uses, its fields, and which keys belong to it}
  ///
  /// @param request `text`
  Reply read(Document request) {
    return Reply.json(answer(ConfigDocument.of(request.requiredText("text"))).build());
  }

  /// {@return the document with other fields or another method, and what [#read] says about it}
  ///
  /// @param request `text`, `method` and `fields`; fields that are missing stay as they are
  Reply write(Document request) {
    ConfigDocument document = ConfigDocument.of(request.requiredText("text"));
    AuthenticationForm form =
        AuthenticationJson.read(
            request.requiredText("method"),
            new Document(request.object("fields")),
            AuthenticationForm.recognise(document.parameters()));
    ConfigDocument changed =
        document.withParameters(
            KeyOrder.ofParameters(document.parameters(), form.writeTo(document.parameters())));
    return Reply.json(answer(changed).put("text", changed.text()).build());
  }

  private JsonObject.Builder answer(ConfigDocument document) {
    JsonObject parameters = document.parameters();
    AuthenticationForm form = AuthenticationForm.recognise(parameters);
    return JsonObject.builder()
        .put("method", AuthenticationJson.method(form))
        .put("fields", AuthenticationJson.fields(form))
        .put("owns", owned(document, form))
        .put("problems", problems(document));
  }

  /// What the file would lose with another method: found by taking the method away.
  private static JsonArray owned(ConfigDocument document, AuthenticationForm form) {
    List<Pointer> pointers = new ArrayList<>();
    lost(document.parameters(), form.removedFrom(document.parameters()), Pointer.ROOT, pointers);
    return Json.list(
        pointers, pointer -> new JsonString(document.inParameters(pointer).toString()));
  }

  private static void lost(
      JsonValue before, JsonValue after, Pointer here, List<Pointer> pointers) {
    if (before instanceof JsonObject old && after instanceof JsonObject now) {
      old.forEach((name, value) -> {
        if (now.has(name)) {
          lost(value, now.find(name).orElseThrow(), here.child(name), pointers);
        } else {
          pointers.add(here.child(name));
        }
      });
    } else if (!before.equals(after)) {
      pointers.add(here);
    }
  }

  /// Judged with the secrets in their places: what can't be sent as it is depends on them.
  private JsonArray problems(ConfigDocument document) {
    JsonObject parameters = workspace.restored(document.text()).parameters();
    List<FieldProblem> problems =
        AuthenticationForm.recognise(parameters) instanceof ClientCredentials form
            ? form.problems()
            : List.of();
    return Json.list(
        problems,
        problem ->
            JsonObject.builder()
                .put("field", AuthenticationJson.name(problem.field()))
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("message", problem.message())
                .build());
  }
}

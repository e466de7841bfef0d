package dev.sluice.studio.api;

import dev.sluice.form.AuthenticationForm;
import dev.sluice.form.ClientCredentials;
import dev.sluice.form.FieldProblem;
import dev.sluice.form.MethodFields;
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
import java.util.Optional;

/// The form "Authentication": JSON to fields and back, by the same code as the command line (spec:
/// studio §1.4, authentication §9).
///
/// @param workspace knows the secrets behind markers
record FormAddress(Workspace workspace) {

  /// {@return which method a document uses, its fields, and which keys belong to it}
  ///
  /// @param request `text`
  Reply read(Document request) {
    ConfigDocument own = ConfigDocument.of(request.requiredText("text"));
    return Reply.json(answer(workspace.secrets().over(own)).build());
  }

  /// {@return the document with other fields or another method, and what [#read] says about it}
  ///
  /// @param request `text`, `method` and `fields`; fields that are missing stay as they are
  Reply write(Document request) {
    ConfigDocument own = ConfigDocument.of(request.requiredText("text"));
    ConfigDocument document = workspace.secrets().over(own);
    String method = request.requiredText("method");
    JsonObject fields = request.object("fields");
    JsonObject before = document.whole();
    JsonObject after =
        MethodFields.named(method)
            .map(named -> named.written(withoutOther(before, named), fields))
            .orElseGet(() -> written(before, method, new Document(fields)));
    ConfigDocument changed = document.withWhole(KeyOrder.ofDocument(before, after));
    ConfigDocument saved = workspace.secrets().without(changed, own);
    return Reply.json(
        answer(workspace.marked(changed)).put("text", workspace.marked(saved).text()).build());
  }

  private static JsonObject withoutOther(JsonObject whole, MethodFields method) {
    return MethodFields.of(whole).filter(method::equals).isPresent() ? whole : withoutMethod(whole);
  }

  private static JsonObject written(JsonObject whole, String method, Document fields) {
    boolean isOther = MethodFields.of(whole).isPresent() && !method.equals("custom");
    JsonObject present = isOther ? withoutMethod(whole) : whole;
    JsonObject parameters = parameters(present);
    AuthenticationForm form =
        AuthenticationJson.read(method, fields, AuthenticationForm.recognise(parameters));
    return present.with("parameters", form.writeTo(parameters));
  }

  private static JsonObject withoutMethod(JsonObject whole) {
    JsonObject parameters = parameters(whole);
    return MethodFields.of(whole)
        .map(method -> method.removedFrom(whole))
        .orElseGet(() ->
            whole.with(
                "parameters", AuthenticationForm.recognise(parameters).removedFrom(parameters)));
  }

  private static JsonObject parameters(JsonObject whole) {
    return whole.valueOrNull("parameters") instanceof JsonObject parameters
        ? parameters
        : JsonObject.EMPTY;
  }

  private JsonObject.Builder answer(ConfigDocument document) {
    JsonObject whole = document.whole();
    AuthenticationForm form = AuthenticationForm.recognise(document.parameters());
    Optional<MethodFields> method = MethodFields.of(whole);
    return JsonObject.builder()
        .put(
            "method",
            method.map(MethodFields::type).orElseGet(() -> AuthenticationJson.method(form)))
        .put(
            "fields",
            method
                .map(known -> known.fields(whole))
                .orElseGet(() -> AuthenticationJson.fields(form)))
        .put("owns", owned(document))
        .put("problems", problems(document));
  }

  /// What the file would lose with another method: found by taking the method away.
  private static JsonArray owned(ConfigDocument document) {
    List<Pointer> pointers = new ArrayList<>();
    lost(document.whole(), withoutMethod(document.whole()), Pointer.ROOT, pointers);
    return Json.list(
        pointers,
        pointer ->
            new JsonString(
                (document.isBare()
                        ? new Pointer(pointer.keys().subList(1, pointer.keys().size()))
                        : pointer)
                    .toString()));
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

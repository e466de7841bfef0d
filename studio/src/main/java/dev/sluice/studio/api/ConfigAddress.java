package dev.sluice.studio.api;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.ConfigFile;
import dev.sluice.studio.document.Markers;
import dev.sluice.studio.document.Pointer;
import dev.sluice.studio.document.Workspace;
import dev.sluice.studio.web.Call;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Refusal;
import dev.sluice.studio.web.Reply;

/// `config.json`: read, saved and edited (spec: studio §4.6, README G-08).
///
/// @param workspace where it is
record ConfigAddress(Workspace workspace) {

  /// {@return the file as it is now, markers in the places of secrets}
  Reply read() {
    return answer(workspace.file().read());
  }

  /// {@return the file as it is after the text of the page was saved}
  ///
  /// @param call brings the text, and the `ETag` of the content that it was made from in `If-Match`
  /// @throws Refusal if the text is not JSON, or the file was changed outside
  Reply save(Call call) {
    String etag =
        call.header("If-Match")
            .map(value -> value.replace("\"", ""))
            .orElseThrow(
                () -> new Refusal(428, "if_match_missing", "The header If-Match is missing."));
    String text = Document.of(call).requiredText("text");
    String restored = workspace.markers().restore(text);
    ConfigDocument.of(restored);
    return answer(workspace.file().write(etag, restored));
  }

  /// {@return the text of the page after changes, each at one place, everything else spelt as it
  /// is}
  ///
  /// @param request `text`, and `edits`: objects with `pointer` and `value`, `remove` or `from`
  /// @throws Refusal if a place can't be changed
  Reply edit(Document request) {
    ConfigDocument document = ConfigDocument.of(request.requiredText("text"));
    JsonValue value = document.value();
    if (!(request.find("edits").orElse(JsonNull.NULL) instanceof JsonArray(var edits))) {
      throw Refusal.badRequest("'edits' must be a list.");
    }
    for (JsonValue edit : edits) {
      if (!(edit instanceof JsonObject object)) {
        throw Refusal.badRequest("Each of the edits must be an object.");
      }
      value = edited(value, new Document(object));
    }
    return text(workspace.marked(document.with(value)));
  }

  /// {@return the attributes that stand in the file of secrets, as markers}
  Reply secrets() {
    return Reply.json(
        JsonObject.builder()
            .put(
                "file", Json.orNull(workspace.secrets().file().map(file -> file.path().toString())))
            .put("attributes", workspace.secrets().attributes())
            .build());
  }

  /// {@return the text of the page without its `#` attributes, which are in the file of secrets
  /// now}
  ///
  /// @param request `text`
  Reply moveSecrets(Document request) {
    return text(workspace.secrets().take(ConfigDocument.of(request.requiredText("text"))));
  }

  private static JsonValue edited(JsonValue document, Document edit) {
    Pointer pointer = Pointer.of(edit.requiredText("pointer"));
    if (edit.flag("remove", false)) {
      return pointer.remove(document);
    }
    if (edit.object().has("value")) {
      return pointer.put(document, edit.object().find("value").orElseThrow());
    }
    Pointer from = Pointer.of(edit.requiredText("from"));
    JsonValue moved =
        from.find(document)
            .orElseThrow(() -> Refusal.badRequest("There is nothing at " + from + "."));
    return pointer.put(from.remove(document), moved);
  }

  /// {@return an answer that holds a changed text}
  ///
  /// @param document markers in the places of secrets
  static Reply text(ConfigDocument document) {
    return Reply.json(JsonObject.builder().put("text", document.text()).build());
  }

  private Reply answer(ConfigFile.Content content) {
    Markers.Masked masked = workspace.markers().mask(content.text());
    var json =
        JsonObject.builder()
            .put("path", workspace.file().path().toString())
            .put("exists", JsonBoolean.of(content.exists()))
            .put("etag", content.etag())
            .put("text", masked.text())
            .put("secrets", Json.list(masked.secrets(), ConfigAddress::secret));
    try {
      json.put("bare", JsonBoolean.of(ConfigDocument.of(content.text()).isBare()));
    } catch (Refusal e) {
      json.put("problem", new JsonString(String.valueOf(e.getMessage())));
    }
    return Reply.json(json.build()).with("ETag", "\"" + content.etag() + "\"");
  }

  private static JsonValue secret(Markers.Place place) {
    return JsonObject.builder()
        .put("pointer", place.pointer().toString())
        .put("marker", place.marker())
        .put("encrypted", JsonBoolean.of(place.isEncrypted()))
        .build();
  }
}

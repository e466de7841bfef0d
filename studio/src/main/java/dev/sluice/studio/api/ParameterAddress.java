package dev.sluice.studio.api;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.References;
import dev.sluice.studio.web.Document;
import dev.sluice.studio.web.Refusal;
import dev.sluice.studio.web.Reply;

/// User parameters: attributes of `config` that functions refer to (spec: studio §1.9, §4.6).
final class ParameterAddress {
  private ParameterAddress() {}

  /// {@return where an attribute is used}
  ///
  /// @param request `text` and `name`
  static Reply uses(Document request) {
    ConfigDocument document = ConfigDocument.of(request.requiredText("text"));
    String name = request.requiredText("name");
    return Reply.json(
        JsonObject.of(
            "uses",
            Json.list(
                References.in(document.parameters()).stream()
                    .filter(reference -> reference.isTo(name))
                    .toList(),
                reference ->
                    new JsonString(document.inParameters(reference.pointer()).toString()))));
  }

  /// {@return the text with an attribute and all references to it renamed}
  ///
  /// @param request `text`, `from` and `to`
  static Reply rename(Document request) {
    ConfigDocument document = ConfigDocument.of(request.requiredText("text"));
    try {
      return ConfigAddress.text(
          document.withParameters(
              References.renamed(
                  document.parameters(),
                  request.requiredText("from"),
                  request.requiredText("to"))));
    } catch (IllegalArgumentException e) {
      throw new Refusal(422, "user_parameter", String.valueOf(e.getMessage()));
    }
  }
}

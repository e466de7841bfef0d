package dev.sluice.studio.api;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.web.Refusal;
import dev.sluice.studio.web.Reply;
import java.util.Arrays;
import java.util.List;

/// Errors as the page gets them: `{code, message, pointer, hint}` (spec: studio §4.5, README G-07).
public final class Failures {
  private static final int DEFECT = 500;
  private static final int MENDABLE = 422;

  private Failures() {}

  /// {@return the answer when an address threw something}
  ///
  /// @param thrown what
  public static Reply reply(RuntimeException thrown) {
    return switch (thrown) {
      case Refusal refusal -> refusal.reply();
      case UserError error -> Reply.json(MENDABLE, document(error, ConfigDocument.of("")));
      case IllegalArgumentException bad ->
          Refusal.badRequest(String.valueOf(bad.getMessage())).reply();
      default -> Reply.json(DEFECT, Refusal.document("defect", words(thrown), JsonObject.EMPTY));
    };
  }

  /// {@return an error of the engine}
  ///
  /// @param error what has to be mended; redacted
  /// @param document where its problems are
  static JsonObject document(UserError error, ConfigDocument document) {
    Problem first = error.problems().getFirst();
    var more = JsonObject.builder();
    first.path().ifPresent(path -> more.put("pointer", document.pointer(path).toString()));
    if (!first.remedy().isEmpty()) {
      more.put("hint", first.remedy());
    }
    if (error.problems().size() > 1) {
      more.put(
          "problems", Json.list(error.problems(), problem -> problem(problem, "error", document)));
    }
    return Refusal.document("configuration", first.message(), more.build());
  }

  /// {@return a problem for a list of them}
  ///
  /// @param problem what; redacted
  /// @param severity `error` or `warning`
  /// @param document where it is
  static JsonValue problem(Problem problem, String severity, ConfigDocument document) {
    var json =
        JsonObject.builder()
            .put("pointer", problem.path().map(document::pointer).map(Object::toString).orElse(""))
            .put("severity", severity)
            .put("code", "configuration")
            .put("message", problem.message());
    if (!problem.remedy().isEmpty()) {
      json.put("hint", problem.remedy());
    }
    return json.build();
  }

  /// {@return what a defect is told as} The exception's message is left out: nobody has looked
  /// whether it holds a secret.
  ///
  /// @param thrown what happened
  static String words(Throwable thrown) {
    List<StackTraceElement> ours =
        Arrays.stream(thrown.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.sluice."))
            .toList();
    String place =
        ours.isEmpty()
            ? ""
            : " at " + ours.getFirst().getFileName() + ":" + ours.getFirst().getLineNumber();
    return "This is a defect of Sluice, not of your configuration: "
        + thrown.getClass().getSimpleName()
        + place
        + ".";
  }
}
